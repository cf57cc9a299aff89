"""Expectations of a file's form, each with its reason, and the refusal that names what broke one."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa
from pandera.engines import pandas_engine

from data_access.vocabulary.bidi_marks import straight
from loaders.gate.per_distinct_value import by_distinct, from_categories
from loaders.gate.plain_numbers import Day, PlainNumber, WholeNumber
from loaders.gate.publisher_format import SetAside

MISSING_COLUMN = "the column is missing"
TABLE_CHECKS = {
    "column_in_dataframe": MISSING_COLUMN,
    "column_in_schema": "the column is not part of this dataset's format",
}
# Places of a refused file that its report names.
MOST_PLACES = 10_000
CELL_CHECKS = {
    "not_nullable": "must not be empty",
    "field_uniqueness": "occurs twice",
    "multiple_fields_uniqueness": "repeats the key of another row",
}
# How pandera calls what a cell of another type breaks, before and after it was to be turned into it.
OF_TYPE = r"(?:coerce_)?dtype\("
# No amount, measurement or count of this country is larger; a number that is has lost its decimal point.
LARGEST = 1e15


@dataclass
class LoadRefused(Exception):
    """A file that is not loaded; nothing was changed. ``row`` counts as a spreadsheet does, the header is row 1.

    ``problems`` are all places where the file broke the expectations, the first of which is named above them.
    """

    file: str
    reason: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    problems: Sequence[SetAside] = ()

    def __post_init__(self) -> None:
        self.file, self.reason = straight(self.file), straight(self.reason)
        self.column = self.column and straight(self.column)
        self.problems = self.problems or (SetAside(self.row, self.column, self.value, self.reason),)

    @classmethod
    def of(cls, file: str, places: Sequence[SetAside]) -> "LoadRefused":
        """The refusal for places of which the first one is to be named."""
        first = places[0]
        return cls(file, first.reason, first.row, first.column, first.value, places)

    def __str__(self) -> str:
        place = [f"row {self.row}" if self.row else "", f"column {self.column}" if self.column else ""]
        value = f" (found {self.value!r})" if self.value is not None else ""
        return ", ".join(filter(None, [self.file, *place])) + f": {self.reason}{value}"


def text(*, nullable: bool = False, unique: bool = False, longest: int = 200, is_required: bool = True) -> pa.Column:
    """Any text up to the width of its database column; ``is_required`` says whether a file must have the column."""
    length_check = pa.Check(
        lambda cells: by_distinct(lambda distinct_cells: distinct_cells.str.len() <= longest, cells),
        error=f"is longer than {longest} characters",
    )
    return pa.Column(str, length_check, nullable=nullable, unique=unique, required=is_required)


def key(
    pattern: str = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", *, nullable: bool = False, unique: bool = False
) -> pa.Column:
    """A permanent key: it ends up in addresses and joins, so nothing but plain characters."""
    check = pa.Check.str_matches(rf"^(?:{pattern})$", error=f"is not a key of the form {pattern}")
    return pa.Column(str, check, nullable=nullable, unique=unique)


def one_of(values: Collection[str], noun: str, *, nullable: bool = False, unique: bool = False) -> pa.Column:
    """A code from a list; ``noun`` names the list for the person who mends the file."""
    check = pa.Check.isin(list(values), error=f"is not a known {noun}")
    return pa.Column(str, check, nullable=nullable, unique=unique)


def categorical(column: pa.Column) -> pa.Column:
    """A text column that stays categorical in the typed frame: for datasets whose files are long."""
    return pa.Column("category", column.checks, nullable=column.nullable, coerce=True)


def number(least: float | None = None, most: float | None = None, *, nullable: bool = False) -> pa.Column:
    """A finite number with a decimal point, within bounds."""
    bounds = (-LARGEST if least is None else least, LARGEST if most is None else most)
    return _number_column(PlainNumber(), "must be a number with a decimal point", *bounds, nullable)  # type: ignore[call-arg]


def whole(
    least: int | None = None, most: int | None = None, *, nullable: bool = False, is_required: bool = True
) -> pa.Column:
    """A whole number within bounds; ``is_required`` says whether a file must have the column."""
    return _number_column(WholeNumber(), "must be a whole number", least, most, nullable, is_required)  # type: ignore[call-arg]


def day(*, nullable: bool = False) -> pa.Column:
    """A calendar date written YYYY-MM-DD that exists, in a year from 1800 to 2199."""
    iso = Day(to_datetime_kwargs={"format": "%Y-%m-%d"})  # type: ignore[call-arg]
    return pa.Column(iso, coerce=True, nullable=nullable, description="must be a date that exists, as YYYY-MM-DD")


def validate(frame: pd.DataFrame, schema: pa.DataFrameSchema, file: str) -> pd.DataFrame:
    """The frame with the schema's types; its index is the row of the file. Raises LoadRefused with every problem."""
    if frame.empty:
        raise LoadRefused(file, "the file has no rows")
    repeating = [name for name, column in schema.columns.items() if isinstance(column.dtype, pandas_engine.Category)]
    try:
        return schema.validate(from_categories(frame, repeating).reset_index(drop=True), lazy=True).set_axis(
            frame.index
        )
    except pa.errors.SchemaErrors as error:
        raise _refusal(error.failure_cases, schema, file, frame.index) from error


