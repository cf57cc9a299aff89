"""A panel on a page: the question, the sentence, the picture, the legend, the sources, the table."""

from collections.abc import Sequence

from dash import html

from dashboard.text import Words, wording
from data_access.vocabulary.answer import Source
from data_access.vocabulary.languages import translation
from data_access.vocabulary.legend import DateMark, Key
from data_access.vocabulary.shape import Shape
from layouts import ids, reading
from layouts.graph import graph
from layouts.terms import with_terms
from layouts.to_html import HTML


def frame(key: str, shape: Shape, is_of_country: bool, words: Words) -> html.Section:
    """The empty panel; callbacks fill it. Its size does not depend on what comes.

    One that is of the whole country whatever is chosen says so: style sheets hide it while no place is.
    """
    # One picture with a name, not a heap of numbers without order: what it shows is in the sentence and the table.
    picture = html.Div(graph(key, words), className="picture", role="img", **{"aria-labelledby": title_id(key)})
    below = html.Div(
        [html.Div(id=place(key), **{HTML: ""}) for place in (ids.links, ids.table)], className="table-part"
    )
    foot = html.Div(id=ids.foot(key), className="foot", **{HTML: ""})
    head = html.Div(id=ids.head(key), className="head", **{HTML: ""})
    beside = html.Div([picture, foot, reading.help_place(key, words)], className="picture-part")
    # The list is the keyboard's way through a map, and stands before it on a phone; on wide screens the map is left.
    inside = [below, beside] if shape.has_table_beside else [beside, below]
    return html.Section(
        [scope(words("place.country")) if is_of_country else None, head, html.Div(inside, className="body")],
        id=ids.panel(key),
        className=f"panel panel-{shape.name}",
        **{"data-question": ""},
    )


def head(key: str, title: str, sentence: str, synthetic: str | None, words: Words) -> list:
    """Title, a mark where figures are invented, and the sentence."""
    mark = [html.Span(synthetic, className="synthetic")] if synthetic else []
    return [
        html.H2([title, *mark], id=title_id(key)),
        html.P(with_terms(sentence, words, f"{key}-say"), className="sentence"),
    ]


def scope(text: str) -> html.P:
    """What a panel is about, where that is not the chosen place."""
    return html.P(text, className="scope")


def foot(
    legend: Sequence[Key],
    dates: html.Div | None,
    note_texts: Sequence[str],
    unplaced_link: html.A | None,
    replies: html.Details | None,
    sources: Sequence[html.Span],
    row_count: int | None,
) -> list:
    """Legend, numbered dates, what the picture leaves out, what was replied, and where its figures come from.

    ``unplaced_link`` leads to the rows that the first of the notes that are ``note_texts`` tells of. ``row_count`` is
    that of a picture that stands in rows: style sheets give few of them less height.
    """
    in_rows = {"data-rows": str(row_count)} if row_count else {}
    entries = [html.Li([html.Span(**_mark(entry.mark)), entry.label]) for entry in legend]
    return [
        html.Ul(entries, className="legend") if entries else None,
        dates,
        *notes(_leading(note_texts, unplaced_link)),
        replies,
        html.P(list(sources), className="sources", **in_rows),
    ]


def notes(texts: Sequence[str | list]) -> list[html.P]:
    """Notes below a picture, or in its place."""
    return [html.P(text, className="note") for text in texts]


def date_list(dates: Sequence[DateMark], words: Words) -> html.Div:
    """The numbered dates of a time axis in words, and why they are shown."""
    links = {"rel": "noopener noreferrer", "target": "_blank"}
    items = [html.Li(html.A(one.text, href=one.url, **links) if one.url else one.text) for one in dates]
    return html.Div([html.P(words("annotation.note"), className="note"), html.Ol(items)], className="dated")


def source(item: Source, href: str, words: Words) -> html.Span:
    """Kind and title of a source, which leads to all that is known of it, its newest record, and whether it is late.

    Publisher and licence stand there; here they are kept for images of the panel.
    """
    told = wording.age(item.newest_on, item.expected_on, item.timeliness, words)
    age = html.Span(told, className=f"age-{item.timeliness}")
    terms = f"{translation(item.publisher, words.language).text} · {translation(item.licence, words.language).text}"
    return html.Span(
        [kind(item.kind, words), " ", _title(item, href, words), " · ", age],
        className="source",
        **{"data-terms": terms},
    )


def brief_source(item: Source, href: str, words: Words) -> html.Span:
    """Kind and title of a source where its age stands at the foot of the page; that it is late is said here too."""
    late = [" · ", html.Span(words("timeliness.late"), className="age-late")] if item.timeliness == "late" else []
    return html.Span([kind(item.kind, words), " ", _title(item, href, words), *late], className="source")


def _title(item: Source, href: str, words: Words) -> html.A:
    title = translation(item.title, words.language)
    return html.A(title.text, href=href, lang=title.language)


def kind(name: str, words: Words) -> html.Span:
    """Published, compiled or invented: told apart by a mark, a border and a word."""
    return html.Span(words(f"kind.{name}"), className=f"kind kind-{name}")


def way_out(text: str, href: str) -> html.A:
    """From a choice that leaves nothing to the nearest one with figures."""
    return html.A(text, href=href, className="choice way-out")


def to_example(text: str, href: str) -> html.A:
    """From a panel without figures to the example: a whole new page, as all its figures are others."""
    return html.A(text, href=href, className="way-out", rel="nofollow")


def to_rows(text: str, href: str, key: str, is_here: bool) -> html.A:
    """To the panel that lists rows, on this page or another one."""
    return html.A(text, href=f"{href}#{title_id(key)}", className="choice" if is_here else None)


def title_id(key: str) -> str:
    """The anchor of a panel."""
    return f"title-{key}"


def toggle(text: str, href: str, is_open: bool) -> html.A:
    """Opens or closes the table of a panel; a link like every other choice."""
    return html.A(text, href=href, className="choice toggle", **{"aria-expanded": str(is_open).lower()})


def _leading(notes: Sequence[str], unplaced_link: html.A | None) -> list:
    """The notes, of which the first leads to its rows."""
    return [[notes[0], " ", unplaced_link], *notes[1:]] if unplaced_link else [*notes]


def _mark(mark: str) -> dict:
    if mark.startswith(("#", "rgb")):
        return {"className": "swatch", "style": {"backgroundColor": mark}}
    return {"className": f"swatch swatch-{mark}"}
