"""The invented files in loaders/bundled: the same on every run, marked as invented, shaped by the real rules."""

import re
from collections import defaultdict
from itertools import pairwise

import pytest

from data_access.store.settings import CHECKOUT
from tools.bundled.days_off import FIXED_HOLIDAYS
from tools.bundled.files import read_rows
from tools.bundled.synthetic import write_files

BUNDLED = CHECKOUT / "loaders" / "bundled"
SYNTHETIC = (
    "organisations",
    "fx_rates",
    "price_index",
    "mineral_sales",
    "revenue",
    "thresholds",
    "stations",
    "readings",
    "conditions",
    "country_conditions",
    "case_statistics",
    "grievances",
    "example_incidents",
    "example_statements",
    "example_sites",
    "example_projects",
    "example_results",
    "example_rehabilitation",
    "example_pem_areas",
    "example_pem_teams",
    "example_laboratory_checks",
    "example_pem_scores",
    "example_commitments",
    "example_dialogue",
    "example_contacts",
    "example_plans",
    "example_grants",
    "example_recommendations",
    "example_commitment_steps",
)
LISTS = ("indicators", "real_indicators", "sla_rules", "holidays", "replies")


def rows(name: str) -> list[dict[str, str]]:
    return read_rows(BUNDLED / f"{name}.csv")


