"""What the columns of files are that no table has: those of panels, and those that are put beside codes and numbers.

Columns of tables are declared in ``vocabulary.fields``. Descriptions are in English, as the names of columns are: both
are for machines and for those who program them.
"""

from data_access.vocabulary.fields import BY_NAME
from data_access.vocabulary.fields.field import NO_UNIT, NUMBER, OF_INDICATOR

# Columns that frames have and tables have not -> what they are.
MEANINGS = {
    "name": "Name in the language of the file",
    "district_code": "District: eight-digit SOATE code",
    "slug": "Permanent name of the district in addresses",
    "site_id": "Permanent key of the site",
    "district": "Name of the district in the language of the file",
    "oblast": "Name of the oblast in the language of the file",
    "area": "Name of the district, oblast or country in the language of the file",
    **dict.fromkeys(("site", "site_name"), "Name of the site in the language of the file"),
    "station": "Name of the station in the language of the file",
    "organisation": "Name of the organisation in the language of the file",
    "title": "Title in the language of the file",
    "publisher": "Publisher in the language of the file",
    "licence": "Terms of use, as stated by the publisher",
    "code": "Code of what the row is about",
    "value": "The number; empty where state says why there is none",
    "state": "State of the number: value, zero, missing, withheld, higher_level or not_collected",
    "unit": "Unit of the number",
    "is_partial": "True: withheld or unknown parts are left out, so the number is a least one",
    "is_without_people": "True: there is no number because the population of the district is not known",
    "rank": "Place by value, 1 for the highest",
    "quarter": "First day of the quarter",
    "lane": "Subject: revenue, monitoring, incidents or grievances",
    "measure": "Measure that the number is of",
    "here": "Place among the chosen districts, from 0; empty for all others",
    "first": "First station of the way of the money, as kind:code",
    "second": "Second station of the way of the money, as kind:code",
    "third": "Third station of the way of the money, as kind:code",
    "refund": "Refunds and corrections, zero or negative",
    "people_share": "Share of all residents, percent",
    "money_share": "Share of all money, percent",
    "ratio": "Share of money to share of residents; 1 is equal",
    "people_up_to": "Share of residents, summed up to this row, percent",
    "money_up_to": "Share of money, summed up to this row, percent",
    "gini": "Gini coefficient of money by residents, the same in every row",
    "districts": "Districts in the group",
    "payer": "Organisation that paid, as operator:code",
    "government": "Reported by the government, unit as stated; empty: not reported",
    "company": "Reported by the company, unit as stated; empty: not reported",
    "flows": "Flows summed in the row",
    "outcome": "Outcome of the reconciliation",
    "variance": "Government less company; empty where a side is missing",
    "percent": "Variance in percent of the government's figure",
    "level": "Who is to get it; empty: all levels together",
    "due": "Due by the rule in force all year; empty: cannot be told",
    "paid": "Paid, or passed on to the level; empty: not recorded",
    "comparison": "What was paid beside what was due: agrees, less, more or cannot_be_checked",
    "amount_government": "Extractive revenue as reported by the government",
    "amount_company": "Extractive revenue as reported by companies",
    "ok": "Readings within the limit",
    "near": "Readings within the limit but at 80 % of it or more",
    "exceeds": "Readings beyond the limit",
    "cannot_tell": "Readings whose detection limit lies above the limit",
    "judged": "Readings that can be judged",
    "share": "Readings beyond the limit, percent of those judged; empty where too few are",
    "below": "Readings below the detection limit; where most are, there is no mean",
    "times": "Largest reading as a multiple of its limit",
    "pairs": "Months in which community and laboratory both measured, the same in every row",
    "agreeing": "Those of them in which the larger mean is at most twice the smaller one",
    "is_named": "True: the station is said to watch the site",
    "place": "Place from the better end, 1 for the best; empty where no end is the better one",
    "is_here": "True: the chosen district",
    "from_year": "First year that the number covers",
    "to_year": "Last year that the number covers",
    "people_from_year": "First year of the population figures that the numbers were divided by",
    "people_to_year": "Last year of the population figures that the numbers were divided by",
    "unplaced_count": "Records that belong to the choice and to no district, the same in every row",
    "unplaced_value": "Their sum in total, not per person, in the currency of the unit, the same in every row",
    "first_year": "Year of the first figure of the chosen district",
    "first_value": "First figure of the chosen district",
    "median": "Median of the districts with a figure",
    "low": "Lowest figure of a district",
    "high": "Highest figure of a district",
    "n": "Districts with a figure",
    "issue": "What it was about; all: whatever it was about. An incident counts in several rows: do not add up",
    "issues": "Codes of what it was about, separated by spaces",
    "in_time": "Resolved within the deadline; empty: withheld",
    "missed": "Not resolved within the deadline; empty: withheld",
    "acknowledged_in_time": "Acknowledged within the deadline; empty: withheld",
    "acknowledged_missed": "Not acknowledged within the deadline; empty: withheld",
    "withheld_years": "Chosen years that are withheld, and left out of the numbers before it",
    "acknowledged_withheld_years": "Chosen years that are withheld, and left out of the two numbers before it",
    "happened": "Reopened or appealed in the chosen years; empty: withheld",
    "could": "First resolved (if reopened) or decided (if appealed) in the chosen years; empty: withheld",
    "of_year": "Year that the number is of, where districts have each their own",
    "x": "Number across: the measure x of the address, in the unit of x_unit",
    "y": "Number up: the measure y of the address, in the unit of y_unit",
    "x_first": "First year of x",
    "x_last": "Last year of x",
    "y_first": "First year of y",
    "y_last": "Last year of y",
    "rho": "Spearman's rank correlation, the same in every row",
    "rho_low": "Lower end of its 95 % interval",
    "rho_high": "Upper end of its 95 % interval",
    "withheld_count": "Districts left out because a number of theirs, or part of it, is withheld",
    "received": "Grievances that the district received in the year; empty: see received_state",
    "usual": "Median of the district's full years; empty: see usual_state",
    "country_open": "Grievances open in the country at the end of the quarter; empty: withheld",
    "country_usual": "Median of all quarters; empty: withheld",
    "subject": "Subject of the figures",
    "total": "Districts of the country",
    "timeliness": "late, on_time, unknown where no next figures are promised; dated in an edition",
    "role_basis": "Report that says so",
    "change": "added, corrected, removed, unpublished or taken_down (incidents, counted), republished (whole tables)",
    "key": "What the row is about, as column=value; …; empty where rows are only counted",
    "column": "Column that was corrected; of a row that came or went, the one that tells the most of it",
    "type": "Type of the column in Table Schema; before and after are texts, as they are of several types",
    "before": "What stood there; empty: see before_state",
    "before_state": "State of the number before; empty: there was no such row",
    "after": "What stands there now; empty: see after_state",
    "after_state": "State of the number now; empty: there is no such row",
    "count": "Rows that are counted here",
    "kind": "Kind of what the row is about",
    "source": "Title of the source, or of the sources",
    "data_kind": "published, compiled (from named reports) or synthetic (invented for the sample)",
    "edition": "Name of the edition that the row is of, as addresses write it",
    "edition_frozen_on": "Day on which the edition was frozen; its figures stay as they were",
    "as_of": "Last day that the newest record of the source covers",
}

