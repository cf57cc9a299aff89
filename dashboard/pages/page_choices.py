"""What can be chosen on a page: the controls that a topic has of its own, districts, and years."""

from dashboard.address.route import Route
from dashboard.pages import choice_names
from dashboard.pages.page_view import Choice
from dashboard.text import Words
from data_access.answers import choices, places
from data_access.store.database import Snapshot
from data_access.vocabulary import facets, languages, measures
from data_access.vocabulary.selection import Selection


def topic_choices(snapshot: Snapshot, route: Route, selection: Selection, words: Words) -> list[Choice]:
    """The controls that a topic has of its own."""
    return [
        Choice(
            facet.key,
            words(f"control.{facet.key}"),
            _options(snapshot, route.topic, facet, words),
            choice_names.control_value(selection, facet.key, route.topic),
            choices.instead(snapshot).get(facet.key) or choice_names.default(selection, facet.key, route.topic),
            is_place=facet.key == route.topic,
        )
        for facet in facets.of_topic(route.topic)
    ]


def district_options(snapshot: Snapshot, words: Words) -> list[dict[str, str]]:
    """Districts in the order of their names; found by their names in all languages and by older spellings."""
    other = places.aliases(snapshot).groupby("district_code")["alias"].agg(" ".join).to_dict()
    rows = places.districts(snapshot).to_dict("records")
    options = [
        {
            "value": row["slug"],
            "label": row[f"name_{words.language}"],
            "search": " ".join([*languages.texts(row, "name").values(), other.get(row["district_code"], "")]),
        }
        for row in rows
    ]
    return sorted(options, key=lambda option: words.sort_key(option["label"]))


def _options(snapshot: Snapshot, topic: str, facet: facets.Facet, words: Words) -> list[tuple[str, str]]:
    all_values = choices.values(snapshot, facet.key)
    values = [value for value in all_values if facet.key != "measure" or measures.is_offered(value, topic)]
    options = [(value, choice_names.value_name(snapshot, facet, value, words)) for value in values]
    if facet.default != facets.ALL:
        return options
    # Names to look for stand by the alphabet, what is left over last; other options have an order of their own.
    sorted_options = sorted(options, key=lambda option: (option[0] == "other", words.sort_key(option[1])))
    return [(facets.ALL, words(f"control.all_{facet.key}")), *sorted_options]
