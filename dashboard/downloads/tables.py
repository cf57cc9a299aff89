"""A whole public table as a sheet, piece by piece."""

from collections.abc import Callable, Iterator

from dashboard.downloads.cells import plain
from dashboard.downloads.columns import OF_PANELS
from dashboard.downloads.dressing import Dressing
from dashboard.downloads.sheet import About, Rows, Sheet, field_of
from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.fields.field import PUBLIC

ADDED_KINDS = {"as_of": "date"}


def sheet(entity: Entity, dressing: Dressing, count: int, chunks: Callable[[], Iterator[Rows]], about: About) -> Sheet:
    """The rows of a table; ``chunks`` reads them anew."""
    language = dressing.words.language
    declared_fields = {field.heading: field for field in entity.of(PUBLIC)}
    kinds = {name: field.kind for name, field in declared_fields.items()} | ADDED_KINDS
    # A name in one language has lost the end of its column's name.
    fields_by_name = (
        OF_PANELS
        | declared_fields
        | {name.removesuffix(f"_{language}"): field for name, field in declared_fields.items()}
    )
    columns = dressing.dress({name: [] for name in declared_fields})
    fields = (field_of(name, kinds.get(name, "string"), language, fields_by_name) for name in columns)

    def dressed_chunks() -> Iterator[Rows]:
        for rows in chunks():
            columns = {
                name: list(map(plain, values))
                for name, values in zip(declared_fields, zip(*rows, strict=True), strict=True)
            }
            yield list(zip(*dressing.dress(columns).values(), strict=True))

    return Sheet(entity.file, language, tuple(fields), count, dressed_chunks, about, entity.geometry)
