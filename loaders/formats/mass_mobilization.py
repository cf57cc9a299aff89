"""Lists of protests with places in free text, as the Mass Mobilization project publishes them.

A protest in several places becomes one row per place with the same ``episode_id``; each carries the figures of the
whole. Places that are not known stay as rows without a district. Who protested is not kept.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders.formats.columns import count_of, present
from loaders.formats.crowd import crowd, narrow
from loaders.formats.dates import read_dates
from loaders.formats.events import elsewhere, incident_rows, rows_without_day
from loaders.formats.mapping import TEXT, TEXTS, Entries, NamedEntries, checked_mapping
from loaders.formats.places import Resolution, Resolver
from loaders.formats.tables import read_table
from loaders.gate.checks import LoadRefused
from loaders.gate.gazetteer import Gazetteer
from loaders.gate.publisher_format import Format, Reading, SetAside
from loaders.gate.reference_codes import ReferenceCodes

# The publisher's columns of demands, and our issues.
ISSUES = {
    "labor_wage_dispute": "jobs",
    "land_farm_issue": "land",
    "police_brutality": "security",
    "political_behavior_process": "politics",
    "removal_of_politician": "politics",
    "social_restrictions": "other",
    "price increases_tax_policy": "other",
}
MAPPING = Entries({}, {"places": NamedEntries((TEXT, TEXTS))})
VIOLENCE = ("protesterviolence", "beatings", "shootings")
NEEDED_COLUMNS = ("id", "country", "location", "participants", "start_date", "killings", *VIOLENCE, *ISSUES)


def read(content: bytes, file: str, mapping: Mapping[str, Any], reference_codes: ReferenceCodes) -> Reading:
    """Rows of incidents.csv; the mapping may decide texts in ``[places]`` (text -> codes). Raises LoadRefused."""
    checked_mapping(mapping, MAPPING, file)
    table = read_table(content, file)
    present(table.frame, NEEDED_COLUMNS, file)
    dates = read_dates(table.frame["start_date"])
    frame, errors = table.without_errors(NEEDED_COLUMNS)
    set_aside = [
        *errors,
        *elsewhere(frame, "country"),
        *rows_without_day(frame, "start_date", dates),
        *_unplaced(frame),
    ]
    frame = frame.drop(index={item.row for item in set_aside}, errors="ignore")
    resolver = _resolver(mapping, reference_codes, file)
    resolutions = {row: resolver.resolve(text) for row, text in frame["location"].items()}
    rows = _spread(_rows(frame, dates.days), resolutions)
    return Reading(incident_rows(rows), tuple(set_aside), (*table.warnings, *_summary(resolutions, rows)))


def _resolver(mapping: Mapping[str, Any], reference_codes: ReferenceCodes, file: str) -> Resolver:
    try:
        return Resolver(Gazetteer(reference_codes), mapping.get("places"))
    except KeyError as error:
        raise LoadRefused(
            file, f"the mapping decides a place as {error}, which is no known district or oblast"
        ) from error


def _unplaced(frame: pd.DataFrame) -> list[SetAside]:
    return [SetAside(row, "location", None, "is empty") for row in frame.index[frame["location"].isna()]]


def _rows(frame: pd.DataFrame, days: pd.Series) -> pd.DataFrame:
    categories = frame.get("participants_category", pd.Series(None, frame.index, dtype="str"))
    crowds = [
        narrow(crowd(_said_of(text)), crowd(_said_of(kind)))
        for text, kind in zip(frame["participants"], categories, strict=True)
    ]
    violent = _is_coded(frame[list(VIOLENCE)]).any(axis=1)
    severity = pd.Series(2, frame.index).mask(violent, 4).mask(_is_coded(frame["killings"]), 5)
    return pd.DataFrame(
        {
            "episode_id": "MM-" + frame["id"],
            "date": days[frame.index],
            "date_precision": "day",
            "category": _is_coded(frame["protesterviolence"]).map({True: "riot", False: "protest"}),
            "severity_1_5": severity,
            "participants_min": [None if low is None else str(low) for low, _ in crowds],
            "participants_max": [None if high is None else str(high) for _, high in crowds],
            "issues": _issues(frame),
            "source": "Mass Mobilization Project",
        },
        index=frame.index,
    )


def _is_coded(cells: pd.DataFrame | pd.Series) -> pd.DataFrame | pd.Series:
    """True where a column of the publisher says that something was the case: 1, 1.0, 2 …"""
    numbers = (
        cells.apply(pd.to_numeric, errors="coerce")
        if isinstance(cells, pd.DataFrame)
        else pd.to_numeric(cells, "coerce")
    )
    return numbers.fillna(0) > 0


def _issues(frame: pd.DataFrame) -> list[str]:
    is_coded = _is_coded(frame[list(ISSUES)])
    return [
        ";".join(dict.fromkeys(issue for issue, is_so in zip(ISSUES.values(), row, strict=True) if is_so)) or "unknown"
        for row in is_coded.to_numpy()
    ]


def _spread(rows: pd.DataFrame, resolutions: Mapping[int, Resolution]) -> pd.DataFrame:
    """One row per place and per name that is not known; the numbers of the rows of the file repeat."""
    spread = [
        {"row": row, "oblast_code": oblast, "district_code": district, "nth": nth, "of": len(pairs)}
        for row, resolution in resolutions.items()
        for pairs in [
            [*((p.oblast, p.district) for p in resolution.places), *((None, None) for _ in resolution.unresolved_names)]
        ]
        for nth, (oblast, district) in enumerate(pairs, start=1)
    ]
    places = pd.DataFrame(spread).set_index("row").rename_axis(None)
    rows_with_places = places.join(rows)
    numbered = rows_with_places["episode_id"] + "-" + rows_with_places["nth"].astype("str")
    precision = rows_with_places["district_code"].notna().map({True: 3, False: 4})
    return rows_with_places.assign(
        incident_id=rows_with_places["episode_id"].where(rows_with_places["of"] == 1, numbered), geo_precision=precision
    )


def _summary(resolutions: Mapping[int, Resolution], rows: pd.DataFrame) -> list[str]:
    states = pd.Series({row: resolution.state for row, resolution in resolutions.items()}).value_counts()
    figures = ", ".join(f"{states.get(state, 0)} {state}" for state in ("district", "oblast", "several", "unresolved"))
    unresolved_names = [name for resolution in resolutions.values() for name in resolution.unresolved_names]
    sentences = [f"places of {len(resolutions)} protests: {figures}"]
    if (rows["of"] > 1).any():
        episodes, parts = rows.loc[rows["of"] > 1, "episode_id"].nunique(), (rows["of"] > 1).sum()
        sentences.append(
            f"{episodes} protests in several places are {parts} rows that share an episode_id and its figures"
        )
    if unresolved_names:
        sentences.append(count_of("places not known, kept without a district", sorted(unresolved_names)))
    return sentences


def _said_of(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


MASS_MOBILIZATION = Format("mass_mobilization", "incidents", read, (".csv", ".xlsx"), header=NEEDED_COLUMNS)
