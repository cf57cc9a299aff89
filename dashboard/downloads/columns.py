"""What the columns of files are that no table has, and that several panels have or that are put beside others.

Columns of tables are declared in ``vocabulary.fields``, those of a single panel by it. Descriptions are in English, as
the names of columns are: both are for machines and for those who program them.
"""

from data_access.vocabulary.fields import BY_NAME
from data_access.vocabulary.fields.field import NO_UNIT, NUMBER

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
    "author": "Body that says so, in the language of the file",
    "text": "What is said, in the language of the file",
    "licence": "Terms of use, as stated by the publisher",
    "code": "Code of what the row is about",
    "value": "The number; empty where state says why there is none",
    "state": "State of the number: value, zero, missing, withheld, higher_level or not_collected",
    "unit": "Unit of the number",
    "oblast_value": "Figure of the oblast, of districts that have none of their own",
    "is_partial": "True: withheld or unknown parts are left out, so the number is a least one",
    "is_without_people": "True: there is no number because the population of the district is not known",
    "rank": "Place by value, 1 for the highest",
    "quarter": "First day of the quarter",
    "lane": "Subject: revenue, monitoring, incidents or grievances",
    "measure": "Measure that the number is of",
    "here": "Place among the chosen districts, from 0; empty for all others",
    "districts": "Districts in the group",
    "payer": "Organisation that paid, as operator:code",
    "ok": "Readings within the limit",
    "near": "Readings within the limit but at 80 % of it or more",
    "exceeds": "Readings beyond the limit",
    "cannot_tell": "Readings whose detection limit lies above the limit",
    "judged": "Readings that can be judged",
    "share": "Readings beyond the limit, percent of those judged; empty where too few are",
    "from_year": "First year that the number covers",
    "to_year": "Last year that the number covers",
    "people_from_year": "First year of the population figures that the numbers were divided by",
    "people_to_year": "Last year of the population figures that the numbers were divided by",
    "unplaced_count": "Records that belong to the choice and to no district, the same in every row",
    "unplaced_value": "Their sum in total, not per person, in the currency of the unit, the same in every row",
    "issues": "Codes of what it was about, separated by spaces",
    "withheld_years": "Chosen years that are withheld, and left out of the numbers before it",
    "of_year": "Year that the number is of, where districts have each their own",
    "timeliness": "late, on_time, unknown where no next figures are promised; dated in an edition",
    "kind": "Kind of what the row is about",
    "source": "Title of the source, or of the sources",
    "comparison": "What was paid beside what was due: agrees, less, more or cannot_be_checked",
    "data_kind": "published, compiled (from named reports) or synthetic (invented for the example)",
    "edition": "Name of the edition that the row is of, as addresses write it",
    "edition_frozen_on": "Day on which the edition was frozen; its figures stay as they were",
    "as_of": "Last day that the newest record of the source covers",
}

# Numbers whose name does not end in their unit -> unit. That of ``value`` stands in the column unit.
UNITS = {
    "share": "percent",
    **dict.fromkeys(("ok", "near", "exceeds", "cannot_tell", "judged"), "readings"),
    "districts": "districts",
}
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
    endings = (unit for ending, unit in ENDINGS.items() if name.endswith(ending))
    return UNITS.get(name) or next(endings, NUMBER if name.endswith("_count") else NO_UNIT)
