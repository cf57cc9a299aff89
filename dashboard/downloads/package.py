"""A ZIP that explains itself: the rows, a text for people, and a Frictionless Data Package for machines."""

import json
import zipfile
from typing import IO, Any

from dashboard.downloads import about, csv_file
from dashboard.downloads.sheet import Field, Sheet
from dashboard.text import Words
from data_access.vocabulary.languages import translation

MISSING_VALUES = ["", "NA", "-"]


def write(sheet: Sheet, words: Words, has_tags: bool, target: IO[bytes]) -> None:
    """Write the ZIP into an open file, the rows chunk by chunk."""
    data, package, text = about.FILES
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        with bundle.open(data, "w", force_zip64=True) as file:
            for piece in csv_file.pieces(sheet, has_tags):
                file.write(piece)
        bundle.writestr(text, about.readme(sheet, words))
        bundle.writestr(package, json.dumps(descriptor(sheet, words, has_tags), ensure_ascii=False, indent=1))


def descriptor(sheet: Sheet, words: Words, has_tags: bool) -> dict[str, Any]:
    """The content of ``datapackage.json``."""
    description, language = sheet.about, words.language
    titles = list(dict.fromkeys(translation(source.licence, language).text for source in description.sources))
    return {
        "profile": "tabular-data-package",
        "name": sheet.key.replace("_", "-"),
        "title": description.title,
        "description": "\n".join([description.sentence, description.choices, *description.limits]).strip(),
        "homepage": description.link,
        "version": str(description.version),
        "created": f"{description.published_at:%Y-%m-%dT%H:%M:%SZ}",
        **({"edition": description.edition.key} if description.edition else {}),
        "sources": [_source(source, language) for source in description.sources],
        # A name that is no licence of opendefinition.org: terms differ, and are told in titles.
        "licenses": [{"name": "other-at", "title": title} for title in titles],
        "citation": about.citation(description, words),
        "data_kinds": list(description.kinds),
        "resources": [_resource(sheet, has_tags)],
    }


def _source(source: Any, language: str) -> dict[str, str]:
    path = {"path": source.url} if source.url else {}
    return {
        "title": f"{translation(source.title, language).text} ({translation(source.publisher, language).text})",
        **path,
    }


def _resource(sheet: Sheet, has_tags: bool) -> dict[str, Any]:
    # The row of HXL tags below the header is none of the data.
    dialect = {"csv": {"delimiter": ","}} | ({"commentRows": [2]} if has_tags else {})
    return {
        "profile": "tabular-data-resource",
        "name": "data",
        "path": about.FILES[0],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": dialect,
        "schema": {"fields": [_field(field) for field in sheet.fields], "missingValues": MISSING_VALUES},
    }


def _field(field: Field) -> dict[str, str]:
    optional = {"unit": field.unit, "hxl": field.tag}
    return {
        "name": field.name,
        "type": field.type,
        "description": field.says,
        **{name: text for name, text in optional.items() if text},
    }
