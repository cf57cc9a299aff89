"""SOATE, the national code of places: the country, its oblasts by five digits, their districts by eight."""

COUNTRY_CODE = "417"
OBLAST_DIGITS, DISTRICT_DIGITS = 5, 8
# Levels of administrative units by the length of their codes.
LEVELS = {len(COUNTRY_CODE): "country", OBLAST_DIGITS: "oblast", DISTRICT_DIGITS: "district"}


def code_pattern(digits: int) -> str:
    """What a code of so many digits looks like."""
    return rf"{COUNTRY_CODE}\d{{{digits - len(COUNTRY_CODE)}}}"


def oblast_of(code: str) -> str:
    """The code of the oblast in which a district lies; an oblast's own."""
    return code[:OBLAST_DIGITS]
