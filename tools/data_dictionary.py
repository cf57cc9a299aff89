"""The data dictionary and the list of download addresses of ``docs/``, from what columns, tables and panels say."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dashboard.downloads import columns, formats
from dashboard.downloads.dressing import DROPPED_COLUMNS
from dashboard.panels import BY_KEY, PANELS
from dashboard.text import LANGUAGES, Words
from dashboard.text.terms import plain
from dashboard.web.sheets import formats_of
from data_access.answers import tables
from data_access.vocabulary.fields import PUBLISHED_ENTITIES
from data_access.vocabulary.fields.entity import Entity
from data_access.vocabulary.fields.field import PUBLIC, Codes, Field
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.states import OF_WIDER_AREAS

GENERATED_NOTE = "<!-- Made by `make docs`; whoever changes a column, a table or a panel makes it anew. -->"
HEADERS = ("Column", "Type", "Unit", "Meaning", "HXL tag", "Empty")
INTRODUCTION = """
What each column of the public tables is. Every table can be taken along whole, see [downloads.md](downloads.md). The
column "Empty" says what an empty cell means: a state of the number, "never" where there is none, "see meaning", or
"not known". The natural key is that by which a row is found again in another version.

Files have further columns: beside a code its words (`…_label`) and names, beside a number that may be withheld or
missing its state (`…_state`), and at the end source, licence, kind of data (`data_kind`) and newest day (`as_of`).
"""
ADDRESSES = """
Every address answers for all that is public. English is the language of a file unless `lang=ky`, `lang=ru` is said;
`hxl=1` puts HXL tags below the header; `edition=…` asks an edition. Other choices narrow the rows; they are written as
the addresses of pages write them, for example `/data/revenue.csv?district=jeti-oguz&since=2021&lang=ky`.
"""


def data_dictionary(words: Words) -> str:
    """Markdown: every public table with its columns, then the columns that only files of panels have."""
    parts = ["# Data dictionary", GENERATED_NOTE, INTRODUCTION.strip(), words("download.states.text")]
    parts += [part for name, entity in PUBLISHED_ENTITIES.items() for part in _of_table(name, entity, words)]
    return _page([*parts, "## Columns of panels", _table(("Column", "Unit", "Meaning", "HXL tag"), _of_panels())])


def downloads(words: Words) -> str:
    """Markdown: every address of a file, with the choices that narrow its rows."""
    of_panels = (
        _address_row(key, plain(words(panel.question(Selection()))), panel.depends_on) for key, panel in BY_KEY.items()
    )
    of_tables = (_address_row(key, words(f"dataset.{key}"), tables.narrowing_facets(key)) for key in PUBLISHED_ENTITIES)
    headers = ("Rows of", "Addresses", "Choices")
    parts = ["# Download addresses", GENERATED_NOTE, ADDRESSES.strip(), "## Whole tables", _table(headers, of_tables)]
    return _page([*parts, "## Panels, as they are shown", _table(headers, of_panels)])


def _of_table(name: str, entity: Entity, words: Words) -> Iterator[str]:
    key = ", ".join(f"`{column}`" for column in entity.natural_key)
    yield f"## {words(f'dataset.{name}')}: `{name}`"
    yield f"{entity.says}. Natural key: {key}."
    yield _table(HEADERS, map(_row, _in_files(entity)))


def _in_files(entity: Entity) -> Iterator[Field]:
    """The columns of a table as files have them: texts in one language, without places of labels."""
    for field in entity.of(PUBLIC):
        stem, _, language = field.name.rpartition("_")
        if language == LANGUAGES[0]:
            meaning = field.says.rpartition(", in ")[0]
            yield field.but(name=stem, says=f"{meaning}, in the language of the file", tag=_tag(field.tag))
        elif language not in LANGUAGES and field.name not in DROPPED_COLUMNS:
            yield field


def _row(field: Field) -> tuple[str, ...]:
    return f"`{field.heading}`", field.kind, field.unit or "", _meaning(field), _tag(field.tag), _empty(field)


def _meaning(field: Field) -> str:
    """What a column is, with its codes where that does not name them all."""
    codes = field.holds.values if isinstance(field.holds, Codes) else ()
    code_list = "" if all(code in field.says for code in codes) else f"; codes: {', '.join(codes)}"
    return field.says + code_list


def _tag(tag: str) -> str:
    return tag.replace(f"+i_{LANGUAGES[0]}", "+i_{lang}")


def _empty(field: Field) -> str:
    if field.empty:
        return "withheld; of a district: higher_level" if field.empty == OF_WIDER_AREAS else field.empty
    if not field.nullable:
        return "never"
    return "see meaning" if "empty" in field.says else "not known"


def _of_panels() -> list[tuple[str, str, str, str]]:
    """Name, unit, meaning and tag: of what several panels have, and of what one has by itself."""
    shared = [
        (name, columns.unit(name), meaning, columns.TAGS.get(name, "")) for name, meaning in columns.MEANINGS.items()
    ]
    panels = (one for panel in PANELS for one in panel.columns.items() if one[1].says)
    own = [(name, one.unit or columns.unit(name), one.says, one.tag) for name, one in panels]
    return [(f"`{name}`", unit, meaning, _tag(tag)) for name, unit, meaning, tag in sorted({*shared, *own})]


def _address_row(key: str, title: str, choices: Iterable[str]) -> tuple[str, str, str]:
    files = (f"`{formats.address('/', key, name, '', formats.LANGUAGE)}`" for name in formats_of(key))
    return title, " ".join(files), ", ".join(choices)


def _table(headers: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [headers, ("---" for _ in headers), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, cells))} |" for cells in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


PAGES = {"data-dictionary.md": data_dictionary, "downloads.md": downloads}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (Path(sys.argv[1]) / name).write_text(page(Words("en")), encoding="utf-8")
