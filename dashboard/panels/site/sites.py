"""Panels that list mines, plants and legacy sites, and say what one of them is."""

import re

from dashboard import wording
from dashboard.answer import Answer
from dashboard.figures import site_map
from dashboard.figures.base import Canvas, Picture, SiteMark
from dashboard.selection import Selection
from dashboard.tables import Cell, Table
from dashboard.text import Words

HOST = "host"


def draw_register(answer: Answer, canvas: Canvas) -> Picture:
    """All sites of the list over the country."""
    listed = set(answer.frame["site_id"])
    return site_map.of_all([mark for mark in canvas.sites if mark.key in listed], canvas)


def tabulate_register(answer: Answer, words: Words, _selection: Selection) -> Table:
    """A row per site, by name: the way to its page, what it is, the district in which it is stated to lie."""
    rows = sorted(answer.rows, key=lambda row: words.sorting(getattr(row, f"name_{words.language}")))
    headers = tuple(words(f"table.{name}") for name in ("site", "what", "district"))
    keys = tuple(f"site:{row.site_id}" for row in rows)
    return Table(headers, tuple(_site(row, words) for row in rows), keys=keys)


def say_register(answer: Answer, words: Words, _selection: Selection) -> str:
    """How many there are of each kind."""
    counts = answer.frame["kind"].value_counts()
    kinds = [kind for kind in site_map.STYLES if kind in counts]
    counted = (f"{words(f'site_kind.{kind}')} – {words.number(int(counts[kind]))}" for kind in kinds)
    return words("say.sites", place=wording.place(answer, words), kinds="; ".join(counted))


def draw_facts(answer: Answer, canvas: Canvas) -> Picture:
    """Where it lies, as exactly as that is known, and the districts that it concerns."""
    rows = answer.frame
    # An area with several roles is drawn in the first, which is the closest.
    roles = dict(zip(reversed(rows["area_code"].tolist()), reversed(rows["role"].tolist()), strict=True))
    names = rows.groupby("role")[f"name_{canvas.words.language}"].agg(list).to_dict()
    return site_map.of_one(_mark(rows.iloc[0]), roles, names, canvas)


def tabulate_facts(answer: Answer, words: Words, _selection: Selection) -> Table:
    """What is known, fact by fact; districts lead to their pages."""
    first = answer.rows[0]
    about = [
        ("kind", kind_of(first, words)),
        ("commodity", commodity_of(first, words)),
        ("status", status_of(first, words)),
    ]
    rows = [(Cell(words(f"table.{name}")), _known(text, words)) for name, text in about]
    rows += [(Cell(words(f"site_role.{row.role}")), _area(row, words)) for row in answer.rows]
    rows.append((Cell(words("table.position")), Cell(position_of(first, words))))
    rows += [(Cell(words(f"table.{name}")), cell) for name, cell in _reports(answer, words)]
    return Table((words("table.fact"), words("table.known")), tuple(rows))


def say_facts(answer: Answer, words: Words, _selection: Selection) -> str:
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


def what_it_is(row, words: Words) -> str:
    """Kind, commodity and state in one line (row of ``schema.site``)."""
    parts = (kind_of(row, words), commodity_of(row, words), status_of(row, words))
    return " · ".join(part for part in parts if part)


def kind_of(row, words: Words) -> str:
    """Whether it is a mine, a plant or what is left of one; empty where nobody told."""
    return words(f"site_kind.{row.kind}") if _text(row.kind) else ""


def commodity_of(row, words: Words) -> str:
    """What is or was mined; as the compilers wrote it where the catalogue has no word."""
    named = [_named(f"commodity.{_code(part)}", part.strip(), words) for part in _text(row.commodity).split(";")]
    return ", ".join(filter(None, named))


def status_of(row, words: Words) -> str:
    """The state, and the year of which that is known."""
    state = _named(f"site_status.{_code(row.status)}", row.status, words)
    return (
        words("site.status_in", status=state, year=int(row.status_year))
        if row.status_year == row.status_year
        else state
    )


def position_of(row, words: Words) -> str:
    """The place with as many figures as it is known to, and the circle around it."""
    places = 2 if row.uncertainty_km < 5 else 1
    lat, lon = (words.number(value, places) for value in (row.lat, row.lon))
    return words("site.position", lat=lat, lon=lon, km=words.number(row.uncertainty_km))


def _named(key: str, text: str, words: Words) -> str:
    """The text of a key, else what the compilers wrote."""
    return words(key) if words.has(key) else text


def _code(text: str) -> str:
    """What compilers wrote, as keys are written."""
    return re.sub("[^a-z0-9]+", "_", text.lower()).strip("_")


def _mark(row) -> SiteMark:
    names = {language: row[f"site_name_{language}"] for language in ("ky", "ru", "en")}
    return SiteMark(row["site_id"], row["kind"], names, row["lat"], row["lon"], row["uncertainty_km"])


def _reports(answer: Answer, words: Words):
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


def _area(row, words: Words) -> Cell:
    name = getattr(row, f"name_{words.language}")
    return Cell(name, choice=f"district:{row.slug}", page="district") if _text(row.slug) else Cell(name)


def _known(text: str, words: Words) -> Cell:
    return Cell(text) if text else Cell(words("state.missing"), state="missing")


def _site(row, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(getattr(row, f"name_{words.language}"), choice=f"site:{row.site_id}", page="site"),
        Cell(what_it_is(row, words)),
        Cell(getattr(row, f"district_{words.language}"), choice=f"district:{row.slug}", page="district"),
    )
