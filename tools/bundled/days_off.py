"""Days off that decide deadlines: what the law fixes, as known here, beside the calendar of the package ``holidays``.

The package has both Eids, the days that the Cabinet moves and the Labour Code of 23 January 2025, each with its source.
A day that only one of them has is a day off all the same and is marked for review: nobody is said to be late because of
a day that may have been free.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from holidays import country_holidays

from loaders.datasets.service_rules import ONLY_CALENDAR, ONLY_LIST

HOLIDAY_COLUMNS = ["day", "name_ky", "name_ru", "name_en", "review"]
# The list was another one before: 8 November came in 2017.
YEARS = range(2018, 2028)
LANGUAGES = ("ky", "ru_KG", "en_US")
_HISTORY = ("Тарых жана ата-бабаларды эскерүү күнү", "День истории и памяти предков", "Day of History and Ancestors")
FIXED_HOLIDAYS = {
    "01-01": ("Жаңы жыл", "Новый год", "New Year"),
    "01-07": ("Рождество", "Рождество Христово", "Orthodox Christmas"),
    "02-23": ("Мекенди коргоочулардын күнү", "День защитника Отечества", "Defender of the Fatherland Day"),
    "03-08": ("Эл аралык аялдар күнү", "Международный женский день", "International Women's Day"),
    "03-21": ("Нооруз", "Нооруз", "Nooruz"),
    "04-07": ("Элдик Апрель революциясы күнү", "День народной Апрельской революции", "Day of the April Revolution"),
    "05-01": ("Эмгек майрамы", "Праздник труда", "Labour Day"),
    "05-05": ("Конституция күнү", "День Конституции", "Constitution Day"),
    "05-09": ("Жеңиш күнү", "День Победы", "Victory Day"),
    "08-31": ("Эгемендүүлүк күнү", "День независимости", "Independence Day"),
    "11-07": _HISTORY,
    "11-08": _HISTORY,
}


def days_off() -> Iterator[dict[str, object]]:
    """Rows of holidays.csv in the order of their days."""
    of_list, calendar = _listed_days(), _of_calendar()
    for day in sorted({*of_list, *calendar}):
        review = ONLY_LIST if day not in calendar else ONLY_CALENDAR if day not in of_list else None
        names = of_list.get(day) or calendar[day]
        yield dict(zip(HOLIDAY_COLUMNS, (day.isoformat(), *names, review), strict=True))


def _listed_days() -> Mapping[date, tuple[str, ...]]:
    return {date.fromisoformat(f"{year}-{day}"): names for year in YEARS for day, names in FIXED_HOLIDAYS.items()}


def _of_calendar() -> Mapping[date, tuple[str, ...]]:
    """Days off by the package, with their names in the three languages."""
    calendars = [country_holidays("KG", years=YEARS, language=language) for language in LANGUAGES]
    return {day: tuple(names[day] for names in calendars) for day in calendars[0]}
