"""Make the files of the example: ``python -m tools.bundled.synthetic OUT_DIR``.

The files are the same, byte for byte, on every run: each is drawn from its own fixed seed.
"""

import argparse
from pathlib import Path
from random import Random

from loaders.formats.flows import COLUMNS
from tools.bundled import synthetic_outcomes as outcomes
from tools.bundled import synthetic_pem as pem
from tools.bundled.days_off import HOLIDAY_COLUMNS, days_off
from tools.bundled.example_deadlines import SLA_RULE_COLUMNS, sla_rules
from tools.bundled.files import write_rows
from tools.bundled.indicator_names import INDICATOR_COLUMNS, everywhere
from tools.bundled.real_indicator_names import real
from tools.bundled.reported_commitments import COMMITMENT_COLUMNS, STEP_COLUMNS
from tools.bundled.reported_dialogue import COLUMNS as DIALOGUE_COLUMNS
from tools.bundled.reported_outcomes import PROJECT_COLUMNS, REHABILITATION_COLUMNS, RESULT_COLUMNS
from tools.bundled.reported_statements import COLUMNS as STATEMENT_COLUMNS
from tools.bundled.synthetic_commitments import commitments
from tools.bundled.synthetic_companies import ORGANISATION_COLUMNS, organisations
from tools.bundled.synthetic_conditions import (
    CASE_COLUMNS,
    CONDITION_COLUMNS,
    COUNTRY_COLUMNS,
    case_rows,
    conditions,
    country_rows,
)
from tools.bundled.synthetic_contacts import CONTACT_COLUMNS, contacts
from tools.bundled.synthetic_dialogue import meetings
from tools.bundled.synthetic_follow_up import (
    GRANT_COLUMNS,
    PLAN_COLUMNS,
    RECOMMENDATION_COLUMNS,
    grants,
    plans,
    recommendations,
)
from tools.bundled.synthetic_grievances import GRIEVANCE_COLUMNS, grievances
from tools.bundled.synthetic_incidents import INCIDENT_COLUMNS, incidents
from tools.bundled.synthetic_limits import THRESHOLD_COLUMNS, thresholds
from tools.bundled.synthetic_prices import FX_COLUMNS, PRICE_COLUMNS, fx_rates, price_index
from tools.bundled.synthetic_readings import READING_COLUMNS, readings
from tools.bundled.synthetic_replies import REPLY_COLUMNS, replies
from tools.bundled.synthetic_revenue import revenue
from tools.bundled.synthetic_sales import SALES_COLUMNS, sales
from tools.bundled.synthetic_statements import statements
from tools.bundled.synthetic_stations import STATION_COLUMNS, station_rows


def write_files(out: Path) -> None:
    """Write the invented files, and the examples and lists that are kept as code, to ``out``."""
    write_rows(out / "organisations.csv", ORGANISATION_COLUMNS, organisations())
    write_rows(out / "fx_rates.csv", FX_COLUMNS, fx_rates(Random("rates 1")))
    write_rows(out / "price_index.csv", PRICE_COLUMNS, price_index(Random("prices 1")))
    flows = revenue(Random("revenue 1"))
    write_rows(out / "revenue.csv", COLUMNS, flows)
    write_rows(out / "mineral_sales.csv", SALES_COLUMNS, sales(Random("sales 1"), flows))
    write_rows(out / "indicators.csv", INDICATOR_COLUMNS, everywhere())
    write_rows(out / "real_indicators.csv", INDICATOR_COLUMNS, real())
    write_rows(out / "thresholds.csv", THRESHOLD_COLUMNS, thresholds())
    write_rows(out / "stations.csv", STATION_COLUMNS, station_rows())
    write_rows(out / "readings.csv", READING_COLUMNS, readings(Random("readings 1")))
    of_places = [*conditions(Random("conditions 1"))]
    write_rows(out / "conditions.csv", CONDITION_COLUMNS, of_places)
    write_rows(out / "country_conditions.csv", COUNTRY_COLUMNS, country_rows(of_places))
    write_rows(out / "case_statistics.csv", CASE_COLUMNS, case_rows(Random("cases 1")))
    write_rows(out / "example_incidents.csv", INCIDENT_COLUMNS, incidents(Random("incidents 1")))
    write_rows(out / "example_statements.csv", STATEMENT_COLUMNS, statements())
    write_rows(out / "example_dialogue.csv", DIALOGUE_COLUMNS, meetings(Random("dialogue 1")))
    write_rows(out / "example_contacts.csv", CONTACT_COLUMNS, contacts())
    write_rows(out / "example_plans.csv", PLAN_COLUMNS, plans())
    write_rows(out / "example_grants.csv", GRANT_COLUMNS, grants())
    write_rows(out / "example_recommendations.csv", RECOMMENDATION_COLUMNS, recommendations())
    promises, steps = commitments(Random("commitments 1"))
    write_rows(out / "example_commitments.csv", COMMITMENT_COLUMNS, promises)
    write_rows(out / "example_commitment_steps.csv", STEP_COLUMNS, steps)
    write_rows(out / "replies.csv", REPLY_COLUMNS, replies())
    _write_outcomes(out)
    write_rows(out / "sla_rules.csv", SLA_RULE_COLUMNS, sla_rules())
    write_rows(out / "holidays.csv", HOLIDAY_COLUMNS, days_off())
    write_rows(out / "grievances.csv", GRIEVANCE_COLUMNS, grievances(Random("grievances 1")))


def _write_outcomes(out: Path) -> None:
    write_rows(out / "example_sites.csv", outcomes.SITE_COLUMNS, outcomes.site_rows())
    write_rows(out / "example_projects.csv", PROJECT_COLUMNS, outcomes.project_rows())
    write_rows(out / "example_results.csv", RESULT_COLUMNS, outcomes.result_rows(Random("results 1")))
    write_rows(out / "example_rehabilitation.csv", REHABILITATION_COLUMNS, outcomes.rehabilitation_rows())
    write_rows(out / "example_pem_areas.csv", pem.AREA_COLUMNS, pem.area_rows())
    write_rows(out / "example_pem_teams.csv", pem.TEAM_COLUMNS, pem.team_rows())
    write_rows(out / "example_laboratory_checks.csv", pem.CHECK_COLUMNS, pem.check_rows(Random("laboratory 1")))
    write_rows(out / "example_pem_scores.csv", pem.SCORE_COLUMNS, pem.score_rows(Random("scores 1")))


def main() -> None:
    """Read the output folder from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out_dir", type=Path)
    write_files(parser.parse_args().out_dir)


if __name__ == "__main__":
    main()
