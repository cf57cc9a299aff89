"""Tables of live pages as HTML, every text in them escaped.

They are written cell by cell: made of components first, they would cost the server fifty times as much.
"""

from collections.abc import Sequence

from markupsafe import escape

from dashboard.text.table import Cell, Table


def table(content: Table, hrefs: Sequence[Sequence[str | None]], caption: str) -> str:
    """The HTML of a table in a frame that scrolls. ``hrefs``: an address for each cell that chooses."""
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in content.headers)
    rows = "".join(
        f"<tr{_mark(number in content.marked_rows)}>{''.join(map(_cell, cells, links))}</tr>"
        for number, (cells, links) in enumerate(zip(content.rows, hrefs, strict=True))
    )
    # A frame that scrolls is reached by keyboard, and has a name.
    return (
        f'<div class="table-frame" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="table figures hue-{content.hue}"><caption class="visually-hidden">{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _mark(is_chosen: bool) -> str:
    """No class: with another class it would be another row, and who chose with the keyboard would lose its place."""
    return ' aria-current="true"' if is_chosen else ""


def _cell(cell: Cell, href: str | None) -> str:
    kind = f"number state-{cell.state}" if cell.is_number else f"state-{cell.state}"
    language = f' lang="{cell.language}"' if cell.language else ""
    return f'<td class="{kind}"{language}>{_inside(cell, href)}</td>'


def _inside(cell: Cell, href: str | None) -> str:
    inside = str(escape(cell.text))
    if href:
        inside = f'<a href="{escape(href)}" class="choice">{inside}</a>'
    elif cell.address:
        inside = f'<a href="{escape(cell.address)}" rel="noopener noreferrer" target="_blank">{inside}</a>'
    if cell.mark:
        inside += f'<a href="{escape(cell.mark.anchor)}" class="mark">{escape(cell.mark.text)}</a>'
    if cell.share is None:
        return inside
    return f'<span class="bar" style="width: {100 * cell.share:.1f}%"></span><span class="cell-text">{inside}</span>'
