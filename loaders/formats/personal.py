"""Dropping what names or finds a person, before anything else is done with a file.

Fails closed: a column that the mapping does not name and that looks personal, or any column that is left and holds
something like a phone number, a personal number or an e-mail address, refuses the whole file. No message repeats
a value.
"""

import re
from collections.abc import Collection

import pandas as pd

from loaders.checks import LoadRefused

# Whole words of a column's name, in English, Russian and Kyrgyz.
WORDS = re.compile(
    "names?|fio|tel|cell|mobile|mail|inn|pin|gps|lat|lon|long|lng|dob|house|street|text|photo|image|audio|video|voice|"
    "фио|имя|имени|тел|моб|инн|пин|дом|улица|почта|текст|фото|аудио|видео|аты|жону|жөнү|көчө|үй|сүрөт"
)
# Beginnings of words that are as telling in any form.
BEGINNINGS = re.compile(
    "surname|phone|telephone|whatsapp|telegram|passport|address|email|birth|signature|respondent|complainant|applicant|"
    "contact|submitted|device|imei|subscriber|sim|geopoint|geoloc|coordinat|latit|longit|descript|comment|"
    "фамил|отчеств|телефон|мобил|паспорт|адрес|рожден|подпис|заявител|контакт|координат|широт|долгот|описан|коммент|"
    "дарек|дарег|туулган|байланыш|арыздан"
)
EMAIL = r"[\w.+-]+@[\w-]+\.\w+"
# Kyrgyz numbers with or without 996 or 0, other countries with +, and the personal number of 14 digits.
PHONE = r"(?:(?:\+|00)?996|\b0)[\s(-]{0,2}\d{3}[\s)-]{0,2}(?:\d[\s-]?){5,6}\b|\+\d[\d\s()-]{8,}"
PERSONAL_NUMBER = r"\b[12]\d{13}\b"
VALUE = re.compile(f"{EMAIL}|{PHONE}|{PERSONAL_NUMBER}")


def without_personal(
    frame: pd.DataFrame, drop: Collection[str], known: Collection[str], wanted: Collection[str], file: str
) -> pd.DataFrame:
    """The ``wanted`` columns. ``drop`` are personal ones (``group/*``: a whole group), ``known`` harmless ones.

    Raises LoadRefused as the module says.
    """
    left = frame[[column for column in frame if not _listed(column, drop)]]
    unknown = [column for column in left if column not in known and column not in wanted]
    _refuse_names(unknown, file)
    _refuse_values(left[[column for column in left if column not in known]], file)
    return left[[column for column in left if column in wanted]]


def looks_personal(column: str) -> bool:
    """True of a name such as ``contact/phone``, ``ФИО заявителя`` or ``full_name``."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", column).lower().replace("ё", "е"))
    return any(WORDS.fullmatch(word) or BEGINNINGS.match(word) or word.endswith("name") for word in words)


def _listed(column: str, drop: Collection[str]) -> bool:
    return any(column == entry or (entry.endswith("/*") and column.startswith(entry[:-1])) for entry in drop)


def _refuse_names(columns: Collection[str], file: str) -> None:
    for column in columns:
        if looks_personal(column):
            reason = "looks personal and is not in the mapping; add it to drop, or delete it from the file"
            raise LoadRefused(file, reason, column=column)


def _refuse_values(frame: pd.DataFrame, file: str) -> None:
    for column in frame:
        found = frame[column].astype("str").str.contains(VALUE, na=False)
        if found.any():
            reason = "holds something like a phone number, a personal number or an e-mail address; nothing is loaded"
            raise LoadRefused(file, reason, row=int(frame.index[found][0]), column=column)
