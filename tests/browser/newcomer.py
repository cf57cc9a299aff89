"""A person who has never seen the dashboard: finds a way by what is written on the page, and counts the actions."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from dashboard.text import load
from dashboard.text.terms import plain
from tests.browser import places
from tests.browser.visit import click_on_map, settle, visit, wait_for_query

NUMBER = {
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
    **dict.fromkeys(("ky", "ru"), re.compile(r"\d{1,3}(?:[\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")),
}

FOLLOWED = "choice => [...document.querySelectorAll('a.to-table')].every(link => link.href.includes(choice))"

LIGHT_SENTENCE = """async ([key, address]) => {
  const light = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  return light.querySelector(`section:has(#title-${key}) .sentence`).textContent.trim();
}"""


class Newcomer:
    """Starts on the first page of a language; every click and every choice from a list is one action."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.language, self.actions = page, language, 0
        self.words = load()[language]
        self._begin(f"/{language}/overview")

    def topic(self, key: str) -> None:
        """Follow the navigation."""
        self._follow(self.page.locator("nav a.nav-link", has_text=self.words(f"topic.{key}")), f"/{key}")

    def search(self, text: str, end: str) -> None:
        """Write into the field of the search and take the first thing that it finds; ``end`` is where that leads."""
        self.page.locator(".asked-for").fill(text)
        self._follow(self.page.locator("#found [role=option]").first, end)

    def asks(self, key: str) -> None:
        """Follow a question that the page offers."""
        self._follow(self.page.locator(".asked a", has_text=self.words(f"asked.{key}")), "/compare")
        self.page.wait_for_function("() => location.search.includes('x=')")
        settle(self.page)

    def row(self, slug: str) -> None:
        """Click a district in the list beside the map."""
        name = places.name_of(slug, self.language)
        self.page.locator(".panel-map .figures").get_by_role("link", name=name, exact=True).click()
        self._chosen(district=slug)

    def map(self, slug: str) -> None:
        """Click a district on the map."""
        click_on_map(self.page, slug)
        self._chosen(district=slug)

    def place(self, slug: str) -> None:
        """Open the page of the chosen district."""
        self._follow(self.page.locator(".open-page"), f"/district/{slug}")

    def site(self, site_id: str, name: str) -> None:
        """Open the page of a site from the list of all."""
        register = self.panel("sites_register")
        if register.locator(".whole:not([open])").count():
            register.locator(".whole summary").click()
            self.actions += 1
        self._follow(register.get_by_role("link", name=name, exact=True), f"/site/{site_id}")

    def choose(self, key: str, value: str) -> None:
        """Choose from a list of the page."""
        label = self.words(f"control.{key}")
        self.page.locator("label", has_text=label).locator("select").select_option(value)
        self._chosen(**{key: value})

    def beside(self, slug: str) -> None:
        """Choose one more district from the list of all, by its name."""
        name = places.name_of(slug, self.language)
        self.page.locator("#district").click()
        self.page.locator(".dash-dropdown-search").fill(name)
        self.page.get_by_role("dialog").get_by_text(name, exact=True).first.click()
        self.page.keyboard.press("Escape")
        self.actions += 1
        self.page.wait_for_function("slug => location.search.includes(slug)", arg=slug)
        settle(self.page)

    def table(self, key: str) -> None:
        """Open the table of a panel."""
        self.panel(key).locator("a.to-table").click()
        self.actions += 1
        self.panel(key).locator(".figures").wait_for()
        settle(self.page)

    def panel(self, key: str) -> Locator:
        """A panel of the page."""
        return self.page.locator(f"section:has(#title-{key})")

    def sentence(self, key: str) -> str:
        """What a panel says."""
        return self.panel(key).locator(".sentence").inner_text()

    def sentence_on_light_page(self, key: str, address: str) -> str:
        """What a panel says on the light page with this address."""
        return self.page.evaluate(LIGHT_SENTENCE, [key, address])

    def picture(self, key: str) -> list[str]:
        """The texts of a panel's picture."""
        self.panel(key).locator("svg.main-svg text").first.wait_for(state="attached")
        return self.panel(key).locator("svg.main-svg text").all_text_contents()

    def rows(self, key: str) -> list[str]:
        """The rows of a panel's table, cell by cell."""
        return [" | ".join(row.split("\t")) for row in self.panel(key).locator(".figures tbody tr").all_inner_texts()]

    def word(self, key: str) -> str:
        """A text of the catalogue as it is read."""
        return plain(self.words(key))

    def numbers(self, text: str) -> list[float]:
        """The numbers in a text, whatever the language writes between their digits."""
        return [_value(number, self.language) for number in NUMBER[self.language].findall(text)]

    def _begin(self, address: str) -> None:
        visit(self.page, address)

    def _follow(self, link: Locator, end: str) -> None:
        link.click()
        self.actions += 1
        self.page.wait_for_url(lambda address: urlsplit(address).path.endswith(end))
        settle(self.page)

    def _chosen(self, **choice: str) -> None:
        """Wait until the links of the page hold the choice too: they are written anew when all panels are."""
        self.actions += 1
        wait_for_query(self.page, **choice)
        for key, value in choice.items():
            self.page.wait_for_function(FOLLOWED, arg=f"{key}={value}")
        settle(self.page)


class NewcomerWithPhone(Newcomer):
    """The same with a phone in the hand: whatever the bar at the bottom puts away is opened first."""

    def topic(self, key: str) -> None:
        """Open the list of topics, and follow one."""
        self._open("topics")
        super().topic(key)

    def beside(self, slug: str) -> None:
        """Open the choice of places, and choose a district by its name."""
        self._open("place")
        super().beside(slug)

    def choose(self, key: str, value: str) -> None:
        """Unfold the choices of the page, and choose from one of its lists."""
        fold = self.page.locator("#choices .fold:not([open]) > summary")
        if fold.count():
            fold.tap()
            self.actions += 1
        super().choose(key, value)

    def _begin(self, address: str) -> None:
        self.page.goto(address)
        # A phone waits for its reader.
        self.page.evaluate("dispatchEvent(new Event('scroll'))")
        settle(self.page)

    def _follow(self, link: Locator, end: str) -> None:
        link.evaluate("one => one.scrollIntoView({block: 'center'})")
        super()._follow(link, end)

    def _open(self, sheet: str) -> None:
        self.page.locator(f"#bar button[data-sheet={sheet}]").tap()
        self.actions += 1


def _value(text: str, language: str) -> float:
    bare = re.sub(r"[\u00a0\u202f]", "", text)
    return float(bare.replace(",", "") if language == "en" else bare.replace(",", "."))
