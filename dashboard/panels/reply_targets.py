"""What panels show that somebody may have replied to, for all kinds of panels.

A total is another figure than its parts: a reply about the royalties of a district stands beside those, where they are
chosen or listed, and not beside all money of the district, nor beside the royalties of the country.
"""

from collections.abc import Callable

from data_access.vocabulary import measures
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import effective_value
from data_access.vocabulary.reply import Codes, Figures, ReplyTargets, Years
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.stages import PAYMENT

PlaceCodes = Callable[[Answer, Selection], Codes]


def no_codes(_answer: Answer, _selection: Selection) -> ReplyTargets:
    """Nothing that a reply can name: the data themselves, what belongs to a site, and to no district."""
    return ReplyTargets()


def sites(answer: Answer, _selection: Selection) -> ReplyTargets:
    """Sites one by one."""
    return ReplyTargets(sites=codes_of_column("site_id", answer))


def incidents(answer: Answer, _selection: Selection) -> ReplyTargets:
    """Incidents one by one."""
    return ReplyTargets(incidents=codes_of_column("incident_id", answer))


def revenue(stage: str | None, place_codes: PlaceCodes, answer: Answer, selection: Selection) -> ReplyTargets:
    """Money of a stage, else of the one that holds."""
    streams, payers = single_code(selection.stream), single_code(selection.operator)
    districts = place_codes(answer, selection)
    return figures(
        Figures("revenue", answer.span, districts, stage or effective_value(selection, "stage"), streams, payers)
    )


def readings(place_codes: PlaceCodes, answer: Answer, selection: Selection) -> ReplyTargets:
    """Readings together, of the chosen indicator where one is."""
    return figures(
        Figures("monitoring", answer.span, place_codes(answer, selection), indicators=single_code(selection.indicator))
    )


def indicators(place_codes: PlaceCodes, answer: Answer, selection: Selection) -> ReplyTargets:
    """Indicators or statistics one by one."""
    return figures(
        Figures("monitoring", answer.span, place_codes(answer, selection), indicators=codes_of_column("code", answer))
    )


def cases(topic: str, place_codes: PlaceCodes, answer: Answer, selection: Selection) -> ReplyTargets:
    """Incidents or grievances together, of the chosen issue where one is."""
    return figures(Figures(topic, answer.span, place_codes(answer, selection), issues=single_code(selection.issue)))


def issues(topic: str, place_codes: PlaceCodes, answer: Answer, selection: Selection) -> ReplyTargets:
    """Incidents or grievances issue by issue."""
    return figures(Figures(topic, answer.span, place_codes(answer, selection), issues=codes_of_column("code", answer)))


def all_cases(topic: str, place_codes: PlaceCodes, answer: Answer, selection: Selection) -> ReplyTargets:
    """Incidents or grievances together, whatever issue is chosen."""
    return figures(Figures(topic, answer.span, place_codes(answer, selection)))


def lanes(answer: Answer, selection: Selection) -> ReplyTargets:
    """Subjects as a whole, whatever else is chosen."""
    districts, keys = (
        chosen_districts(answer, selection),
        ("revenue", "exceedance_water", "incident_count", "grievance_received"),
    )
    return figures(*(of_measure(key, answer.span, districts, Selection()) for key in keys))


def of_measure(key: str, years: Years, districts: Codes, selection: Selection) -> Figures:
    """The figures of one measure."""
    topic = measures.of(key).topic
    if topic == "revenue":
        stage = effective_value(selection, "stage") if key == "revenue" else PAYMENT
        return Figures(topic, years, districts, stage, single_code(selection.stream), single_code(selection.operator))
    if topic == "monitoring":
        code = key if measures.is_statistic(key) else selection.indicator
        return Figures(topic, years, districts, indicators=single_code(code))
    return Figures(
        topic, years, districts, issues=single_code(selection.issue) if topic == "incidents" else frozenset()
    )


def figures(*items: Figures) -> ReplyTargets:
    """Figures, and nothing else."""
    return ReplyTargets(figures=items)


def chosen_districts(_answer: Answer, selection: Selection) -> Codes:
    """The chosen districts."""
    return frozenset(selection.districts)


def districts_of_rows(answer: Answer, _selection: Selection) -> Codes:
    """Every district that has a row."""
    return codes_of_column("slug", answer)


def country(_answer: Answer, _selection: Selection) -> Codes:
    """No district: the whole country, whichever is chosen."""
    return frozenset()


def single_code(code: str | None) -> Codes:
    """A chosen code; none where nothing is chosen."""
    return frozenset({code}) if code else frozenset()


def codes_of_column(column: str, answer: Answer) -> Codes:
    """The codes in a column of the frame."""
    return frozenset(value for value in answer.frame[column].tolist() if isinstance(value, str))
