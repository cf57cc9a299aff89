"""Invented stations of the example; their names say that they are examples and place them nowhere exactly."""

from dataclasses import dataclass
from datetime import date

STATION_COLUMNS = [
    "station_id",
    "district_code",
    "site_id",
    "medium",
    "water_use",
    "position",
    "name_ky",
    "name_ru",
    "name_en",
]


@dataclass(frozen=True)
class Station:
    """An invented station. ``burden`` multiplies typical values; ``kit`` means coarse field tests."""

    number: int
    district: str
    medium: str
    water_use: str | None
    position: str
    collected_by: str
    burden: float
    kit: bool = False
    first_day: date = date(2019, 1, 1)
    last_day: date = date(2026, 10, 31)

    @property
    def station_id(self) -> str:
        """Key in stations.csv."""
        return f"example-station-{self.number:02}"


_START = date(2020, 4, 1)

STATIONS = [
    Station(1, "41702210", "water", "fishery", "upstream", "company", 0.6),
    Station(2, "41702210", "water", "fishery", "downstream", "company", 1.5),
    Station(3, "41702210", "water", "drinking", "settlement", "state", 0.8),
    Station(4, "41703223", "water", "drinking", "downstream", "state", 1.2, last_day=date(2022, 8, 20)),
    Station(5, "41703204", "water", "drinking", "downstream", "laboratory", 1.6),
    Station(6, "41703230", "water", "drinking", "settlement", "community", 1.1, kit=True, first_day=_START),
    Station(7, "41703230", "water", "fishery", "downstream", "laboratory", 1.4),
    Station(8, "41704245", "water", "drinking", "downstream", "state", 1.0),
    Station(9, "41707232", "water", "drinking", "downstream", "company", 0.9, first_day=date(2020, 9, 1)),
    Station(10, "41708213", "water", "fishery", "downstream", "state", 1.3),
    Station(11, "41705258", "water", "drinking", "at", "state", 2.1),
    Station(12, "41702220", "water", "drinking", "background", "community", 0.5, kit=True, first_day=_START),
    Station(13, "41703430", "water", "drinking", "downstream", "state", 1.3),
    Station(14, "41708213", "air", None, "settlement", "company", 1.0),
    Station(15, "41704230", "air", None, "settlement", "state", 1.5),
    Station(16, "41711000", "air", None, "settlement", "state", 1.9),
    Station(17, "41708209", "air", None, "at", "laboratory", 1.2, first_day=date(2021, 1, 1)),
]


def station_rows() -> list[dict[str, object]]:
    """Rows of stations.csv; no row names a site, as the stations are invented and the sites are real."""
    return [
        {
            "station_id": station.station_id,
            "district_code": station.district,
            "medium": station.medium,
            "water_use": station.water_use,
            "position": station.position,
            "name_ky": f"Үлгү бекет {station.number}",
            "name_ru": f"Пост-пример {station.number}",
            "name_en": f"Example station {station.number}",
        }
        for station in STATIONS
    ]
