"""What choices are called, and which option stands for none."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dashboard.address import short
from dashboard.address.route import Route
from dashboard.panels import PAGES
from dashboard.text import Words, naming
from data_access.answers import choices, indicator_list, places
from data_access.store.database import Snapshot
from data_access.vocabulary import measures
from data_access.vocabulary.facets import ALL, BY_KEY, FACETS, Facet, effective_value
from data_access.vocabulary.selection import Selection


def require_whole(words: Mapping[str, Words]) -> None:
    """Raise LookupError that names, on one line, choices that lack something and what they lack."""
    missing_by_facet = {facet.key: list(_missing_parts(facet, words)) for facet in FACETS}
    of_facets = (
        f"the choice {key} lacks {', '.join(missing_parts)}"
        for key, missing_parts in missing_by_facet.items()
        if missing_parts
    )
    problems = [*short.missing_codes(), *of_facets]
    if problems:
        raise LookupError("; ".join(problems))


def _missing_parts(facet: Facet, words: Mapping[str, Words]) -> Iterator[str]:
    """What a choice cannot do without: pages that exist, values, and its texts in every language."""
    yield from (f"the page {topic}" for topic in (*facet.topics, facet.leads_to) if topic and topic not in PAGES)
    if not facet.values and facet.column is None:
        yield "values, or a column that has them"
    if facet.values and facet.default not in (*facet.values, ALL, ""):
        yield f"its default {facet.default} among its values"
    for key in _texts(facet):
        languages = [language for language, catalogue in words.items() if not catalogue.has(key)]
        if languages:
            yield f"the text {key} ({', '.join(languages)})"


def _texts(facet: Facet) -> Iterator[str]:
    """Keys of its label, of the option that leaves nothing out, and of its values where the data do not name them."""
    yield f"control.{facet.key}"
    if facet.default == ALL:
        yield f"control.all_{facet.key}"
    if not facet.value_names:
        yield from (f"{facet.words or facet.key}.{value}" for value in facet.values)


def value_name(snapshot: Snapshot, facet: Facet, value: str, words: Words) -> str:
    """The name of a value that can be chosen."""
    if facet.value_names:
        names: dict[str, str] = choices.names(snapshot, facet.key)[value]
        return names[words.language]
    indicators = indicator_list.by_code(snapshot)
    if facet.key == "indicator" and value in indicators:
        return str(indicators[value].names[words.language])
    if facet.key in ("measure", "x", "y"):
        return naming.of_measure(measures.of_indicator(value, indicators), words)
    return words(f"{facet.words or facet.key}.{value}")


def district_name(snapshot: Snapshot, slug: str, words: Words) -> str:
    names = places.names_of(snapshot, slug)
    return names[words.language] if names else slug


def default(selection: Selection, key: str, topic: str) -> str:
    """The option of a control that holds without a choice of its own."""
    return measures.measure_of(topic, None, selection.medium).key if key == "measure" else BY_KEY[key].default


def control_value(selection: Selection, key: str, topic: str) -> str:
    """The option that a control shows."""
    if key == "measure":
        return measures.measure_of(topic, selection.measure, selection.medium).key
    return effective_value(selection, key)


def shown_places(selection: Selection, topic: str) -> list[str] | str | None:
    """The districts that their control shows: a list where several can be chosen."""
    return [*selection.districts] if topic == "compare" else selection.district


def active_choices(snapshot: Snapshot, selection: Selection, route: Route, words: Words) -> list[tuple[str, Selection]]:
    """Each choice that is made, in words, and the selection without it."""
    active = []
    for slug in selection.districts:
        name = district_name(snapshot, slug, words)
        active.append((name, selection.of([other for other in selection.districts if other != slug])))
    if selection.since or selection.until:
        active.append((period_in_words(selection, words), replace(selection, since=None, until=None)))
    # What holds because the usual has no figures was chosen by nobody, and cannot be let go.
    instead = choices.instead(snapshot)
    for facet in FACETS:
        value = getattr(selection, facet.key)
        if (
            value
            and value != instead.get(facet.key)
            and (facet.key != "measure" or measures.is_offered(value, route.topic))
        ):
            without: dict[str, Any] = {facet.key: None}
            active.append((value_name(snapshot, facet, value, words), replace(selection, **without)))
    return active


def title(snapshot: Snapshot, selection: Selection, route: Route, words: Words) -> str:
    """What a page is called in a window, on a printed file and where its link is shared: topic, place and period."""
    place_names = [district_name(snapshot, slug, words) for slug in selection.districts]
    if route.topic == "site":
        place_names = [choices.names(snapshot, "site")[route.place][words.language]]
    elif route.topic != "district":
        place_names = [words(f"topic.{route.topic}"), *place_names]
    period = [period_in_words(selection, words)] if selection.since or selection.until else []
    example = [words("example.name")] if snapshot.edition and snapshot.edition.is_example else []
    return " · ".join([*example, *place_names, *period, words("page.name")])


def period_in_words(selection: Selection, words: Words) -> str:
    """The chosen period, open ends included."""
    since, until = (moment and words.moment(moment) for moment in (selection.since, selection.until))
    if since and until:
        return since if since == until else f"{since} – {until}"
    return words("period.since", since=since) if since else words("period.until", until=until)
