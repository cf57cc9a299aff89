"""What a page is called: a topic by its words, the page of a place by the place."""

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.downloads import formats
from dashboard.pages import featured_questions
from dashboard.pages.page_view import Dataset, EditionItem, Heading
from dashboard.pages.panel_view import Link
from dashboard.panels import PAGES
from dashboard.panels.site.facts import what_it_is
from dashboard.text import Words, instead
from data_access.answers import places, sites, sources, tables
from data_access.store.database import Snapshot
from data_access.vocabulary.edition import Edition
from data_access.vocabulary.fields import PUBLISHED_ENTITIES
from data_access.vocabulary.selection import Selection


def heading(snapshot: Snapshot, route: Route, reader: Reader) -> Heading:
    """Title and lead of a page, and the questions that it offers."""
    words = reader.words[route.language]
    if route.topic == "district":
        place_heading = _of_district(places.about(snapshot, route.place), words)
        return place_heading._replace(pack_href=reader.pack_href(snapshot, route))
    if route.topic == "site":
        return _of_site(snapshot, route.place, words)
    texts = words(f"topic.{route.topic}"), words(f"topic.{route.topic}.lead")
    data = route.topic == "data"
    datasets = _datasets(snapshot, route, reader) if data else ()
    edition_items = _editions(snapshot, route, reader) if data else ()
    questions = _questions(snapshot, route, reader)
    has_figures = PAGES[route.topic].has_key_figures
    return Heading(*texts, has_figures, questions, tells_how_to_send=data, datasets=datasets, editions=edition_items)


def _editions(snapshot: Snapshot, route: Route, reader: Reader) -> list[EditionItem]:
    """The newest figures and every edition; none where no version was ever kept."""
    words, newest = reader.words[route.language], reader.database.snapshot()
    version, published_on = sources.edition(newest)
    about = words("edition.current.about", published=words.day(published_on), version=version)
    current = EditionItem(words("edition.current"), [about], _there(None, snapshot, route, reader))
    edition_items = [
        EditionItem(
            one.titles[route.language],
            _about(one, words),
            None if one.withdrawn_on else _there(one.key, snapshot, route, reader),
        )
        for one in newest.editions.values()
        if not one.is_example
    ]
    return [current, *edition_items] if edition_items else []


def _there(key: str | None, snapshot: Snapshot, route: Route, reader: Reader) -> str:
    """The address of this page in an edition; empty where the reader is there."""
    here = snapshot.edition and snapshot.edition.key
    return "" if key == here else reader.href(route, Selection(edition=key))


def _about(edition: Edition, words: Words) -> list[str]:
    """Its days and its version, and what happened to it since."""
    days = {"frozen": words.day(edition.frozen_on), "published": words.day(edition.published_on)}
    sentences = [words("edition.about", **days, version=edition.version)]
    if edition.withdrawn_on:
        sentences.append(words("edition.withdrawn", date=words.day(edition.withdrawn_on), why=edition.withdrawn_why))
    elif edition.removed_count:
        sentences.append(words.plural("edition.removed", edition.removed_count))
    return sentences


def _datasets(snapshot: Snapshot, route: Route, reader: Reader) -> list[Dataset]:
    """Every table that can be taken along as a whole."""
    words, search = reader.words[route.language], reader.within(snapshot, Selection()).search
    return [
        Dataset(
            words(f"dataset.{name}"),
            count,
            formats.links(reader.base_path, name, PUBLISHED_ENTITIES[name].geometry, search, route.language),
        )
        for name, count in tables.counts(snapshot).items()
    ]


def _questions(snapshot: Snapshot, route: Route, reader: Reader) -> list[Link]:
    words = reader.words[route.language]
    collected_datasets = {source.dataset for source in sources.all_of(snapshot)}
    return [
        Link(words(f"asked.{one.key}"), reader.href(route.to(one.page), reader.within(snapshot, one.selection)))
        for one in featured_questions.on(route.topic)
        if one.subjects <= collected_datasets
    ]


def _of_district(district: dict, words: Words) -> Heading:
    kind = words(f"unit_type.{district['unit_type']}")
    parts = [kind, district[f"oblast_{words.language}"] if district["unit_type"] != "city_republican" else ""]
    if district["population"] == district["population"]:
        people = words.plural("count.residents", int(district["population"]))
        parts.append(words("district.residents", residents=people, year=int(district["population_year"])))
    else:
        parts.append(words(instead.NO_PEOPLE))
    return Heading(
        district[f"name_{words.language}"], " · ".join(filter(None, parts)), PAGES["district"].has_key_figures
    )


def _of_site(snapshot: Snapshot, site_id: str, words: Words) -> Heading:
    site = sites.about(snapshot, site_id)
    lead = f"{what_it_is(site, words)} · {getattr(site, f'district_{words.language}')}"
    return Heading(getattr(site, f"name_{words.language}"), lead, PAGES["site"].has_key_figures)
