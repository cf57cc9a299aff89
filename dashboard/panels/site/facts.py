"""What one site is, and where it lies."""

import re
from typing import Any

from dashboard.figures import site_map
from dashboard.figures.base import Canvas, Picture, SiteMark
from dashboard.panels import reply_targets
from dashboard.panels.panel import Column, Panel
from dashboard.text import Words
from dashboard.text.table import Cell, Table
from data_access.answers import sites
from data_access.vocabulary import languages
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.shape import PLACE

HOST = "host"


def draw(answer: Answer, canvas: Canvas) -> Picture:
    """Where it lies, as exactly as that is known, and the districts that it concerns."""
    rows = answer.frame
    # An area with several roles is drawn in the first, which is the closest.
    roles = dict(zip(reversed(rows["area_code"].tolist()), reversed(rows["role"].tolist()), strict=True))
    names = rows.groupby("role")[f"name_{canvas.words.language}"].agg(list).to_dict()
    return site_map.of_one(_mark(rows.iloc[0]), roles, names, canvas)


def tabulate(answer: Answer, words: Words, _selection: Selection) -> Table:
    """What is known, fact by fact; districts lead to their pages."""
    first = answer.rows[0]
    about = [
        ("kind", kind_of(first, words)),
        ("commodity", commodity_of(first, words)),
        ("status", status_of(first, words)),
    ]
    rows = [(Cell(words(f"table.{name}")), _text_cell(text, words)) for name, text in about]
    rows += [(Cell(words(f"site_role.{row.role}")), _area(row, words)) for row in answer.rows]
    rows.append((Cell(words("table.position")), Cell(position_of(first, words))))
    rows += [(Cell(words(f"table.{name}")), cell) for name, cell in _reports(answer, words)]
    return Table((words("table.fact"), words("table.known")), tuple(rows))


def say(answer: Answer, words: Words, _selection: Selection) -> str:
    """What it is, in which state, and where it is stated to lie."""
    first = answer.rows[0]
    hosts = answer.frame[answer.frame["role"] == HOST]
    return words(
        "say.site" if len(hosts) == 1 else "say.site.unclear",
        site=getattr(first, f"site_name_{words.language}"),
        what=what_it_is(first, words),
        district=", ".join(hosts[f"name_{words.language}"]),
        km=words.number(first.uncertainty_km),
    )


def what_it_is(row: Any, words: Words) -> str:
    """Kind, commodity and state in one line (row of ``schema.site``)."""
    parts = (kind_of(row, words), commodity_of(row, words), status_of(row, words))
    return " · ".join(part for part in parts if part)


def kind_of(row: Any, words: Words) -> str:
    """Whether it is a mine, a plant or what is left of one; empty where nobody told."""
    return words(f"site_kind.{row.kind}") if _text(row.kind) else ""


def commodity_of(row: Any, words: Words) -> str:
    """What is or was mined; as the compilers wrote it where the catalogue has no word."""
    labels = [_label(f"commodity.{_code(part)}", part.strip(), words) for part in _text(row.commodity).split(";")]
    return ", ".join(filter(None, labels))


def status_of(row: Any, words: Words) -> str:
    """The state, and the year of which that is known."""
    state = _label(f"site_status.{_code(row.status)}", row.status, words)
    return (
        words("site.status_in", status=state, year=int(row.status_year))
        if row.status_year == row.status_year
        else state
    )


def position_of(row: Any, words: Words) -> str:
    """The place with as many figures as it is known to, and the circle around it."""
    places = 2 if row.uncertainty_km < 5 else 1
    lat, lon = (words.number(value, places) for value in (row.lat, row.lon))
    return words("site.position", lat=lat, lon=lon, km=words.number(row.uncertainty_km))


def _label(key: str, text: str, words: Words) -> str:
    """The text of a key, else what the compilers wrote."""
    return words(key) if words.has(key) else text


def _code(text: str) -> str:
    """What compilers wrote, as keys are written."""
    return re.sub("[^a-z0-9]+", "_", text.lower()).strip("_")


def _mark(row: Any) -> SiteMark:
    names = languages.texts(row, "site_name")
    return SiteMark(row["site_id"], row["kind"], names, row["lat"], row["lon"], row["uncertainty_km"])


def _reports(answer: Answer, words: Words) -> Any:
    """Pairs of a name and a cell: the compiler's remark, and the reports on the site and its districts."""
    first = answer.rows[0]
    if _text(first.note):
        yield "remark", Cell(first.note, language="en")
    basis = _text(first.basis)
    yield "reports", Cell(basis, language="en") if basis else Cell(words("site.from_memory"), state="missing")
    others = dict.fromkeys(text for text in map(_text, answer.frame["role_basis"]) if text not in ("", basis))
    if others:
        yield "reports_on_districts", Cell("; ".join(others), language="en")


def _text(value: object) -> str:
    """A text that may be missing in a frame."""
    return value if isinstance(value, str) else ""


def _area(row: Any, words: Words) -> Cell:
    name = getattr(row, f"name_{words.language}")
    return Cell(name, choice=f"district:{row.slug}", page="district") if _text(row.slug) else Cell(name)


def _text_cell(text: str, words: Words) -> Cell:
    return Cell(text) if text else Cell(words("state.missing"), state="missing")


PANEL = Panel(
    key="site_facts",
    topic="site",
    shape=PLACE,
    depends_on=("site",),
    read=sites.facts,
    draw=draw,
    say=say,
    tabulate=tabulate,
    replies_to=reply_targets.sites,
    columns={
        "kind": Column(codes=("site_kind",)),
        "role_basis": Column("Report that says so"),
    },
    geometry="point",
)
