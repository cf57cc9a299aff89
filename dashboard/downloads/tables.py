"""A whole public table as a sheet, piece by piece."""

from collections.abc import Callable, Iterator, Mapping

from dashboard.downloads.cells import plain
from dashboard.downloads.dressing import Dressing
from dashboard.downloads.sheet import About, Rows, Sheet, field_of
from dashboard.panel import BY_ROW, Geometry

# Columns of codes whose name means something else in other tables.
FAMILIES = {
    "sites": {"kind": ("site_kind",)},
    "sources": {"kind": ("kind",)},
    "replies": {"by_kind": ("replies.by",), "subject_kind": ("replies.subject",), "topic": ("topic",)},
    "source_checks": {"severity": ("check_severity",)},
    "load_notes": {"kind": ("load_note",)},
    **dict.fromkeys(("grievance_parts", "grievance_outcomes", "grievance_times"), {"code": BY_ROW}),
}
# What each row is on a map: a site a point within a stated distance, a district its shape.
GEOMETRIES: dict[str, Geometry] = {"sites": "point", "districts": "shape"}
ADDED = {"as_of": "date"}
# A name that means something else elsewhere.
RENAMED = {"shares_due": {"state": "comparison"}}


def sheet(
    name: str,
    types: Mapping[str, str],
    comments: Mapping[str, str],
    dressing: Dressing,
    count: int,
    chunks: Callable[[], Iterator[Rows]],
    about: About,
) -> Sheet:
    """The rows of a table; ``types`` and ``comments`` are those of its columns, ``chunks`` reads them anew."""
    language = dressing.words.language
    # A name in one language has lost the end of its column's name.
    comments = comments | {column.removesuffix(f"_{language}"): text for column, text in comments.items()}
    names = RENAMED.get(name, {})
    types = {names.get(column, column): kind for column, kind in types.items()}
    columns = dressing.dressed({column: [] for column in types})
    fields = (
        field_of(column, types.get(column) or ADDED.get(column, "string"), language, comments) for column in columns
    )

    def dressed() -> Iterator[Rows]:
        for rows in chunks():
            columns = {
                column: list(map(plain, values)) for column, values in zip(types, zip(*rows, strict=True), strict=True)
            }
            yield list(zip(*dressing.dressed(columns).values(), strict=True))

    return Sheet(name, language, tuple(fields), count, dressed, about, GEOMETRIES.get(name))
