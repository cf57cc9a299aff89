"""What a browser asks for after a choice, found with an application that is not measured."""

from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from tests.support.live_page import answer_address, open_page
from tests.web.callback_bodies import Page

# A choice is one of these districts.
PLACES = ("jeti-oguz", "chatkal", "naryn", "talas", "kemin", "ton", "kochkor", "aksy", "alay", "panfilov")


class Scout:
    """Reads pages of a store for their addresses."""

    def __init__(self, url: str) -> None:
        self._client: FlaskClient = create_app(Settings(url)).test_client()

    def addresses(self, page: Page) -> list[str]:
        """Of all that changes on a page with a choice, and of its pictures."""
        live_page = open_page(self._client, page.address)
        figures = [panel.figure_href for panel in live_page.panels.values() if panel.figure_href]
        return [answer_address(live_page, page.address, *live_page.panels), *figures]
