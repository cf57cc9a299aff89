"""Units as laboratories write them, and headers that name an analyte with its unit."""

import re

UNIT_SPELLINGS = {
    "mg/L": ("mg/l", "мг/л", "мг/дм3", "mg/dm3"),
    "µg/L": ("ug/l", "мкг/л", "мкг/дм3", "ug/dm3"),
    "mg/m³": ("mg/m3", "мг/м3"),
    "µg/m³": ("ug/m3", "мкг/м3"),
    "mg/kg": ("mg/kg", "мг/кг"),
    "NTU": ("ntu", "нте", "емф"),
    "pH": ("ph", "рн", "ед.рн", "ед.ph", "phunits"),
    "Bq/L": ("bq/l", "бк/л", "бк/дм3"),
    "µSv/h": ("usv/h", "мкзв/ч"),
    "%": ("%",),
}
SPELLINGS = {spelling: unit for unit, spellings in UNIT_SPELLINGS.items() for spelling in spellings}
UNIT_IN_BRACKETS = re.compile(r"(?P<name>.+?)\s*[(\[](?P<unit>[^()\[\]]+)[)\]]")
# What is weighed, behind the unit: µg/l As, mg/l N, mg/l CaCO3.
SUBSTANCE = re.compile(r"\s+[A-Z][A-Za-z0-9]{0,9}$")
AFTER_COMMA = re.compile(r"(?P<name>.+?)\s*[,;]\s*(?P<unit>[^,;]+)")


def unit_of(text: str) -> str | None:
    """The unit in the spelling of our indicators, None if it is not known: ``мкг/дм³`` -> ``µg/L``."""
    return _spelling(text) or _spelling(SUBSTANCE.sub("", text.strip()))


def _spelling(text: str) -> str | None:
    return SPELLINGS.get(re.sub(r"\s", "", text.lower()).replace("³", "3").replace("µ", "u").replace("μ", "u"))


def analyte_and_unit(header: str) -> tuple[str, str | None]:
    """``As, мг/л`` -> (``As``, ``mg/L``); without a unit that is known, the header and None."""
    for form in (UNIT_IN_BRACKETS, AFTER_COMMA):
        match = form.fullmatch(header.strip())
        if match and (unit := unit_of(match["unit"])):
            return match["name"].strip(), unit
    return header.strip(), unit_of(header)
