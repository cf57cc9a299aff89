"""Invented companies of the example: what they mine, where, how much and when."""

from dataclasses import dataclass, field

ORGANISATION_COLUMNS = ["organisation_code", "organisation_type", "name_ky", "name_ru", "name_en"]

_CYRILLIC = dict(zip("ABCDEFGHIJKLMNOPQ", "АБВГДЕЖЗИКЛМНОПРС", strict=True))


@dataclass(frozen=True)
class Company:
    """One invented payer.

    ``turnover`` is mln KGS in 2015 prices; ``districts`` maps SOATE codes to shares of it (or, without
    turnover, to licences held). ``national_register`` decides how the 2 % contribution is split.
    ``factors`` multiplies single years (0: a year without output).
    """

    letter: str
    kind: str
    turnover: float
    districts: dict[str, float]
    first_year: int = 2015
    last_year: int = 2025
    national_register: bool = False
    factors: dict[int, float] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """Key in organisations.csv."""
        return f"example-company-{self.letter.lower()}"


#: Jeti-Oguz and Toguz-Toro depend on one mine each; the last four companies only hold licences.
COMPANIES = [
    Company("A", "gold", 24_000, {"41702210": 1.0}, national_register=True),
    Company(
        "B", "gold", 1_500, {"41703223": 1.0}, factors={2018: 0.6, 2019: 0.0, **dict.fromkeys(range(2020, 2026), 0.15)}
    ),
    Company("C", "gold", 3_200, {"41703204": 1.0}, factors={2018: 0.8}),
    Company("D", "gold", 1_300, {"41703204": 0.6, "41703230": 0.4}, last_year=2024),
    Company("E", "gold", 5_500, {"41708213": 1.0}, national_register=True),
    Company("F", "gold", 6_000, {"41707232": 1.0}, first_year=2021, national_register=True),
    Company("G", "gold", 1_900, {"41703230": 1.0}, factors={2020: 0.7}),
    Company("H", "gold", 1_400, {"41703230": 1.0}, first_year=2019),
    Company("I", "gold", 1_600, {"41704245": 1.0}, first_year=2017, factors={2019: 0.5, 2020: 0.1}),
    Company("J", "coal", 1_300, {"41704230": 1.0}),
    Company("K", "coal", 350, {"41705420": 0.6, "41703220": 0.4}),
    Company("L", "metal", 420, {"41705258": 1.0}),
    Company("M", "plant", 800, {"41708209": 1.0}),
    Company("N", "licence", 0, {"41702220": 1.0, "41702205": 2.0}),
    Company("O", "licence", 0, {"41707220": 1.5, "41707225": 1.0, "41708219": 0.6}, first_year=2016),
    Company("P", "licence", 0, {"41705236": 1.2, "41705214": 0.5, "41706242": 0.3}),
    Company("Q", "licence", 0, {"41703430": 0.2, "41703211": 0.8}, first_year=2018),
]


def organisations() -> list[dict[str, str]]:
    """Rows of organisations.csv; the names say in each language that the company is an example."""
    return [
        {
            "organisation_code": company.code,
            "organisation_type": "company",
            "name_ky": f"Үлгү компания {_CYRILLIC[company.letter]}",
            "name_ru": f"Компания-пример {_CYRILLIC[company.letter]}",
            "name_en": f"Example company {company.letter}",
        }
        for company in COMPANIES
    ]
