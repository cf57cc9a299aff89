"""Live pages: the document, what a choice changes of it, and the data of its pictures, each under an address."""

from collections.abc import Mapping

from flask import Flask, Response, g, redirect
from werkzeug.wrappers import Response as BaseResponse

from dashboard.address.reader import PICTURE, NoSuchPage, View, stamp
from dashboard.media.pictures import Pictures
from dashboard.pages import choice_names, page_ways
from dashboard.pages.build import Builder
from dashboard.pages.page_view import PageView
from dashboard.panels import BY_KEY
from dashboard.text import LANGUAGES, Words
from dashboard.web import assets, sharing, site
from dashboard.web.errors import Errors
from dashboard.web.files import query_of_request
from dashboard.web.headers import DAY_SECONDS
from data_access.answers import choices
from data_access.vocabulary.facets import SHORT_CODES
from layouts import templates
from layouts.plotly_config import config

PARTS = "parts/<stamped>/<keys>/<path:page>"
FIGURE = f"figures/<stamped>/<any({','.join(LANGUAGES)}):language>/<name>"
# What stands in the place of keys where no panel is asked for.
NO_KEYS = "-"
# Panels of a page are fewer.
MOST_TOLD = 20


class LivePages:
    """The live pages of one application. ``around`` is what Dash and its scripts need in the document."""

    def __init__(self, builder: Builder, pictures: Pictures, around: Mapping[str, str]) -> None:
        self._builder, self._reader, self._pictures, self._around = builder, builder.reader, pictures, around

    def register(self, server: Flask, errors: Errors) -> None:
        """Answer the addresses of parts and figures."""
        base = self._reader.base_path

        @server.get(base + PARTS)
        def parts(stamped: str, keys: str, page: str) -> BaseResponse:
            try:
                view = self._reader.view(base + page, query_of_request())
            except NoSuchPage:
                return errors.not_found()
            # A light page has no parts: it is whole, or another one.
            return errors.not_found() if view.route.is_lite else self.parts(stamped, keys, view)

        @server.get(base + FIGURE)
        def figure(stamped: str, language: str, name: str) -> BaseResponse:
            return self.figure(stamped, language, name) or errors.not_found()

    def page(self, view: View) -> Response:
        """The document of a view. Raises DataUnavailable."""
        words, base = self._reader.words[view.route.language], self._reader.base_path
        card = sharing.card(self._reader, view)
        page = self._builder.page(view)
        return _passing_response(
            page,
            templates.page(
                "page",
                page=page,
                words=words,
                base=base,
                stamp=stamp(view.snapshot),
                origin=site.address(),
                head=sharing.head(card, words, base),
                lite_href=self._reader.href(view.route.lite, view.selection),
                ways=page_ways.ways(view, self._reader),
                controls=self._controls(view, words),
                order=" ".join(SHORT_CODES),
                leads=" ".join(f"{key}:{page}" for key, page in view.route.leads.items()),
                years="{} {}".format(*choices.all_years(view.snapshot)),
                told=_news_text(words),
                around=self._around,
                plotly=config(words),
                scripts=assets.addresses(base, assets.SHARING_SCRIPT, assets.BAR_SCRIPT),
            ),
        )

    def parts(self, asked_stamp: str, keys: str, view: View) -> BaseResponse:
        """What a choice changes of a page: what stands around its panels, and those that are asked for."""
        current, wanted_keys = stamp(view.snapshot), [key for key in keys.split(",") if key in BY_KEY]
        address = self._reader.href(view.route, view.selection).removeprefix(self._reader.base_path)
        if asked_stamp != current:
            return redirect(f"{self._reader.base_path}parts/{current}/{','.join(wanted_keys) or NO_KEYS}/{address}")
        page = self._builder.page(view, only=wanted_keys)
        words = self._reader.words[view.route.language]
        g.is_part = True
        response = _passing_response(
            page, templates.page("parts", page=page, words=words, stamp=current, origin=site.address())
        )
        if not page.is_broken and not page.news:
            response.cache_control.max_age = DAY_SECONDS
        return response

    def figure(self, asked_stamp: str, language: str, name: str) -> BaseResponse | None:
        """The data of the picture of a panel, or the picture; None: no such panel. Raises DataUnavailable.

        Of a choice that leaves nothing to draw it has no content: a page may ask before it knows.
        """
        key, snapshot = name.removesuffix(PICTURE), self._reader.snapshot(query_of_request())
        panel = BY_KEY.get(key)
        if panel is None:
            return None
        relevant = panel.relevant(self._reader.choice(snapshot, query_of_request()))
        if asked_stamp != stamp(snapshot):
            return redirect(self._reader.figure_href(snapshot, language, name, relevant))
        if self._builder.answer(snapshot, panel, relevant).is_empty:
            return Response(status=204)
        figure = self._builder.picture(snapshot, language, panel, relevant).figure
        address = self._reader.figure_href(snapshot, language, key, relevant)
        response = (
            Response(templates.to_json(figure), mimetype="application/json")
            if name == key
            else Response(self._pictures.svg(snapshot, address, key, figure, panel.shape), mimetype="image/svg+xml")
        )
        response.cache_control.max_age = DAY_SECONDS
        return response

    def _controls(self, view: View, words: Words) -> list[tuple[str, str]]:
        """What the controls of place and period will say, until they are there."""
        snapshot, route, selection = view
        first, last = selection.shown_years(*choices.all_years(snapshot))
        names = ", ".join(choice_names.district_name(snapshot, slug, words) for slug in selection.districts)
        return [("district", names or words("control.all_districts")), ("period", f"{first}–{last}")]


def _passing_response(page: PageView, text: str) -> Response:
    """A page with a panel that failed is not remembered: it may be well the next time."""
    g.is_passing = page.is_broken
    return Response(text, mimetype="text/html")


def _news_text(words: Words) -> str:
    """What is said after a choice to those who do not see it: the form for each number of panels, from one on."""
    numbers = range(1, MOST_TOLD + 1)
    forms = [words.plural("page.told", n, choices="{choices}", sentence="{sentence}") for n in numbers]
    return templates.to_json(forms).decode()
