"""A first mapping of tables of payments: what stands in which column, and the names that need a code."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from loaders.formats.payment_columns import Payments, names_of
from loaders.formats.tables import Table
from loaders.formats.totals import AMOUNTS
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.spelling import name_key

# Names of a column that a first mapping lists; a person fills in a code for each.
MOST_NAMES = 100
# Columns whose names a table of the mapping explains, and that table.
TABLES = {"stream": "stream_alias", "agency": "receiver_level", "payer": "payer", "project": "site", "place": "place"}
NEEDED_COLUMNS = ("stream_alias", "receiver_level")
# What a row's receiver is called where only its place is told.
KINDS_OF_PLACE = ("district", "oblast", "country")
CODES_ARE_YOURS = "which of our codes each name means: `python -m loaders codes` lists them"


class Sheet(NamedTuple):
    """A table, the row of its header, and what its columns seem to say."""

    table: Table
    header_row: int
    payments: Payments


def has_both_sides(sheets: Sequence[Sheet]) -> bool:
    """Whether each table tells what companies and what the state say."""
    return all({*AMOUNTS} <= {*sheet.payments.columns} for sheet in sheets)


def first_mapping(sheets: Sequence[Sheet], reference_codes: ReferenceCodes, file: str) -> Iterator[str]:
    """Lines of TOML, of several tables with a [[table]] for each."""
    layouts = [layout for sheet in sheets for layout in _layouts(sheet, file)]
    yield from layouts[0] if len(layouts) == 1 else [line for layout in layouts for line in _as_list(layout)]
    for column, names in _names_by_field(sheets).items():
        yield ""
        yield from name_lines(column, names, code_of_place(reference_codes) if column == "place" else no_code)


def open_points(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What the tables do not tell."""
    yield CODES_ARE_YOURS
    for column, names in _names_by_field(sheets).items():
        if len(names) > MOST_NAMES:
            yield f"{len(names) - MOST_NAMES} more names for [{column}]"
    all_payments = [sheet.payments for sheet in sheets]
    empty = sorted({name for one in all_payments for name, value in one.constants.items() if value == ""})
    if empty:
        yield f"what stands in no column, for [constants]: {', '.join(empty)}"
    if other_columns := sorted({name for one in all_payments for name in one.other_columns}):
        yield f"what these columns are for, which the mapping does not use: {', '.join(other_columns)}"
    if all(one.unit is None for one in all_payments):
        yield "a scale of the amounts; where they are in thousands, state unit = 1000"


def name_lines(column: str, names: Iterable[str], code: Callable[[str], str]) -> list[str]:
    """A table of a mapping, with the code of each name as far as it is known."""
    return [f"[{column}]", *(f"{toml_text(name)} = {toml_text(code(name))}" for name in [*names][:MOST_NAMES])]


def toml_text(value: str) -> str:
    """A text of TOML."""
    return json.dumps(value, ensure_ascii=False)


def _names_by_field(sheets: Sequence[Sheet]) -> dict[str, list[str]]:
    """The names of each table of the mapping, each once."""
    tables: dict[str, list[str]] = {}
    for entry, column in TABLES.items():
        names = [
            name for table, _, one in sheets if entry in one.columns for name in names_of(table, one.columns[entry])
        ]
        if entry == "stream":
            names += [name for _, _, one in sheets for name in one.streams]
        if entry == "agency" and not names and not has_both_sides(sheets):
            names = [*KINDS_OF_PLACE]
        if names or column in NEEDED_COLUMNS:
            tables[column] = list(dict.fromkeys(names))
    return tables


def _layouts(sheet: Sheet, file: str) -> Iterator[list[str]]:
    """Lines of TOML for each column of amounts."""
    one = sheet.payments
    top = [f"sheet = {toml_text(sheet.table.name)}"] if sheet.table.name != file else []
    top += [f"header_row = {sheet.header_row}"] if sheet.header_row > 1 else []
    top += [f"unit = {one.unit}"] if one.unit else []
    for stream in one.streams or ("",):
        columns = one.columns | ({"amount_government": stream} if stream else {})
        constants = one.constants | ({"stream": stream} if stream else {})
        lines = [*top, "", "[columns]", *(f"{name} = {toml_text(column)}" for name, column in columns.items())]
        values = [
            f"{name} = {toml_text(value) if isinstance(value, str) else value}" for name, value in constants.items()
        ]
        yield [*lines, *(["", "[constants]", *values] if values else [])]


def _as_list(lines: Iterable[str]) -> list[str]:
    """The same as one of several tables."""
    return ["[[table]]", *(line.replace("[", "[table.", 1) if line.startswith("[") else line for line in lines), ""]


def no_code(_name: str) -> str:
    """Of a name of which only a person knows the code."""
    return ""


def code_of_place(reference_codes: ReferenceCodes) -> Callable[[str], str]:
    """Gives the code of a name that only one place can have; of others nothing is guessed."""
    gazetteer = Gazetteer(reference_codes)

    def code(name: str) -> str:
        units = gazetteer.find(*name_key(name))
        return next(iter(units)).code if len(units) == 1 else ""

    return code
