"""What a page is called: a topic by its words, the page of a place by the place."""

from callbacks.reader import Reader
from dashboard import asked
from dashboard.route import Route
from dashboard.text import Words
from dashboard.topics.sites import what_it_is
from data_access import places, sites
from data_access.database import Snapshot
from layouts.page import Heading
from layouts.reading import Question


def heading(snapshot: Snapshot, route: Route, reader: Reader) -> Heading:
    """Title and lead of a page, and the questions that it offers."""
    words = reader.words[route.language]
    if route.topic == "district":
        return _of_district(places.about(snapshot, route.place), words)
    if route.topic == "site":
        return _of_site(snapshot, route.place, words)
    texts = words(f"topic.{route.topic}"), words(f"topic.{route.topic}.lead")
    overview, data = route.topic == "overview", route.topic == "data"
    return Heading(*texts, overview, _questions(route, reader), has_glossary=data)


def _questions(route: Route, reader: Reader) -> list[Question]:
    words, there = reader.words[route.language], Route(route.language, "compare")
    return [Question(words(f"asked.{one.key}"), reader.href(there, one.selection)) for one in asked.on(route.topic)]


def _of_district(found: dict, words: Words) -> Heading:
    kind = words(f"unit_type.{found['unit_type']}")
    parts = [kind, found[f"oblast_{words.language}"] if found["unit_type"] != "city_republican" else ""]
    if found["population"] == found["population"]:
        people = words.plural("count.residents", int(found["population"]))
        parts.append(words("district.residents", residents=people, year=int(found["population_year"])))
    return Heading(found[f"name_{words.language}"], " · ".join(filter(None, parts)), has_key_figures=True)


def _of_site(snapshot: Snapshot, site_id: str, words: Words) -> Heading:
    found = sites.about(snapshot, site_id)
    lead = f"{what_it_is(found, words)} · {getattr(found, f'district_{words.language}')}"
    return Heading(getattr(found, f"name_{words.language}"), lead, has_key_figures=False)
