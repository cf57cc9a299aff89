"""What the reader can set: district, period, and the choices of a topic."""

from collections.abc import Sequence
from typing import NamedTuple

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard.text import Words
from layouts import ids
from layouts.to_html import HTML

MARKS = 6
# What sharing.js says, by the name of the attribute that it is read from.
SHARING_TEXTS = {
    "copied": "sharing.copied",
    "by-hand": "sharing.by_hand",
    "close": "sharing.close",
    "scan": "sharing.scan",
}


class Choice(NamedTuple):
    """A control of one topic: its key, its label, its options (value, label), the value chosen and the default."""

    key: str
    label: str
    options: Sequence[tuple[str, str]]
    value: str
    default: str


class Chip(NamedTuple):
    """A choice that is made, with the address of the page without it."""

    text: str
    href: str


class Ways(NamedTuple):
    """Where the same leads as slides, as a light page, on paper, and as a QR code, and where a meeting's agenda is.

    Paper has pictures, whichever tables stand open beside them.
    """

    slides: str
    lite: str
    paper: str
    code: str
    agenda: str


def bar(
    words: Words,
    districts: list[dict],
    years: tuple[int, int],
    chosen_value: str | list[str] | None,
    period: list[int],
    ways: Ways,
    answer_state: str,
) -> html.Div:
    """District (a list of them where several can be chosen) and period; they hold on every page.

    ``answer_state`` says of which address and version the controls are.
    """
    return html.Div(
        [
            html.Div(
                [
                    html.Label(words("control.district"), htmlFor=ids.DISTRICT, id=f"{ids.DISTRICT}-label"),
                    _district(words, districts, chosen_value),
                ],
                className="control control-district",
            ),
            html.Div(
                [html.Span(words("control.period"), className="label", id="period-label"), _period(years, period)],
                className="control control-period",
                role="group",
                **{
                    "aria-labelledby": "period-label",
                    "data-since": words("period.first"),
                    "data-until": words("period.last"),
                },
            ),
            html.Div(id=ids.CHIPS, className="chips", **{HTML: "", "data-answered": answer_state, "data-clicked": 0}),
            actions(words, ways),
        ],
        className="controls",
        role="search",
        **{"aria-label": words("control.all")},
    )


def actions(words: Words, ways: Ways) -> html.Div:
    """What can be done with the address: copied, shown to a room, presented, printed; sharing.js does it.

    It also keeps the links to slides and to the light page at what is chosen. The light page is what is printed: it is
    made for paper, with the way back and the terms on it.
    """
    told = {f"data-{name}": words(key) for name, key in SHARING_TEXTS.items()}
    sharing = [
        html.Button(words("sharing.copy"), type="button", className="copy-link"),
        html.Button(words("sharing.qr"), type="button", className="show-qr"),
        html.Span(className="said", role="status"),
    ]
    return html.Div(
        [
            html.Span(sharing, className="sharing", **{"data-file": ways.code}, **told),
            html.A(words("present.start"), href=ways.slides, className="present-page"),
            html.A(words("agenda.title"), href=ways.agenda),
            html.A(words("lite.open"), href=ways.lite, className="lite-page"),
            html.A(
                words("sharing.print"),
                href=ways.paper,
                className="lite-page print-page",
                target="_blank",
                **{"data-none": words("sharing.no_sheet")},
            ),
        ],
        className="actions",
    )


def choices(of_topic: Sequence[Choice], words: Words) -> html.Details | None:
    """The controls of a topic, as plain drop-down lists: they work on every phone.

    There they fold into one line, which says how many choices are made. None where the topic has no controls.
    """
    if not of_topic:
        return None
    told = {"data-plain": words("control.more"), "data-made": words("control.more_made", n="{n}")}
    inside = html.Div([_choice(choice) for choice in of_topic], className="choices")
    return html.Details([html.Summary(words("control.more"), **told), inside], className="fold")


def edition_chip(chip: Chip, words: Words) -> html.A:
    """The edition that is shown, removable. A plain link: with it goes everything that the page was made from."""
    return _removable(chip, "chip", words("edition.leave"))


def chips(places: Sequence[Chip], items: Sequence[Chip], words: Words, clear_href: str, pages: Sequence[Chip]) -> list:
    """Every choice that is made, each removable, places first; one link that lets all go, and those to their pages."""
    links = [*(_chip(chip, "of-place", words) for chip in places), *(_chip(chip, "", words) for chip in items)]
    clear = html.A(words("control.clear"), href=clear_href, className="choice clear")
    opened = [html.A(page.text, href=page.href, className="open-page") for page in pages]
    return [*links, *opened, clear] if links else []


def _chip(chip: Chip, kind: str, words: Words) -> html.A:
    return _removable(chip, f"choice chip {kind}".strip(), words("control.remove"))


def _removable(chip: Chip, name: str, title: str) -> html.A:
    cross = html.Span("×", className="cross", **{"aria-hidden": "true"})
    return html.A([chip.text, cross], href=chip.href, className=name, title=title)


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
            "deselect_all": words("control.clear"),
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
        # Years can be typed, too: nobody has to drag.
        allow_direct_input=True,
        tooltip={"placement": "top", "always_visible": False},
    )


def _choice(choice: Choice) -> html.Div:
    name = f"choice-{choice.key}"
    options = [{"value": value, "label": label} for value, label in choice.options]
    select = dbc.Select(id=ids.choice(choice.key), options=options, value=choice.value)
    label = html.Label([html.Span(choice.label), select], id=name)
    return html.Div([label], className="control", **{"data-default": choice.default})