def _number_column(dtype, description: str, least, most, nullable: bool, is_required: bool = True) -> pa.Column:
    checks = []
    if least is not None:
        checks.append(pa.Check.ge(least, error=f"must be at least {_bound_text(least)}"))
    if most is not None:
        checks.append(pa.Check.le(most, error=f"must be at most {_bound_text(most)}"))
    return pa.Column(dtype, checks, coerce=True, nullable=nullable, required=is_required, description=description)


def _bound_text(bound: float) -> str:
    return f"{bound:,.0f}" if abs(bound) > 9_999 else str(bound)


def _refusal(cases: pd.DataFrame, schema: pa.DataFrameSchema, file: str, rows: pd.Index) -> LoadRefused:
    cases = _without_consequences(cases)
    cases = cases.assign(rank=_rank(cases)).sort_values(["rank", "index"], kind="stable")
    # A broken expectation of a row comes once for each of its cells.
    row_wise = cases["column"].mask(cases["schema_context"] != "Column", "").fillna("")
    # One of the whole table names the column that it is about where others have what they found.
    row_wise = row_wise.mask(cases["check"].isin(TABLE_CHECKS), cases["failure_case"].astype("str"))
    once = cases[~cases.assign(column=row_wise).duplicated(["index", "column", "check"])]
    places = [_place(case, schema, rows) for case in once.head(MOST_PLACES).to_dict("records")]
    refusal = LoadRefused.of(file, places)
    if refusal.reason in TABLE_CHECKS.values():
        refusal.reason += _needed_columns(refusal, schema)
    return refusal


def _without_consequences(cases: pd.DataFrame) -> pd.DataFrame:
    """A cell of another type once, and not that its column could not be compared with bounds either."""
    of_type = cases["check"].astype("str").str.match(OF_TYPE)
    is_consequence = cases["index"].isna() & cases["column"].isin(cases.loc[of_type, "column"]) & ~of_type
    return cases.assign(check=cases["check"].mask(of_type, "dtype()"))[~is_consequence]


def _needed_columns(refusal: LoadRefused, schema: pa.DataFrameSchema) -> str:
    """All columns that are missing, where the refusal names another one or only one of several, and those needed."""
    missing = [str(place.column) for place in refusal.problems if place.reason == MISSING_COLUMN]
    others = f"; missing are {', '.join(missing)}" if missing and missing != [refusal.column] else ""
    return f"{others}; needed are {', '.join(name for name, column in schema.columns.items() if column.required)}"


def _place(case: dict, schema: pa.DataFrameSchema, rows: pd.Index) -> SetAside:
    check, case_value = case["check"], case["failure_case"]
    if check in TABLE_CHECKS:
        return SetAside(None, str(case_value), None, TABLE_CHECKS[check])
    row = None if pd.isna(case["index"]) else int(rows[int(case["index"])])
    if case["schema_context"] != "Column":
        return SetAside(row, None, None, CELL_CHECKS.get(check, check))
    value = None if pd.isna(case_value) else str(case_value)
    return SetAside(row, case["column"], value, _reason(str(check), schema, case["column"]))


def _rank(cases: pd.DataFrame) -> pd.Series:
    """Missing columns explain everything after them, and a wrong cell explains a wrong row."""
    rank = cases["schema_context"].map({"Column": 1}).fillna(2)
    return rank.mask(cases["check"].isin(TABLE_CHECKS), 0)


def _reason(check: str, schema: pa.DataFrameSchema, column: str) -> str:
    if re.match(OF_TYPE, check):
        return schema.columns[column].description
    return CELL_CHECKS.get(check, check)
