"""Dropping what names or finds a person, before anything else is done with a file.

Fails closed: a column that the mapping does not name and that looks personal, or any column that is left and holds
something like a phone number, a personal number or an e-mail address, refuses the whole file. No message repeats
a value. ``refuse_telling`` does the latter for every file, whatever its format.
"""

import re
from collections.abc import Collection

import pandas as pd

from loaders.gate.checks import LoadRefused
from loaders.gate.per_distinct_value import by_distinct

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
# In Latin and Cyrillic letters: "Асан Бекович", "Asan Bekovna", "Асанов Бек уулу".
OFFSPRING = re.compile(
    r"\b[А-ЯЁҢӨҮ]\w+\s+(?:[А-ЯЁҢӨҮ]\w+(?:ович|евич|овна|евна|ична)\b|(?:[Уу]улу|[Кк]ызы)\b)"
    r"|\b[A-Z]\w+\s+(?:[A-Z]\w+(?:ovich|evich|ovna|evna|ichna)\b|(?:[Uu]ulu|[Kk]yzy)\b)"
)
# "ул. Ленина, 12", "Манас көчөсү 5", "12 Manas street".
HOME = re.compile(
    r"\b(?:ул\.|улиц\w*|переул\w*|пер\.|көч\.|көчөсү\w*)\W{0,3}(?:[\w.-]+\W{1,2}){0,3}\d"
    r"|\d\W{0,2}(?:[\w.-]+ ){1,2}(?:street|st\.)"
    r"|\b(?:кв\.|квартира|батир)\W{0,2}\d",
    re.IGNORECASE,
)
# One letter before the sign is enough: more would be tried from each letter of a long word.
EMAIL = r"[\w.+-]@[\w-]{1,63}\.\w"
# Kyrgyz numbers with or without 996 or 0, other countries with +, and the personal number of 14 digits; not the
# decimals of a number, nor a part of a longer one.
PHONE = r"(?<!\d)(?<!\d[.,])(?:(?:\+|00)?996|\b0)[\s(-]{0,2}\d{3}[\s)-]{0,2}(?:\d[\s-]?){5,6}\b|\+\d[\d\s()-]{8,}"
PERSONAL_NUMBER = r"(?<!\d[.,])\b[12]\d{13}\b"
VALUE = re.compile(f"{EMAIL}|{PHONE}|{PERSONAL_NUMBER}")


def without_personal(
    frame: pd.DataFrame, drop: Collection[str], harmless: Collection[str], columns: Collection[str], file: str
) -> pd.DataFrame:
    """The ``columns`` columns. ``drop`` are personal ones (``group/*``: a whole group), ``harmless`` harmless ones.

    Raises LoadRefused as the module says.
    """
    remaining = frame[[column for column in frame if not _is_listed(column, drop)]]
    strange_columns = [column for column in remaining if column not in harmless and column not in columns]
    _refuse_names(strange_columns, file)
    refuse_telling(remaining[[column for column in remaining if column not in harmless]], file)
    return remaining[[column for column in remaining if column in columns]]


def looks_personal(column: str) -> bool:
    """True of a name such as ``contact/phone``, ``ФИО заявителя`` or ``full_name``."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", column).lower().replace("ё", "е"))
    return any(WORDS.fullmatch(word) or BEGINNINGS.match(word) or word.endswith("name") for word in words)


def refuse_telling(frame: pd.DataFrame, file: str) -> None:
    """Raise LoadRefused at the first cell with something like a number or an address of a person."""
    for column in frame:
        is_telling = by_distinct(holds_number, frame[column])
        if is_telling.any():
            reason = "holds something like a phone number, a personal number or an e-mail address; nothing is loaded"
            raise LoadRefused(file, reason, row=int(frame.index[is_telling][0]), column=column)


def holds_number(cells: pd.Series) -> pd.Series:
    """True of texts with something like a phone number, a personal number or an e-mail address."""
    return cells.astype("str").str.contains(VALUE, na=False)


def names_somebody(cells: pd.Series) -> pd.Series:
    """True of texts with a first name and a patronymic, in the spellings of the three languages."""
    return cells.astype("str").str.contains(OFFSPRING, na=False)


def finds_home(cells: pd.Series) -> pd.Series:
    """True of texts with a street and a number, in the spellings of the three languages."""
    return cells.astype("str").str.contains(HOME, na=False)


def _is_listed(column: str, drop: Collection[str]) -> bool:
    return any(column == entry or (entry.endswith("/*") and column.startswith(entry[:-1])) for entry in drop)


def _refuse_names(columns: Collection[str], file: str) -> None:
    for column in columns:
        if looks_personal(column):
            reason = "looks personal and is not in the mapping; add it to drop, or delete it from the file"
            raise LoadRefused(file, reason, column=column)
