"""Every loader of free tables refuses or drops what names or finds a person, in three languages and by content."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from loaders.commands import actions
from loaders.engine.run import Terms
from loaders.formats.registry import FORMATS
from loaders.gate.checks import LoadRefused
from loaders.gate.personal import names_somebody
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.loaders.formats import test_laboratory_wide as laboratory
from tests.loaders.formats import test_subnational_csv as subnational
from tests.loaders.formats.test_acled import HEADER as ACLED_HEADER
from tests.loaders.formats.test_acled import line as acled_line
from tests.loaders.formats.whole import csv_bytes
from tests.loaders.kinds import only_exhaustive
from tests.loaders.stand_ins import FILES, dump, source_of

DATASETS = ("grievances", "incidents", "readings", "statistics", "case_statistics", "revenue")
COLUMNS = (
    *("name", "full_name", "phone", "passport_no", "pin", "address", "comment", "latitude", "voice", "photo", "email"),
    *("ФИО", "Телефон", "ИНН", "Паспорт", "Адрес", "Описание жалобы", "Координаты", "Аудиозапись", "Фото", "Подпись"),
    *("аты-жөнү", "Телефону", "ПИН", "Дареги", "Арыздын тексти", "Жайгашкан жери", "Үнү", "Сүрөтү", "Кол тамгасы"),
)
TELLING = (
    *("+996 555 123 456", "0555 12-34-56", "0 (312) 621234", "996700112233", "тел 0772123456", "wa.me/996555123456"),
    *("21503199901234", "ПИН 11203198500987", "asan@example.kg"),
)
LABORATORY = laboratory.FILE.decode().splitlines()[:2]
NAMED = (
    *("Асан Бекович", "жители и Айгүл Асановна", "Бакыт Асан уулу", "Bakyt Asan uulu", "Aigul Asan kyzy"),
    "Ivan Petrovich said",
)
NAMELESS = (
    *("Жители Чоң-Алайского района", "Kumtor Gold Company", "около 300 человек", "кызыл тасма", "Ошский областной суд"),
    *("residents of Jeti-Oguz", "Дочь главы", "шахта Кызыл-Кия", "основной, плановна"),
)


def with_column(content: str, column: str, value: str) -> str:
    """The table with one more column, filled with the value."""
    rows = list(csv.reader(io.StringIO(content)))
    return _row_text([[*row, column if number == 0 else value] for number, row in enumerate(rows)])


def with_cell(content: str, column: str, value: str) -> str:
    """The table with another value in the first row of a column."""
    rows = list(csv.reader(io.StringIO(content)))
    rows[1][rows[0].index(column)] = value
    return _row_text(rows)


def _row_text(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def refusal(stores: Stores, folder: Path, dataset: str, content: str) -> tuple[LoadRefused, str]:
    """How the command refuses the file, and everything that it said and left."""
    path, messages = folder / "new.csv", []
    path.write_text(content, encoding="utf-8")
    settings = LoaderSettings("", "", reports=folder / "reports")
    with pytest.raises(LoadRefused) as error:
        actions.load(stores, settings, source_of(dataset), path, messages.append, Terms())
    reports = [file.read_text(encoding="utf-8-sig") for file in (folder / "reports").iterdir()]
    return error.value, "\n".join([str(error.value), *messages, *reports])


@pytest.mark.parametrize(
    ("dataset", "columns"),
    [("grievances", COLUMNS)]
    + [(dataset, ("phone", "ФИО", "Дареги")) for dataset in DATASETS[1:]]
    + [only_exhaustive(dataset, COLUMNS) for dataset in DATASETS[1:]],
)
def test_a_column_that_nobody_declared_refuses_the_file(filled_stores, tmp_path, dataset, columns):
    before = dump(filled_stores.private)
    for column in columns:
        error, output = refusal(
            filled_stores, tmp_path, dataset, with_column(FILES[dataset], column, "Асанов 0555123456")
        )
        assert error.column == column and "0555123456" not in output, column
    assert dump(filled_stores.private) == before


@pytest.mark.parametrize(("dataset", "column"), [("incidents", "description"), ("revenue", "discrepancy_note")])
def test_a_telling_cell_of_a_free_column_refuses_the_file(filled_stores, tmp_path, dataset, column):
    before = dump(filled_stores.private)
    for value in TELLING:
        content = with_cell(FILES[dataset], column, f"they said {value} and left")
        error, output = refusal(filled_stores, tmp_path, dataset, content)
        assert (error.row, error.column) == (2, column) and value not in output, value
    assert dump(filled_stores.private) == before


@pytest.mark.parametrize("dataset", ["grievances", "readings", "statistics", "case_statistics"])
def test_elsewhere_no_column_takes_free_text(filled_stores, tmp_path, dataset):
    """Codes, numbers and days only; the number of a case may be anything, for it is kept nowhere."""
    before = dump(filled_stores.private)
    columns = FILES[dataset].partition("\n")[0].split(",")
    for column in set(columns) - {"grievance_ref"}:
        error, _ = refusal(filled_stores, tmp_path, dataset, with_cell(FILES[dataset], column, "Асанов, 0555123456"))
        assert error.row == 2, column
    assert dump(filled_stores.private) == before


@pytest.mark.parametrize(("dataset", "column"), [("grievances", "issue_code"), ("incidents", "category")])
def test_a_refused_file_about_people_is_not_quoted(filled_stores, tmp_path, dataset, column):
    """The message ends in logs and mails; the report is the operator's alone."""
    error, output = refusal(filled_stores, tmp_path, dataset, with_cell(FILES[dataset], column, "Asanov Bakyt"))
    assert "Asanov" not in str(error) and output.count("Asanov") == 1


def test_what_publishers_formats_do_not_name_is_dropped(reference):
    """Columns beside those that a format or its mapping reads never reach the checks, nor any message."""
    acled = csv_bytes(f"{ACLED_HEADER},Телефон,victim_name", f"{acled_line()},0555123456,Асан Бекович")
    wide = csv_bytes(
        *(f"{row};{more}" for row, more in zip(LABORATORY, ("Телефон;ФИО", "0555123456;Асан Бекович"), strict=True))
    )
    payments = csv_bytes("Fiscal Year,Fund Type,State,County,Disbursement,Phone", "2020,State,Wyoming,,1000,0555123456")
    readings = [
        FORMATS["acled"].read(acled, "acled.csv", {}, reference),
        FORMATS["laboratory_wide"].read(wide, "lab.csv", laboratory.MAPPING, reference),
        FORMATS["subnational_csv"].read(payments, "paid.csv", subnational.MAPPING, None),
    ]
    for reading in readings:
        output = reading.frame.to_csv() + str(reading.set_aside) + str(reading.warnings)
        assert len(reading.frame) >= 1
        assert not [word for word in ("0555123456", "Асан", "Secret Person", "Somewhere") if word in output]


@pytest.mark.parametrize("text", NAMED)
def test_a_name_with_a_patronymic_is_seen(text):
    assert names_somebody(pd.Series([text])).tolist() == [True]


@pytest.mark.parametrize("text", NAMELESS)
def test_other_words_are_no_names(text):
    assert names_somebody(pd.Series([text])).tolist() == [False]
