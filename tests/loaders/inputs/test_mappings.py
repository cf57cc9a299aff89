"""Mappings that are no TOML, or lack or misspell something inside: refused before the file is read."""

import pytest

from tests.loaders.inputs.mappings import MAPPINGS

# format, what stands in its mapping, instead of which; what is said
SLIPS = {
    "no TOML": ("airnow", 'collected_by = "state"', "collected_by = state", "is not a TOML file in UTF-8"),
    "entry twice": ("airnow", "[stations]", 'collected_by = "state"\n[stations]', "is not a TOML file in UTF-8"),
    "unknown entry": ("airnow", "[stations]", "[station]", "cannot be read without 'stations'"),
    "number for a code": ("airnow", '"bishkek-us-embassy"', "7", "entry 'stations.Bishkek' must be a text"),
    "text for a table": ("airnow", "[stations]\nBishkek", "stations", "entry 'stations' must be a table"),
    "column missing": ("open311", 'column = "service_code"', "", "without 'issue.column'"),
    "words missing": ("open311", "words = { phone", "wards = { phone", "without 'channel.words'"),
    "words a text": ("kobo_grievances", '{ "yes" = "1", "no" = "0" }', '"yes"', "'sensitive.words' must be a table"),
    "step without column": (
        "kobo_grievances",
        '"closed", column = "closed"',
        '"closed"',
        "without 'steps[].column'",
    ),
    "step unknown": ("kobo_grievances", '"resolved"', '"solved"', "entry 'steps[].status' must be 'received' or"),
    "steps a text": ("kobo_grievances", "steps = [", 'steps = "received"\nignored = [', "has an entry 'ignored'"),
    "list for a column": ("kobo_grievances", 'ref = "_id"', 'ref = ["_id"]', "entry 'ref' must be a text"),
    "text for a list": ("kobo_readings", '["team/*", "phone"]', '"phone"', "entry 'drop' must be a list"),
    "unit missing": ("kobo_readings", 'unit = "pH"', "", "without 'measures.ph.unit'"),
    "measure a text": ("kobo_readings", "[measures.ph]", 'ec = "x"\n[measures.ph]', "an entry 'ec'"),
    "analyte misspelt": ("laboratory_wide", "detection_limit", "detecton_limit", "entry 'analytes.as.detecton_limit'"),
    "names a text": ("laboratory_wide", '["Cu"]', '"Cu"', "'analytes.cu.names' must be a list"),
    "order misspelt": ("laboratory_wide", "ignore", 'date_order = "daymonth"\nignore', "'date_order' must be 'day_"),
    "row a text": ("laboratory_wide", "ignore", 'header_row = "3"\nignore', "'header_row' must be a whole number"),
    "row a truth": ("laboratory_wide", "ignore", "header_row = true\nignore", "'header_row' must be a whole number"),
    "unknown field": ("reconciliation", 'year = "Year"', 'yeer = "Year"', "an entry 'columns.yeer'"),
    "unknown constant": ("subnational_csv", "currency =", "curency =", "an entry 'constants.curency'"),
    "decimal a word": ("subnational_csv", "[columns]", 'decimal = "comma"\n[columns]', "'decimal' must be '.' or ','"),
    "table missing": ("eiti_summary", "[receiver_level]", "", "without 'receiver_level'"),
    "table a text": ("eiti_summary", "[stream_alias]\n", 'stream_alias = "x"\n', "'stream_alias' must be a table"),
    "payer a table": ("estma", '"centerra-gold"', '["centerra-gold"]', "'payer.CENTERRA GOLD INC.' must be a text"),
    "stage for a side": (
        "payments_to_governments",
        'amount_company = "Amount"',
        'amount_government = "Amount"',
        "amount_government is what a government says",
    ),
    "dimension a number": ("sdmx_ml", 'SEX = "_T"', "SEX = 1", "'series.unemp.SEX' must be a text"),
    "years listed": ("statistics_wide", 'place = "Район"', 'place = "Район"\nyears = [2019]', "an entry 'years'"),
    "station a number": ("wgms", '"glacier-abramov"', "732", "'stations.732' must be a text"),
    "places a number": (
        "mass_mobilization",
        "# [places]",
        "[places]\nOsh = 41721000\n#",
        "'places.Osh' must be a text",
    ),
}


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_in_a_mapping_is_named(desk, refusal_of, tmp_path, case):
    form, right, wrong, reason = SLIPS[case]
    path = desk.folder / "mappings" / f"{form}.toml"
    assert right in MAPPINGS[form]
    file = tmp_path / "file.csv"
    file.write_text("a;b\n1;2\n")
    path.write_text(MAPPINGS[form].replace(right, wrong, 1), encoding="utf-8")
    try:
        assert reason in refusal_of(form, file)
    finally:
        path.write_text(MAPPINGS[form], encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "airnow.toml: the mapping of airnow cannot be read"),
        (b"\xff\xfe", "airnow.toml: is not a TOML file in UTF-8"),
        (b"[stations\n", "airnow.toml: is not a TOML file in UTF-8"),
        (b"a = " + b"[" * 100_000, "airnow.toml: is not a TOML file in UTF-8"),
        (b"", "cannot be read without 'stations'"),
    ],
)
def test_a_mapping_that_is_none(desk, refusal_of, tmp_path, content, reason):
    path = desk.folder / "mappings" / "airnow.toml"
    (tmp_path / "file.csv").write_text("a;b\n1;2\n")
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    try:
        assert reason in refusal_of("airnow", tmp_path / "file.csv")
    finally:
        path.write_text(MAPPINGS["airnow"], encoding="utf-8")
