"""Whether an entry of sources.toml can be meant: its codes, its texts, its addresses."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data_access.vocabulary.languages import LANGUAGES
from loaders.datasets.registry import DATASETS
from loaders.formats.registry import FORMATS

ABOUT = ("revenue", "monitoring", "incidents", "grievances", "outcomes", "reference")
KINDS = PUBLISHED, COMPILED, SYNTHETIC = ("published", "compiled", "synthetic")
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
# Two letters or more before a colon; one is a drive of Windows.
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
FETCH_SCHEMES = ("https", "http")
TEXTS = {"title": 300, "publisher": 300, "licence": 300}
NAMES = ("file", "format", "mapping", "url")


def faults(key: str, entry: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """What is wrong with an entry, the first thing first; ``folder`` is the folder of the project's own files."""
    if not KEY.fullmatch(key):
        yield "its key must be letters, digits, - and _ only"
    for name, choices in (("dataset", ABOUT), ("loads", DATASETS), ("kind", KINDS)):
        if entry.get(name) not in [*choices]:
            yield f"{name} is {entry.get(name)!r}; it must be one of {', '.join(choices)}"
    yield from (f"{name} must be a text" for name in NAMES if not isinstance(entry.get(name, ""), str))
    if not _is_address(entry.get("address", "-")):
        yield "address must be a text, or a list of them for several files"
    for name, longest in TEXTS.items():
        texts = entry.get(name)
        if not isinstance(texts, Mapping) or not texts or not {*texts} <= {*LANGUAGES} or not _are_texts(texts):
            yield f'{name} needs a text in one of {", ".join(sorted(LANGUAGES))} or more, as {name}.en = "…"'
        elif any(len(text) > longest for text in texts.values()):
            yield f"{name} is longer than {longest} characters"
    cadence = entry.get("cadence_days", 1)
    if not isinstance(cadence, int) or isinstance(cadence, bool) or not 0 <= cadence <= 10_000:
        yield f"cadence_days is {cadence!r}; it must be a whole number of days, or 0 of a closed series"
    complete = entry.get("complete_from", date.min)
    if type(complete) is not date:
        yield f"complete_from is {complete!r}; it must be a day without quotation marks, as 2018-01-01"
    elif "complete_from" in entry and entry.get("dataset") != "incidents":
        yield "complete_from is only read for incidents, where silence can be a figure"
    if type(entry.get("also_in_example", False)) is not bool:
        yield "also_in_example must be true or false, without quotation marks"
    yield from _of_reading(entry, folder)


def _of_reading(entry: Mapping[str, Any], folder: Path) -> Iterator[str]:
    """Faults of what says where the file is and how it is read; they need texts."""
    texts = {name: entry[name] for name in NAMES if isinstance(entry.get(name), str)}
    form = FORMATS.get(texts.get("format", ""))
    if "format" in texts and (form is None or form.dataset != entry.get("loads")):
        format_names = [name for name, each in FORMATS.items() if each.dataset == entry.get("loads")]
        yield f"format is {texts['format']!r}; for these rows there are {', '.join(format_names) or 'no other formats'}"
    if "mapping" in texts and "format" not in texts:
        yield "a mapping is only read with a format; state format"
    if "mapping" in texts and Path(texts["mapping"]).name != texts["mapping"]:
        yield f"mapping is {texts['mapping']!r}; it must be the name of a file in the folder mappings"
    if "file" in texts and not (folder / texts["file"]).is_file():
        yield f"file is {texts['file']!r}, which is not in {folder}; files of your own have an address"
    for address in _addresses(entry.get("address", ())):
        if SCHEME.match(address) and _scheme(address) not in FETCH_SCHEMES:
            yield f"address is {address!r}; it must be a file, a folder or an https address"
    if "url" in texts and (_scheme(texts["url"]) not in FETCH_SCHEMES or len(texts["url"]) > 500):
        yield f"url is {texts['url']!r}; it must be an address that begins with https:// or http://"


def _is_address(value: Any) -> bool:
    addresses = _addresses(value)
    return bool(addresses) and all(isinstance(one, str) for one in addresses) and len({*addresses}) == len(addresses)


def _addresses(value: Any) -> list[Any]:
    return [*value] if isinstance(value, list | tuple) else [value]


def _are_texts(by_language: Mapping[str, Any]) -> bool:
    return all(isinstance(value, str) and value.strip() for value in by_language.values())


def _scheme(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.scheme if parts.hostname else ""