# Numbers whose name does not end in their unit -> unit. That of ``value`` stands in the column unit.
UNITS = {
    **dict.fromkeys(("people_share", "money_share", "people_up_to", "money_up_to", "percent", "share"), "percent"),
    **dict.fromkeys(("ok", "near", "exceeds", "cannot_tell", "judged", "below"), "readings"),
    **dict.fromkeys(("received", "country_open", "usual", "country_usual", "happened", "could"), "grievances"),
    **dict.fromkeys(("in_time", "missed", "acknowledged_in_time", "acknowledged_missed"), "grievances"),
    **dict.fromkeys(("n", "districts", "total", "withheld_count"), "districts"),
}
# Numbers in the unit that the column unit states.
IN_UNIT = frozenset(
    {"refund", "government", "company", "variance", "due", "paid", "median", "low", "high", "first_value"}
    | {"amount_government", "amount_company"}
)
ENDINGS = {
    **{"_kgs": "KGS", "_usd": "USD", "_km": "km", "_year": "year", "_years": "years"},
    **dict.fromkeys(("_days", "_days_median"), "days"),
}

# What stands beside another column -> what it is.
ENDS = {
    "label": "{stem} in words, in the language of the file",
    "state": "State of {stem}: value, zero, missing, withheld, higher_level, not_collected",
    "unit": "Unit of {stem}",
}

# HXL tags by column; ``{lang}`` is the language of the file.
TAGS = {
    "district": "#adm2+name+i_{lang}",
    "name": "#loc+name+i_{lang}",
    "oblast": "#adm1+name+i_{lang}",
    "area": "#loc+name+i_{lang}",
    **dict.fromkeys(("site", "site_name"), "#loc+name+site+i_{lang}"),
    "station": "#loc+name+station+i_{lang}",
    "payer": "#org+payer",
    "organisation": "#org+name+i_{lang}",
    "level": "#org+receiver+code",
    **dict.fromkeys(("measure", "lane"), "#indicator+code"),
    "state": "#status+value",
    **dict.fromkeys(("source", "title"), "#meta+source"),
    "licence": "#meta+licence",
    "data_kind": "#meta+kind",
    "as_of": "#date+updated",
}

# Columns of tables as panels have them.
OF_PANELS = {name: field.but(says=MEANINGS.get(name, field.says)) for name, field in BY_NAME.items()}


def says(name: str) -> str:
    """What a column is."""
    if name in MEANINGS:
        return MEANINGS[name]
    stem, _, end = name.rpartition("_")
    return ENDS[end].format(stem=stem) if end in ENDS else ""


def unit(name: str) -> str:
    """The unit of a column; empty: it has none."""
    if name in IN_UNIT:
        return OF_INDICATOR
    endings = (unit for ending, unit in ENDINGS.items() if name.endswith(ending))
    return UNITS.get(name) or next(endings, NUMBER if name.endswith("_count") else NO_UNIT)
