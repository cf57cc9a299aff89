"""The choices of a page as a form: the same ones that the live page has controls for."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.address.reader import Reader
from dashboard.address.route import Route
from dashboard.pages.page_choices import district_options, topic_choices
from dashboard.pages.page_view import Choice
from dashboard.panels import PLACE_PAGES
from dashboard.text import Words
from data_access.answers import choices
from data_access.store.database import Snapshot
from data_access.vocabulary.selection import Selection

NO_VALUE = ""  # the option that holds without a choice is not written into an address


class Form(NamedTuple):
    """What can be chosen: where the form leads, its choices, and what goes along unseen (key, value)."""

    action: str
    choices: Sequence[Choice]
    hidden_fields: Sequence[tuple[str, str]]


def form(snapshot: Snapshot, route: Route, selection: Selection, reader: Reader) -> Form:
    """Where it leads, what can be chosen, and what goes along unseen."""
    words = reader.words[route.language]
    fields = [
        *([_district(snapshot, route, selection, words)] if route.topic not in PLACE_PAGES else []),
        *_period(snapshot, selection, words),
        *(_bare(choice) for choice in topic_choices(snapshot, route, selection, words)),
    ]
    if route.topic in PLACE_PAGES:
        fields = [field for field in fields if field.key != route.topic]
    hidden_fields = [("tables", ",".join(selection.tables)), ("edition", selection.edition)]
    return Form(route.path(reader.base_path), fields, [pair for pair in hidden_fields if pair[1]])


def _district(snapshot: Snapshot, route: Route, selection: Selection, words: Words) -> Choice:
    """One district; where several are compared, each choice adds one."""
    districts = ",".join(selection.districts) if route.topic == "compare" else ""
    options = [(f"{districts},{one['value']}".lstrip(","), one["label"]) for one in district_options(snapshot, words)]
    value = districts or selection.district or NO_VALUE
    everywhere = (districts, words("control.all_districts"))
    return Choice("district", words("control.district"), [everywhere, *options], value, districts)


def _period(snapshot: Snapshot, selection: Selection, words: Words) -> list[Choice]:
    first, last = choices.all_years(snapshot)
    years = [(str(year), str(year)) for year in range(first, last + 1)]
    return [
        Choice(
            key,
            words(f"lite.{key}"),
            [(NO_VALUE, words("lite.any_year")), *_with(value, years)],
            value or NO_VALUE,
            NO_VALUE,
        )
        for key, value in (("since", selection.since), ("until", selection.until))
    ]


def _with(value: str | None, years: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The years, and a month where one was chosen."""
    return years if not value or (value, value) in years else [*years, (value, value)]


def _bare(choice: Choice) -> Choice:
    options = [(NO_VALUE if value == choice.default else value, label) for value, label in choice.options]
    return choice._replace(options=options, value=NO_VALUE if choice.value == choice.default else choice.value)
