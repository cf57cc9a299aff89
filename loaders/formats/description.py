"""What a file seems to be: the data set, the format and a first mapping, and what nobody can tell from the file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.datasets.registry import DATASETS
from loaders.formats.eiti_layout import is_matrix
from loaders.formats.eiti_parts import is_part
from loaders.formats.open_budget_answers import LEAF_DIGITS
from loaders.formats.payment_columns import Payments, names_of, payments
from loaders.formats.registry import FORMATS
from loaders.formats.tables import Grid, Table, grids, headed
from loaders.formats.totals import AMOUNTS
from loaders.gate.checks import LoadRefused
from loaders.gate.dataset import read_csv
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.json_text import read_json
from loaders.gate.reference_codes import ReferenceCodes
from loaders.gate.spelling import named

# Names of a column that a first mapping lists; a person fills in a code for each.
MOST_NAMES = 100
SEARCHED_ROWS = 40
# Tables of a mapping of payments, and the columns whose names they explain.
TABLES = {"stream": "stream_alias", "agency": "receiver_level", "payer": "payer", "project": "site", "place": "place"}
KINDS_OF_PLACE = ("district", "oblast", "country")


@dataclass(frozen=True)
class Description:
    """``mapping`` are lines of TOML; ``open_points`` is what the file does not tell."""

    loads: str = ""
    format: str = ""
    mapping: tuple[str, ...] = ()
    open_points: tuple[str, ...] = field(default=())


def describe(content: bytes, file: str, known: ReferenceCodes) -> Description:
    """What a file seems to be. Raises LoadRefused for one that can be no file of ours."""
    if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
        return _of_json(read_json(content, file))
    sheets = [sheet for sheet in grids(content, file) if len(sheet.cells)]
    if any(is_matrix(sheet) or is_part(sheet) for sheet in sheets):
        names = (
            "# names of streams and agencies as the workbook writes them, and our codes",
            *_names("stream_alias", []),
        )
        return Description("revenue", "eiti_summary", (*names, *_names("receiver_level", [])), (CODES_ARE_YOURS,))
    found = [(sheet, *_table(sheet, file)) for sheet in sheets]
    if not found:
        raise LoadRefused(file, "has no table: no row of cells with other rows below it")
    for _, _, table in found:
        if description := _of_header(table, known):
            return description
    tables = [(table, row, one) for _, row, table in found if (one := payments(table, file)) is not None]
    if tables:
        return _of_payments(tables, known, file, len(found))
    columns = ", ".join(map(str, found[0][2].frame))
    return Description(open_points=(f"which data set and format it is; its columns are {columns}", FORMATS_ARE))


CODES_ARE_YOURS = "which of our codes each name means: `python -m loaders codes` lists them"
FORMATS_ARE = (
    "its format, where it is none of our own columns: docs/data-formats.md lists them; KoboToolbox, laboratories, "
    "registers and boundaries are told by their mapping, of which loaders/mappings has examples"
)


def _table(sheet: Grid, file: str) -> tuple[int, Table]:
    """The rows below the first one that fills at least half of the columns, and its number."""
    filled = sheet.cells.head(SEARCHED_ROWS).notna().sum(axis=1)
    row = int(filled.index[filled >= max(filled.max() / 2, 1)][0])
    return row, headed(sheet, file, row)


def _of_header(table: Table, known: ReferenceCodes) -> Description | None:
    """A table of our own columns, or one with all columns by which a format is known."""
    header = {*map(str, table.frame)}
    for form in FORMATS.values():
        if form.header and {*form.header} <= header:
            return Description(form.dataset, form.name, (), (MAPPING_OF.format(form.name),))
    for name, dataset in DATASETS.items():
        if dataset.read is not read_csv:
            continue
        columns = dataset.schema(known).columns
        if header <= {*columns} and {key for key, column in columns.items() if column.required} <= header:
            return Description(name)
    return None


MAPPING_OF = "whether a mapping is needed for {}: loaders/mappings has a page for each subject"


def _of_json(content: Any) -> Description:
    first = content[0] if isinstance(content, list) and content else content
    match first:
        case {"type": "FeatureCollection"}:
            return Description("boundaries", "boundary_layer", (), (MAPPING_OF.format("boundary_layer"),))
        case {"service_request_id": _}:
            return Description(
                "grievances", "open311", (), ("which mapping fits: loaders/mappings/example_open311.toml",)
            )
        case {"revenues": {}, "metadata": {}}:
            return Description("national_revenue", "eiti_api")
        case {"address": _, "answer": _}:
            return _of_open_budget(content)
    if isinstance(first, list) and any("ao_p" in row for row in first if isinstance(row, dict)):
        return _of_open_budget([{"answer": content}])
    return Description(open_points=("which data set and format it is", FORMATS_ARE))


def _of_open_budget(saved: Sequence[Mapping[str, Any]]) -> Description:
    """Its codes of eight digits with their names, as comments: which are of mining, nobody can see."""
    answers = [one["answer"][0] for one in saved if isinstance(one.get("answer"), list) and one["answer"]]
    rows = [row for rows in answers if isinstance(rows, list) for row in rows if isinstance(row, dict)]
    codes = {str(row["code"]): str(row.get("name")) for row in rows if len(str(row.get("code"))) == LEAF_DIGITS}
    lines = [f'# {_text(code)} = ""          # {" ".join(name.split())}' for code, name in sorted(codes.items())]
    mapping = ('unit = ""', 'first_year = ""', "not_mining = []", "", "[stream_alias]", *lines)
    points = (
        "which of its codes are of mining: take the # away, fill in our stream; beginnings of others go to not_mining",
        "what its amounts are counted in: compare one with a printed budget, and state unit = 1 or 1000",
        "the first year that you want: first_year",
    )
    wrapped = (
        () if "address" in saved[0] else ('its address: a saved answer is [{"address": "https://…", "answer": …}]',)
    )
    return Description("revenue", "open_budget", mapping, (*points, *wrapped))


def _of_payments(
    tables: Sequence[tuple[Table, int, Payments]], known: ReferenceCodes, file: str, count: int
) -> Description:
    """A first mapping of one table, or of several with a [[table]] for each."""
    laid_out = [layout for table, row, one in tables for layout in _layouts(table, row, one, file)]
    has_both = all({*AMOUNTS} <= {*one.columns} for _, _, one in tables)
    form = "reconciliation" if has_both else "subnational_csv"
    lines = laid_out[0] if len(laid_out) == 1 else [line for one in laid_out for line in _as_list(one)]
    points = [CODES_ARE_YOURS]
    for entry, column in TABLES.items():
        names = [
            name for table, _, one in tables if entry in one.columns for name in names_of(table, one.columns[entry])
        ]
        if entry == "stream":
            names += [name for _, _, one in tables for name in one.streams]
        if entry == "agency" and not names and not has_both:
            names = [*KINDS_OF_PLACE]
        if names or column in ("stream_alias", "receiver_level"):
            lines += ["", *_names(column, names, _codes(entry, known))]
        if len({*names}) > MOST_NAMES:
            points.append(f"{len({*names}) - MOST_NAMES} more names for [{column}]")
    empty = sorted({name for _, _, one in tables for name, value in one.constants.items() if value == ""})
    if empty:
        points.append(f"what stands in no column, for [constants]: {', '.join(empty)}")
    if unused := sorted({name for _, _, one in tables for name in one.unused}):
        points.append(f"what these columns are for, which the mapping does not use: {', '.join(unused)}")
    if all(one.unit is None for _, _, one in tables):
        points.append("a scale of the amounts; where they are in thousands, state unit = 1000")
    if len(tables) < count:
        points.append(f"what is on its other sheets, {count - len(tables)} of them")
    return Description("revenue", form, tuple(lines), tuple(points))


def _layouts(table: Table, row: int, one: Payments, file: str) -> Iterator[list[str]]:
    """Lines of TOML for each column of amounts."""
    top = [f"sheet = {_text(table.name)}"] if table.name != file else []
    top += [f"header_row = {row}"] if row > 1 else []
    top += [f"unit = {one.unit}"] if one.unit else []
    for stream in one.streams or ("",):
        columns = one.columns | ({"amount_government": stream} if stream else {})
        constants = one.constants | ({"stream": stream} if stream else {})
        lines = [*top, "", "[columns]", *(f"{name} = {_text(column)}" for name, column in columns.items())]
        values = [f"{name} = {_text(value) if isinstance(value, str) else value}" for name, value in constants.items()]
        yield [*lines, *(["", "[constants]", *values] if values else [])]


def _as_list(lines: Iterable[str]) -> list[str]:
    """The same as one of several tables."""
    return ["[[table]]", *(line.replace("[", "[table.", 1) if line.startswith("[") else line for line in lines), ""]


def _names(column: str, names: Iterable[str], code: Callable[[str], str] = lambda _name: "") -> list[str]:
    once = list(dict.fromkeys(names))[:MOST_NAMES]
    return [f"[{column}]", *(f"{_text(name)} = {_text(code(name))}" for name in once)]


def _codes(entry: str, known: ReferenceCodes) -> Callable[[str], str]:
    """The code of a place that only one place can be; of other names nothing is guessed."""
    if entry != "place":
        return lambda _name: ""
    gazetteer = Gazetteer(known)

    def code(name: str) -> str:
        units = gazetteer.find(*named(name))
        return next(iter(units)).code if len(units) == 1 else ""

    return code


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
