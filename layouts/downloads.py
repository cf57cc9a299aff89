"""Links to files: those of a panel in one line, those of whole datasets as a table."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html

from dashboard.text import Words

# Made in the browser: what the button says, and the format.
IMAGES = (("PNG", "png"), ("SVG", "svg"))
Links = Sequence[tuple[str, str]]


class Dataset(NamedTuple):
    """A whole dataset: what it is called, how many rows it has, and its formats with their addresses."""

    title: str
    count: int
    links: Links


def line(links: Links, words: Words) -> html.Span:
    """The formats of what is shown, as links."""
    return html.Span([f"{words('download.label')}: ", *_links(links)], className="downloads")


def image(name: str, words: Words) -> html.Span:
    """Buttons that make an image of the panel in the browser; ``name`` is that of the file, without its ending.

    What is going on is told to those who cannot see it, too.
    """
    buttons = [
        html.Button(
            label,
            type="button",
            className="image",
            **{"data-format": kind, "data-name": name, "aria-label": f"{words('image.label')}: {label}"},
        )
        for label, kind in IMAGES
    ]
    state = html.Span(className="image-state", role="status")
    told = {f"data-{key}": words(f"image.{key}") for key in ("making", "done", "failed")}
    return html.Span([f"{words('image.label')}: ", *buttons, state], className="downloads", **told)


def whole(datasets: Sequence[Dataset], words: Words) -> html.Section:
    """All datasets with their rows and formats."""
    heads = html.Tr([html.Th(words(f"download.{name}")) for name in ("dataset", "rows", "formats")])
    rows = [
        html.Tr(
            [
                html.Td(one.title),
                html.Td(words.number(one.count), className="number"),
                html.Td(_links(one.links), className="downloads"),
            ]
        )
        for one in datasets
    ]
    table = html.Table([html.Thead(heads), html.Tbody(rows)], className="figures")
    title = words("download.whole.title")
    # On a narrow screen the table scrolls in a frame of its own, also by keyboard.
    frame = html.Div(table, className="wide-frame", role="region", tabIndex=0, **{"aria-label": title})
    inside = [html.H2(title), html.P(words("download.whole.lead")), frame]
    return html.Section(inside, id="downloads", className="datasets")


def _links(links: Links) -> list[html.A]:
    return [html.A(text, href=href, download="") for text, href in links]
