"""What the reader can set: district, period, and the choices of a topic."""

from collections.abc import Sequence
from typing import NamedTuple

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard.text import Words
from layouts import ids

MARKS = 6


class Choice(NamedTuple):
    """A control of one topic: its key, its label, its options (value, label), and the value chosen."""

    key: str
    label: str
    options: Sequence[tuple[str, str]]
    value: str


class Chip(NamedTuple):
    """A choice that is made, with the address of the page without it."""

    text: str
    href: str


def bar(
    words: Words,
    districts: list[dict],
    years: tuple[int, int],
    chosen: str | list[str] | None,
    period: list[int],
) -> html.Div:
    """District (a list of them where several can be chosen) and period; they hold on every page."""
    return html.Div(
        [
            html.Div(
                [html.Label(words("control.district"), htmlFor=ids.DISTRICT), _district(words, districts, chosen)],
                className="control control-district",
            ),
            html.Div(
                [html.Span(words("control.period"), className="label", id="period-label"), _period(years, period)],
                className="control control-period",
                role="group",
                **{
                    "aria-labelledby": "period-label",
                    "data-since": words("period.since", since="…"),
                    "data-until": words("period.until", until="…"),
                },
            ),
            html.Div(id=ids.CHIPS, className="chips", **{"aria-live": "polite"}),
        ],
        className="controls",
    )


def choices(of_topic: Sequence[Choice]) -> html.Div:
    """The controls of a topic, as plain drop-down lists: they work on every phone."""
    return html.Div([_choice(choice) for choice in of_topic], className="choices")


def chips(made: Sequence[Chip], words: Words, clear_href: str, pages: Sequence[Chip]) -> list:
    """Every choice that is made, each removable; one link that lets all go, and those to pages of chosen places."""
    links = [
        html.A(
            [chip.text, html.Span("×", className="cross", **{"aria-hidden": "true"})],
            href=chip.href,
            className="choice chip",
            title=words("control.remove"),
        )
        for chip in made
    ]
    clear = html.A(words("control.clear"), href=clear_href, className="choice clear")
    opened = [html.A(page.text, href=page.href, className="open-page") for page in pages]
    return [*links, *opened, clear] if links else []


def _district(words: Words, districts: list[dict], value: str | list[str] | None) -> dcc.Dropdown:
    return dcc.Dropdown(
        id=ids.DISTRICT,
        options=districts,
        value=value,
        multi=isinstance(value, list),
        placeholder=words("control.all_districts"),
        optionHeight=36,
        maxHeight=380,
        labels={
            "selected_count": words("control.selected", num_selected="{num_selected}"),
            "search": words("control.search"),
            "clear_search": words("control.clear_search"),
            "clear_selection": words("control.remove"),
            "no_options_found": words("control.nothing_found"),
        },
    )


def _period(years: tuple[int, int], value: list[int]) -> dcc.RangeSlider:
    first, last = years
    step = max(1, -(-(last - first) // MARKS))
    marks = {year: str(year) for year in range(first, last - step + 1, step)} | {last: str(last)}
    return dcc.RangeSlider(
        id=ids.PERIOD,
        min=first,
        max=last,
        step=1,
        value=value,
        marks=marks,
        allow_direct_input=False,
        tooltip={"placement": "top", "always_visible": False},
    )


def _choice(choice: Choice) -> html.Div:
    name = f"choice-{choice.key}"
    options = [{"value": value, "label": label} for value, label in choice.options]
    select = dbc.Select(id=ids.choice(choice.key), options=options, value=choice.value)
    return html.Div([html.Label([html.Span(choice.label), select], id=name)], className="control")
