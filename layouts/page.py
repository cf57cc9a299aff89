"""What stands on a page."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html

from dashboard.text import Words
from data_access.vocabulary.course import Year
from data_access.vocabulary.shape import Shape
from layouts import editions, gaps, ids, panel
from layouts.controls import Choice, choices
from layouts.downloads import Dataset, whole
from layouts.editions import EditionItem
from layouts.gaps import Gaps
from layouts.reading import Question, question_links
from layouts.terms import glossary
from layouts.to_html import HTML, ready_made


class Figure(NamedTuple):
    """A key figure: subject, number, unit, of what place and period it is, how it changed, its course, its address.

    ``origins`` are where it comes from: of each source its mark, its words, and the address where all is told of it.
    """

    subject: str
    title: str
    value: str
    unit: str
    place: str
    period: str
    change: str
    course: Sequence[Year]
    href: str
    origins: Sequence[tuple[html.Span, str, str]] = ()

    @property
    def value_look(self) -> str:
        """A number is large; what stands in the place of one is not, so that gaps are no louder than figures."""
        return "value" if any(map(str.isdigit, self.value)) else "value in-words"


class Heading(NamedTuple):
    """The title of a page, what it is about, questions that it offers, and what stands around its panels.

    ``pack_href`` is the address of its sheets as a file to take along.
    """

    title: str
    lead: str
    has_key_figures: bool
    questions: Sequence[Question] = ()
    has_glossary: bool = False
    datasets: Sequence[Dataset] = ()
    editions: Sequence[EditionItem] = ()
    pack_href: str = ""


def content(
    heading: Heading,
    panels: Sequence[tuple[str, Shape, bool]],
    missing: Gaps | None,
    of_topic: Sequence[Choice],
    words: Words,
) -> list:
    """The title, the topic's own choices, and its panels (key, shape, whether of the whole country) in order.

    A page without any panel has nothing to choose and to ask, but says why.
    """
    figures = html.Div(id=ids.key_figures("all"), className="key-figures", **{HTML: ""})
    title = [html.H1(heading.title), html.P(heading.lead, className="lead"), pack(heading, words)]
    offered = choices(of_topic, words) if panels else None
    head = html.Div([html.Div(title, className="about-page"), offered], className="heading")
    return [
        head,
        question_links(heading.questions, words) if panels else None,
        figures if heading.has_key_figures else None,
        html.Div([panel.frame(*one, words) for one in panels], className="panels"),
        ready_made(gaps.gap_list(missing, words)) if missing else None,
        ready_made(editions.edition_list(heading.editions, words)) if heading.editions else None,
        ready_made(whole(heading.datasets, words)) if heading.datasets else None,
        ready_made(gaps.how_to_send(words)) if heading.has_glossary else None,
        ready_made(glossary(words)) if heading.has_glossary else None,
    ]


def pack(heading: Heading, words: Words) -> html.P | None:
    """The way to the sheets of a page as a file."""
    if not heading.pack_href:
        return None
    return html.P(html.A(words("pack.link"), href=heading.pack_href, download=""), className="pack")


def key_figures(figures: Sequence[Figure]) -> list:
    """One card a subject; a card is a link to its topic, its last line one to each source."""
    return [
        html.Div(
            [
                html.H2(html.A(figure.title, href=figure.href)),
                html.P([figure.value, html.Span(figure.unit, className="unit")], className=figure.value_look),
                html.P(", ".join(filter(None, (figure.place, figure.period))), className="of"),
                _course(figure.course),
                html.P(figure.change, className="change"),
                html.P([html.A([mark, text], href=href) for mark, text, href in figure.origins], className="origin"),
            ],
            className=f"key-figure hue-{figure.subject}",
        )
        for figure in figures
    ]


def _course(course: Sequence[Year]) -> html.Div:
    """The course of a number: a small column for each year, as high as its percent.

    Years without data keep their place. The chosen ones are dark, those of which a part is known have stripes.
    """
    top = max((one.value for one in course if one.value), default=1)
    columns = [html.Span(className=_look(one), style=_height(one.value, top)) for one in course]
    return html.Div(columns, className="course", **{"aria-hidden": "true"})


def _height(value: float | None, top: float) -> dict[str, str] | None:
    return None if value is None else {"height": f"{max(4, 100 * max(0, value) / top):.0f}%"}


def _look(one: Year) -> str:
    if one.value is None:
        return "unknown"
    return " ".join(["known", *(["part"] if one.is_part else []), *(["chosen"] if one.is_chosen else [])])
