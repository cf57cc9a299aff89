"""From the columns of a frame or a table to those of a file: one language, words beside codes, states, sources.

Columns are lists of plain values by name. They are dressed chunk by chunk, a whole frame as one chunk.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from dashboard.panels.panel import AS_THE_ROW
from dashboard.text import LANGUAGES, Words
from dashboard.text.instead import NO_PEOPLE
from dashboard.text.terms import plain
from data_access.vocabulary.codes import FAMILIES
from data_access.vocabulary.fields.field import BY_ROW
from data_access.vocabulary.languages import translation
from data_access.vocabulary.source import Source
from data_access.vocabulary.stages import COHORT_PARTS
from data_access.vocabulary.states import HIGHER_LEVEL, OF_WIDER_AREAS, VALUE, WITHHELD, ZERO

Columns = Mapping[str, Sequence[Any]]
# Drawn with, and of no use to anybody else.
DROPPED_COLUMNS = frozenset({"label_lat", "label_lon"})
# Families of texts that are called otherwise than the kinds of codes.
KINDS = {"stage": "stage_reached", **dict.fromkeys(COHORT_PARTS, "cohort_part")}
# Columns that tell which source or subject a row is of.
ORIGINS = ("source_key", "lane", "subject")
COLUMNS_OF_KEYS = ("first", "second", "third", "payer")


@dataclass(frozen=True)
class Dressing:
    """How columns are dressed.

    ``families``: texts of the codes of further columns; ``value_names``: for columns of codes, the new column of their
    names and the names by code and language; ``names``: those of ``key:code``. ``empty_texts``: numbers, and what an
    empty one means; their states stand in ``state`` (of ``value``) or ``<number>_state``. ``sources``: where rows come
    from.
    """

    words: Words
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    value_names: Mapping[str, tuple[str, Mapping[str, Mapping[str, str]]]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    empty_texts: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()

    def dress(self, columns: Columns, units: Columns | None = None) -> dict[str, list]:
        """The columns of a file; ``units`` are further ones, the units of the rows."""
        own = dict(in_one_language(columns, self.words.language))
        columns_by_name: dict[str, list] = {}
        for name, values in own.items():
            numbers, states = self._state(name, values, own)
            columns_by_name[name] = numbers
            if states is not None and name == "value":
                columns_by_name |= {"state": states, "state_label": self._labels("state", states, own)}
            elif states is not None:
                columns_by_name[f"{name}_state"] = states
            columns_by_name |= self._beside(name, values, own)
        columns_by_name |= units or {}
        return columns_by_name | self._origin(columns_by_name)

    def _state(self, name: str, values: Sequence, own: Columns) -> tuple[list, list[str] | None]:
        """A number and its states. "At least 0" says nothing: it is withheld, as on the page."""
        if name not in self.empty_texts:
            return list(values), None
        partial = own.get("is_partial", [False] * len(values))
        numbers = [None if part and value == 0 else value for value, part in zip(values, partial, strict=True)]
        means = self.empty_texts[name]
        otherwise = own["state"] if means == AS_THE_ROW else [means] * len(values)
        if means == OF_WIDER_AREAS:
            otherwise = [HIGHER_LEVEL if level == "district" else WITHHELD for level in own["area_level"]]
        cells = zip(numbers, partial, otherwise, strict=True)
        return numbers, [WITHHELD if part and value is None else _state_of(value, none) for value, part, none in cells]

    def _beside(self, name: str, values: Sequence, own: Columns) -> dict[str, list]:
        """Words for codes."""
        labels = {}
        if name in self.value_names and self.value_names[name][0] not in own:
            column, names = self.value_names[name]
            labels[column] = [self._name_of(names.get(value)) for value in values]
        if name in COLUMNS_OF_KEYS:
            labels[f"{name}_label"] = [self._of_key(value) for value in values]
        elif name in self.families or name in FAMILIES:
            labels[f"{name}_label"] = self._labels(name, values, own)
        return labels

    def _labels(self, name: str, values: Sequence, own: Columns) -> list[str | None]:
        families = self.families.get(name) or FAMILIES[name]
        kinds = own["kind"] if families == BY_ROW else [None] * len(values)
        pairs = zip(values, kinds, strict=True)
        words = [self._word(value, families if kind is None else (KINDS.get(kind, kind),)) for value, kind in pairs]
        is_without_people = own.get("is_without_people", ()) if name == "state" else ()
        return [self.words(NO_PEOPLE) if is_empty else word for word, is_empty in zip_longest(words, is_without_people)]

    def _word(self, code: Any, families: Sequence[str]) -> str | None:
        value_names = next(
            (self.names[key] for key in (f"{family}:{code}" for family in families) if key in self.names), None
        )
        if value_names:
            return self._name_of(value_names)
        keys = (f"{family}.{code}" for family in families)
        return next((plain(self.words(key)) for key in keys if self.words.has(key)), None)

    def _of_key(self, value: str | None) -> str | None:
        family, _, code = (value or "").partition(":")
        return self._name_of(self.names.get(value)) or self._word(code, (family,))

    def _name_of(self, names: Mapping[str, str] | None) -> str | None:
        return names[self.words.language] if names else None

    def _origin(self, columns: dict[str, list]) -> dict[str, list]:
        """Source, licence, kind and newest day of every row, in columns of their own.

        A comment above the header would stop readers that know RFC 4180 only, and is lost when rows are sorted or put
        beside those of another file; a file that is mailed on keeps its columns. Repeated text costs next to nothing
        once compressed. The list of sources has all of them already.
        """
        if "licence" in columns:
            return {}
        length = len(next(iter(columns.values()), []))
        keys = next((columns[name] for name in ORIGINS if name in columns), [None] * length)
        facts = {key: _facts(self._sources_of(key), self.words.language) for key in {*keys, None}}
        return {name: [facts[key][name] for key in keys] for name in facts[None]}

    def _sources_of(self, key: str | None) -> Sequence[Source]:
        """The source of a key, those of a subject; all where rows do not tell."""
        return [source for source in self.sources if key in (source.key, source.dataset)] or self.sources


def _state_of(value: Any, empty: str) -> str:
    if value is None:
        return empty
    return VALUE if value else ZERO


def in_one_language(columns: Columns, language: str) -> Iterator[tuple[str, Sequence]]:
    """Of names in several languages the one of the file."""
    for name, values in columns.items():
        stem, _, end = name.rpartition("_")
        if name in DROPPED_COLUMNS or (end in LANGUAGES and end != language):
            continue
        yield (stem, _names(columns, stem, language)) if end == language else (name, values)


def _names(columns: Columns, stem: str, language: str) -> Sequence:
    """Names in a language, in another one where they are empty because nobody has translated them yet."""
    others = [columns[f"{stem}_{code}"] for code in LANGUAGES if f"{stem}_{code}" in columns]
    if "" not in columns[f"{stem}_{language}"]:
        return columns[f"{stem}_{language}"]
    return [
        next(filter(None, texts), "") if own == "" else own
        for own, *texts in zip(columns[f"{stem}_{language}"], *others, strict=True)
    ]


def _facts(sources: Sequence[Source], language: str) -> dict[str, Any]:
    newest = max((source.newest_on for source in sources if source.newest_on), default=None)
    return {
        "source": _join(translation(source.title, language).text for source in sources),
        "licence": _join(translation(source.licence, language).text for source in sources),
        "data_kind": _join(source.kind for source in sources),
        "as_of": newest,
    }


def _join(texts: Iterator[str]) -> str | None:
    return "; ".join(dict.fromkeys(texts)) or None
