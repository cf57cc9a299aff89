"""SOATE, the national code of places: the country, its oblasts by five digits, their districts by eight, settlements
by all fourteen."""

COUNTRY_CODE = "417"
OBLAST_DIGITS, DISTRICT_DIGITS = 5, 8
# A village has the digits of its aiyl aimak, and three of its own, which are zeros in the code of the aimak.
AIMAK_DIGITS, SETTLEMENT_DIGITS = 11, 14
# Levels of administrative units by the length of their codes.
LEVELS = {len(COUNTRY_CODE): "country", OBLAST_DIGITS: "oblast", DISTRICT_DIGITS: "district"}


def code_pattern(digits: int) -> str:
    """What a code of so many digits looks like."""
    return rf"{COUNTRY_CODE}\d{{{digits - len(COUNTRY_CODE)}}}"


def aimak_of(code: str) -> str:
    """The code of the aiyl aimak in which a village lies; an aimak's own."""
    return code[:AIMAK_DIGITS].ljust(SETTLEMENT_DIGITS, "0")


def oblast_of(code: str) -> str:
    """The code of the oblast in which a district lies; an oblast's own."""
    return code[:OBLAST_DIGITS]