def test_synthetic_files_are_the_same_on_every_run(tmp_path):
    write_files(tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == {*SYNTHETIC, *LISTS}
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (BUNDLED / path.name).read_bytes(), path.name


def test_no_real_company_or_site_is_named_in_synthetic_files():
    generic = {"company", "state", "national", "licence", "none", "legacy", "area"}
    names = [row["operator"] + " " + row["name_en"] + " " + row["name_ru"] for row in rows("sites")]
    names += [row["company"] for row in rows("incidents")]
    real = set(re.findall(r"[^\W\d_]{4,}", " ".join(names).lower())) - generic
    for name in SYNTHETIC:
        words = set(re.findall(r"\w+", (BUNDLED / f"{name}.csv").read_text(encoding="utf-8").lower()))
        assert words & real == set(), name
    assert all("Example" in row["name_en"] for name in ("organisations", "stations") for row in rows(name))


def test_replies_say_that_they_are_examples_and_nothing_of_anybody():
    for row in rows("replies"):
        assert row["text_ky"].startswith("Жооптун үлгүсү.") and row["text_ru"].startswith("Пример ответа.")
        assert row["text_en"].startswith("Example of a reply. Here ")
        assert row["organisation_code"].startswith("example-") or "ample" in row["by_en"]
        is_plain = row["text_en"].endswith("nobody has said this.")
        assert is_plain == (row["subject_kind"] in ("site", "incident")), "sites and incidents are real"


def amount(row: dict[str, str]) -> float:
    return float(row["amount_government"] or row["amount_company"])


def test_transfers_share_out_what_was_paid_and_spending_stays_below():
    payments, transfers, spending = defaultdict(float), defaultdict(float), defaultdict(float)
    for row in rows("revenue"):
        year, place = row["period_start"][:4], (row["receiver_level"], row["oblast_code"], row["district_code"])
        if row["stage"] == "payment" and row["stream_code"] == "infra_2pct":
            payments[year] += amount(row)
        elif row["stage"] == "transfer":
            transfers[year, row["stream_code"], place] += amount(row)
        elif row["stage"] == "spending":
            spending[year, row["stream_code"], place] += amount(row)
    for year, total in payments.items():
        shared = sum(value for (when, stream, _), value in transfers.items() if (when, stream) == (year, "infra_2pct"))
        assert shared == pytest.approx(total, abs=50)
    assert spending.keys() == transfers.keys()
    assert all(spending[key] <= transfers[key] for key in spending)


def test_one_national_deposit_splits_50_30_20():
    levels = defaultdict(float)
    for row in rows("revenue"):
        kemin = row["district_code"] == "41708213" or row["oblast_code"] == "41708" and not row["district_code"]
        if row["stage"] == "transfer" and kemin and row["period_start"] == "2015-01-01":
            levels[row["receiver_level"]] += amount(row)
    total = sum(levels.values())
    shares = [levels[level] / total for level in ("oblast_fund", "district_fund", "local_budget")]
    assert shares == pytest.approx([0.5, 0.3, 0.2], abs=1e-6)


def test_revenue_has_a_gap_a_zero_refunds_and_missing_sides():
    revenue = rows("revenue")
    years = defaultdict(lambda: defaultdict(list))
    for row in revenue:
        assert row["amount_company"] or row["amount_government"], row["flow_id"]
        years[row["district_code"]][row["period_start"][:4]].append(amount(row))
    assert not {"2019", "2020"} & years["41704230"].keys()
    assert set(years["41703223"]["2019"]) == {0}
    payments = [row for row in revenue if row["stage"] == "payment"]
    assert any(amount(row) < 0 for row in payments)
    assert any(not row["amount_company"] for row in payments)
    assert any(not row["amount_government"] for row in payments)
    assert len({row["flow_id"] for row in revenue}) == len(revenue)


def test_readings_are_numbers_or_below_a_detection_limit():
    units = {row["indicator_code"]: row["unit"] for row in rows("indicators")}
    last = {}
    for row in rows("readings"):
        assert re.fullmatch(r"<?\d+(\.\d+)?", row["value"]), row
        assert row["unit"] == units[row["indicator_code"]]
        assert "2019-01-01" <= row["sampled_on"] <= "2026-10-31"
        last[row["station_id"]] = row["sampled_on"]
    assert last["example-station-04"].startswith("2022")
    assert any(row["value"] == "<0.05" and row["indicator_code"] == "as" for row in rows("readings"))


NEXT = {
    "received": {"acknowledged"},
    "acknowledged": {"screened"},
    "screened": {"assessing", "out_of_scope"},
    "assessing": {"in_resolution", "rejected"},
    "in_resolution": {"resolution_offered"},
    "resolution_offered": {"resolved", "appealed"},
    "appealed": {"assessing"},
    "resolved": {"closed", "reopened"},
    "closed": {"reopened"},
    "reopened": {"assessing"},
    "rejected": {"appealed"},
    "out_of_scope": set(),
    "withdrawn": set(),
}


def test_grievance_histories_make_only_legal_moves_in_order_of_date():
    cases = defaultdict(list)
    for row in rows("grievances"):
        cases[row["grievance_ref"]].append(row)
    for events in cases.values():
        assert events[0]["status"] == "received"
        for before, after in pairwise(events):
            assert after["status"] in NEXT[before["status"]] | {"withdrawn"}
            assert before["status_on"] < after["status_on"] <= "2026-10-31"
    sensitive = sum(events[0]["is_sensitive"] == "1" for events in cases.values())
    assert 0.005 < sensitive / len(cases) < 0.02


def test_both_eids_and_moved_days_are_days_off_and_marked_for_review():
    by_day = {row["day"]: row for row in rows("holidays")}
    marks = {
        **{"2024-04-10": "only_calendar", "2024-06-17": "only_calendar", "2024-05-02": "only_calendar"},
        **{"2024-02-23": "", "2025-04-07": "only_list", "2026-02-23": "only_list", "2026-05-04": "only_calendar"},
    }
    assert {day: by_day[day]["review"] for day in marks} == marks
    for year in range(2018, 2028):
        names = [row["name_en"] for day, row in by_day.items() if day.startswith(str(year))]
        assert all(any(eid in name for name in names) for eid in ("Eid al-Fitr", "Eid al-Adha", "New Year"))
    fixed_days = {f"{year}-{day}" for year in range(2018, 2028) for day in FIXED_HOLIDAYS}
    assert {day for day, row in by_day.items() if row["review"] == "only_calendar"} == set(by_day) - fixed_days
    assert all(by_day[day]["review"] in ("", "only_list") for day in fixed_days)
