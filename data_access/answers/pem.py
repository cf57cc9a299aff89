"""Answers about participatory monitoring: how residents' readings and a laboratory's agree, and scored criteria."""

from collections import defaultdict
from typing import NamedTuple

import pandas as pd
from sqlalchemy import select

from data_access.answers import filters, sources
from data_access.answers.links import web_address
from data_access.store.database import Snapshot
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.fields.pem import CRITERIA, ROLES, ROUNDS
from data_access.vocabulary.selection import Selection

check, station = schema.laboratory_check.c, schema.station.c
score, area, team = schema.pem_score.c, schema.pem_area.c, schema.pem_team.c
# A median of fewer differences says nothing of a kit.
LEAST_PAIRS = 5
CRITERION_ORDER = {one: place for place, one in enumerate(CRITERIA)}
ROUND_ORDER = {one: place for place, one in enumerate(ROUNDS)}


class Member(NamedTuple):
    """How many of a role take part, in full tens; ``members`` is None where that is withheld."""

    role: str
    members: int | None


def areas(snapshot: Snapshot, selection: Selection) -> Answer:
    """Areas of participatory monitoring in the chosen district, or all.

    Columns of ``schema.pem_area``, and slug and names (district_ky, …) of its district. ``extras["teams"]`` are
    the members of each area, by role.
    """
    district = schema.district.c
    district_names = (district[f"name_{code}"].label(f"district_{code}") for code in languages.LANGUAGES)
    query = (
        select(schema.pem_area, district.slug, *district_names)
        .join(schema.district, district.district_code == area.district_code)
        .where(filters.of_district(snapshot, selection, area.district_code))
        .order_by(area.pem_area_id)
    )
    area_rows = snapshot.frame(query)
    links = pd.Series(map(web_address, area_rows["evidence_url"]), area_rows.index, dtype=object)
    frame = area_rows.assign(evidence_url=links)
    _, rows = snapshot.rows(select(team.pem_area_id, team.team_role, team.member_count))
    teams: dict[str, list[Member]] = defaultdict(list)
    for key, role, count in sorted(rows, key=lambda row: ROLES.index(row[1])):
        teams[key].append(Member(role, count))
    known_years = filters.known_years(snapshot, area.monitored_since)
    origins = sources.of_rows(snapshot, schema.pem_area) + sources.of_rows(snapshot, schema.pem_team)
    return Answer(frame, known_years, known_years, origins, empty_reason="no_pem_areas", extras={"teams": dict(teams)})


def agreement(snapshot: Snapshot, selection: Selection) -> Answer:
    """How pairs of the chosen place and period agree: a row for each indicator, the most pairs first.

    Columns code, pair_count, within_count (differences within the tolerance of their pair), share_within (percent),
    bias_percent (median of residents' value less the laboratory's, in percent of the latter; NaN of fewer than
    ``LEAST_PAIRS``). Pairs in which the laboratory found nothing have no such difference, and are left out.
    """
    query = (
        select(schema.laboratory_check)
        .join(schema.station, station.station_id == check.station_id)
        .where(filters.of_district(snapshot, selection, station.district_code), check.laboratory_value != 0)
    )
    here = snapshot.frame(query)
    known_years = (min(here["sampled_on"]).year, max(here["sampled_on"]).year) if len(here) else None
    years = filters.chosen_years(selection, known_years)
    pairs = filters.rows_where(here, map(selection.covers, here["sampled_on"]))
    frame = by_indicator(pairs)
    origins = sources.of_rows(snapshot, schema.laboratory_check)
    reason = None if len(here) else "no_laboratory_checks"
    return Answer(frame, years if len(frame) else None, known_years, origins, empty_reason=reason)


def scores(snapshot: Snapshot, selection: Selection) -> Answer:
    """Scores of the areas in the chosen district, or of all: area by area, criterion by criterion, round by round.

    Columns of ``schema.pem_score``, and the names of the area. The period leaves nothing out: a round is compared with
    the one before it.
    """
    names = [area[name] for name in languages.columns("name")]
    query = (
        select(schema.pem_score, *names)
        .join(schema.pem_area, area.pem_area_id == score.pem_area_id)
        .where(filters.of_district(snapshot, selection, area.district_code))
    )
    rows = snapshot.frame(query)
    keys = {"criterion": rows["criterion"].map(CRITERION_ORDER), "round": rows["round"].map(ROUND_ORDER)}
    order = rows.assign(**keys).sort_values(["pem_area_id", "criterion", "round"], kind="stable").index
    in_order = rows.loc[order].reset_index(drop=True)
    links = pd.Series(map(web_address, in_order["evidence_url"]), in_order.index, dtype=object)
    known_years = filters.known_years(snapshot, score.assessed_on) if len(in_order) else None
    origins = sources.of_rows(snapshot, schema.pem_score)
    return Answer(in_order.assign(evidence_url=links), known_years, known_years, origins, empty_reason="no_scores")


def by_indicator(pairs: pd.DataFrame) -> pd.DataFrame:
    """``agreement`` of pairs: rows of ``schema.laboratory_check`` whose laboratory found something."""
    difference = 100 * (pairs["community_value"] - pairs["laboratory_value"]) / pairs["laboratory_value"]
    differences = pairs.assign(difference=difference, is_within=difference.abs() <= pairs["tolerance_percent"])
    groups = differences.groupby("indicator_code")
    counts = groups.size()
    frame = pd.DataFrame(
        {
            "pair_count": counts,
            "within_count": groups["is_within"].sum().astype(int),
            "share_within": 100 * groups["is_within"].mean(),
            "bias_percent": groups["difference"].median().where(counts >= LEAST_PAIRS),
        }
    )
    in_order = frame.rename_axis("code").reset_index().sort_values(["pair_count", "code"], ascending=[False, True])
    return in_order.astype({"share_within": float, "bias_percent": float}).reset_index(drop=True)
