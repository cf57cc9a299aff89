"""What a file seems to be: the data set, the format and a first mapping, and what nobody can tell from the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.datasets.registry import DATASETS
from loaders.formats.eiti_layout import is_matrix
from loaders.formats.eiti_parts import is_part
from loaders.formats.open_budget_answers import LEAF_DIGITS
from loaders.formats.payment_columns import is_numeric, names_of, payments
from loaders.formats.payment_mapping import (
    CODES_ARE_YOURS,
    NEEDED_COLUMNS,
    Sheet,
    code_of_place,
    first_mapping,
    has_both_sides,
    name_lines,
    no_code,
    open_points,
    toml_text,
)
from loaders.formats.registry import FORMATS
from loaders.formats.sdmx_ml import NAMESPACE
from loaders.formats.statistics_wide import YEAR
from loaders.formats.tables import Grid, Table, grids, with_header
from loaders.gate.checks import LoadRefused
from loaders.gate.dataset import read_csv
from loaders.gate.json_text import read_json
from loaders.gate.reference_codes import ReferenceCodes

SEARCHED_ROWS, SEARCHED_BYTES = 40, 5_000
INDICATOR = "which of our indicators it has: `python -m loaders codes` lists them"
PLACES = "the codes of the names in [places], which may be several places or none; take out those that are no places"
FORMATS_ARE = (
    "its format, where it is none of our own columns: docs/data-formats.md lists them; KoboToolbox, laboratories, "
    "registers and boundaries are told by their mapping, of which loaders/mappings has examples"
)
MAPPING_OF = "whether a mapping is needed for {}: loaders/mappings has a page for each subject"


@dataclass(frozen=True)
class Description:
    """``mapping`` are lines of TOML; ``open_points`` is what the file does not tell."""

    loads: str = ""
    format: str = ""
    mapping: tuple[str, ...] = ()
    open_points: tuple[str, ...] = ()


def describe(content: bytes, file: str, reference_codes: ReferenceCodes) -> Description:
    """What a file seems to be. Raises LoadRefused for one that can be no file of ours."""
    if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
        return _of_json(read_json(content, file))
    if NAMESPACE.encode() in content[:SEARCHED_BYTES]:
        return Description("statistics", "sdmx_ml", (), (MAPPING_OF.format("sdmx_ml"),))
    sheets = [sheet for sheet in grids(content, file) if len(sheet.cells)]
    if any(is_matrix(sheet) or is_part(sheet) for sheet in sheets):
        return Description("revenue", "eiti_summary", tuple(f"[{name}]" for name in NEEDED_COLUMNS), (CODES_ARE_YOURS,))
    tables = [_table(sheet, file) for sheet in sheets]
    if not tables:
        raise LoadRefused(file, "has no table: no row of cells with other rows below it")
    if description := next(filter(None, (_of_header(table, reference_codes) for table, _ in tables)), None):
        return description
    if description := next(filter(None, (_of_years(*one, reference_codes) for one in tables)), None):
        return description
    payment_sheets = [Sheet(table, row, one) for table, row in tables if (one := payments(table, file)) is not None]
    if not payment_sheets:
        columns = ", ".join(map(str, tables[0][0].frame))
        return Description(open_points=(f"which data set and format it is; its columns are {columns}", FORMATS_ARE))
    form = "reconciliation" if has_both_sides(payment_sheets) else "subnational_csv"
    others = len(tables) - len(payment_sheets)
    more = (f"what is on its other sheets, {others} of them",) if others else ()
    return Description(
        "revenue",
        form,
        tuple(first_mapping(payment_sheets, reference_codes, file)),
        (*open_points(payment_sheets), *more),
    )


def _table(sheet: Grid, file: str) -> tuple[Table, int]:
    """The rows below the first one that fills at least half of the columns, and its number."""
    filled_counts = sheet.cells.head(SEARCHED_ROWS).notna().sum(axis=1)
    row = int(filled_counts.index[filled_counts >= max(filled_counts.max() / 2, 1)][0])
    return with_header(sheet, file, row), row


def _of_header(table: Table, reference_codes: ReferenceCodes) -> Description | None:
    """A table of our own columns, or one with all columns by which a format is known."""
    header = {*map(str, table.frame)}
    for form in FORMATS.values():
        if form.header and {*form.header} <= header:
            return Description(form.dataset, form.name, (), (MAPPING_OF.format(form.name),))
    for name, dataset in DATASETS.items():
        if dataset.read is not read_csv:
            continue
        columns = dataset.schema(reference_codes).columns
        if header <= {*columns} and {key for key, column in columns.items() if column.required} <= header:
            return Description(name)
    return None


def _of_years(table: Table, header_row: int, reference_codes: ReferenceCodes) -> Description | None:
    """A table with a column for each year, and a first mapping; of places that are not found, their names."""
    years = [name for name in map(str, table.frame) if YEAR.fullmatch(name)]
    places = [name for name in map(str, table.frame) if name not in years and not is_numeric(table.frame[name])]
    if len(years) < 2 or not places:
        return None
    code = code_of_place(reference_codes)
    strange_names = [name for name in names_of(table, places[0]) if not code(name)]
    top = [
        'indicator = ""',
        f"place = {toml_text(places[0])}",
        *([f"header_row = {header_row}"] if header_row > 1 else []),
    ]
    mapping = (*top, "", *name_lines("places", strange_names, no_code))
    return Description("statistics", "statistics_wide", mapping, (INDICATOR, PLACES))


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


def _of_open_budget(saved_answers: Sequence[Mapping[str, Any]]) -> Description:
    """Its codes of eight digits with their names, as comments: which are of mining, nobody can see."""
    answers = [one["answer"][0] for one in saved_answers if isinstance(one.get("answer"), list) and one["answer"]]
    rows = [row for rows in answers if isinstance(rows, list) for row in rows if isinstance(row, dict)]
    codes = {str(row["code"]): str(row.get("name")) for row in rows if len(str(row.get("code"))) == LEAF_DIGITS}
    lines = [f'# {toml_text(code)} = ""          # {" ".join(name.split())}' for code, name in sorted(codes.items())]
    mapping = ('unit = ""', 'first_year = ""', "not_mining = []", "", "[stream_alias]", *lines)
    points = (
        "which of its codes are of mining: take the # away, fill in our stream; beginnings of others go to not_mining",
        "what its amounts are counted in: compare one with a printed budget, and state unit = 1 or 1000",
        "the first year that you want: first_year",
    )
    address_point = (
        ()
        if "address" in saved_answers[0]
        else ('its address: a saved answer is [{"address": "https://…", "answer": …}]',)
    )
    return Description("revenue", "open_budget", mapping, (*points, *address_point))
