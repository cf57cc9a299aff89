"""What stands beside the rows in a workbook and a ZIP: where they come from, what they cannot say, how to cite them."""

from dashboard.downloads.sheet import About, Sheet
from dashboard.text import Words, wording
from data_access.vocabulary.languages import translation

FILES = ("data.csv", "datapackage.json", "README.md")


def entries(sheet: Sheet, words: Words) -> list[tuple[str, str]]:
    """Labels and texts, in the order in which they matter. What there is nothing to say of is left out."""
    about = sheet.about
    items = [
        (words("download.edition"), wording.edition(about.edition, words) if about.edition else ""),
        (words("download.what"), about.sentence),
        (words("download.choices"), about.choices or words("download.no_choices")),
        (words("download.unit"), about.unit),
        (words("download.rows"), words.number(sheet.count)),
        (words("download.kind"), "; ".join(words(f"kind.{kind}") for kind in about.kinds)),
        (words("download.newest"), words.day(about.newest_on) if about.newest_on else ""),
        (words("download.version"), words("about.version", version=about.version, date=words.day(about.published_at))),
        *((words("download.source"), text) for text in _sources(about, words)),
        (words("download.cite"), citation(about, words)),
        (words("download.link"), about.link),
        *((words("download.limits"), text) for text in about.limits),
        *((words("download.reply"), text) for text in about.replies),
        (words("download.states"), words("download.states.text")),
        (words("download.withheld"), words("about.withheld")),
    ]
    return [(label, text) for label, text in items if text]


def citation(about: About, words: Words) -> str:
    """How to cite the rows."""
    title = about.title
    if about.edition:
        title += f" ({wording.edition_name(about.edition, words)})"
    publishers = dict.fromkeys(translation(source.publisher, words.language).text for source in about.sources)
    return words(
        "download.cite.text",
        publishers="; ".join(publishers) or words("page.name"),
        title=title,
        name=words("page.name"),
        version=about.version,
        date=words.day(about.published_at),
        link=about.link,
        day=words.day(about.drawn_on),
    )


def readme(sheet: Sheet, words: Words) -> str:
    """The same as a text for people, with the columns."""
    parts = [f"# {_line(sheet.about.title)}"]
    last = None
    for label, text in entries(sheet, words):
        parts.append(f"- {_line(text)}" if label == last else f"## {label}\n\n- {_line(text)}")
        last = label
    names = "\n".join(f"| {field.name} | {field.type} | {field.unit} | {field.says} |" for field in sheet.fields)
    table = f"## {words('download.columns')}\n\n| name | type | unit | description |\n|---|---|---|---|\n{names}"
    files = "\n".join(f"- {name}: {words(f'download.file.{name}')}" for name in FILES[:2])
    return "\n\n".join([*parts, table, f"## {words('download.files')}\n\n{files}"]) + "\n"


def _line(text: str) -> str:
    """On one line, and without what Markdown would take for a tag."""
    return " ".join(text.split()).replace("<", "&lt;")


def _sources(about: About, words: Words) -> list[str]:
    return [
        words(
            "download.source.text",
            title=translation(source.title, words.language).text,
            publisher=translation(source.publisher, words.language).text,
            licence=translation(source.licence, words.language).text,
            kind=words(f"kind.{source.kind}"),
            newest=words.day(source.newest_on) if source.newest_on else words("source.undated"),
            url=source.url or "",
        ).strip()
        for source in about.sources
    ]
