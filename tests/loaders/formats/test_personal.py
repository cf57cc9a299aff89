"""Whatever may name or find a person is dropped, or the file is refused."""

import pandas as pd
import pytest

from loaders.gate.checks import LoadRefused
from loaders.gate.personal import looks_personal, without_personal

PERSONAL = (
    *("name", "full_name", "firstName", "contact/phone", "Phone number", "tel", "Телефон", "моб. тел.", "passport"),
    *("Паспорт №", "ИНН", "PIN", "адрес", "Адрес проживания", "ФИО", "ФИО заявителя", "аты-жөнү", "Аты жөнү", "email"),
    *("E-mail", "gps", "_gps_latitude", "Координаты", "Дареги", "date of birth", "photo", "voice_note", "submitted_by"),
    *("respondent_age", "Описание", "complaint_text", "widow_of_applicant", "Уюлдук телефону"),
)
HARMLESS = ("district", "issue", "channel", "status", "Район", "received_on", "ward", "closed_on", "Дата", "Маселе")
TELLING_VALUES = (
    *("+996 555 123 456", "0555123456", "0 (312) 62-12-34", "996700112233", "+7 912 345-67-89"),
    *("call me: someone@example.kg", "21503199901234"),
)
PLAIN_VALUES = ("14-00684314", "2019-08-05", "41702210", "0.005", "12345", "2014-05-09T19:02:21-05:00", "1 234 567")


@pytest.mark.parametrize("column", PERSONAL)
def test_a_column_looks_personal(column):
    assert looks_personal(column)


@pytest.mark.parametrize("column", HARMLESS)
def test_a_column_does_not(column):
    assert not looks_personal(column)


@pytest.mark.parametrize("column", PERSONAL)
def test_an_unknown_personal_column_refuses_the_file(column):
    frame = pd.DataFrame({"issue": ["water"], column: ["x"]}, index=[2])
    with pytest.raises(LoadRefused) as error:
        without_personal(frame, (), (), ("issue",), "file.csv")
    assert error.value.column == column
    assert list(without_personal(frame, (column,), (), ("issue",), "file.csv")) == ["issue"]


@pytest.mark.parametrize("value", TELLING_VALUES)
def test_a_telling_value_refuses_the_file_and_is_not_repeated(value):
    frame = pd.DataFrame({"issue": ["water", value]}, index=[2, 3])
    with pytest.raises(LoadRefused) as error:
        without_personal(frame, (), (), ("issue",), "file.csv")
    assert (error.value.row, error.value.column) == (3, "issue")
    assert value not in str(error.value)


@pytest.mark.parametrize("value", PLAIN_VALUES)
def test_other_values_do_not(value):
    frame = pd.DataFrame({"issue": [value]}, index=[2])
    assert without_personal(frame, (), (), ("issue",), "file.csv")["issue"].tolist() == [value]


def test_a_whole_group_can_be_dropped_and_dropping_comes_first():
    frame = pd.DataFrame({"contact/name": ["A"], "contact/phone": ["0555123456"], "issue": ["water"]})
    columns = ("issue", "contact/name")
    assert list(without_personal(frame, ("contact/*",), (), columns, "file.csv")) == ["issue"]
