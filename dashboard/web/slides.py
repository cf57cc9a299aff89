"""Slides as one HTML document that needs nothing more once it is there: the pictures' data are in it."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import orjson

from dashboard.media.slides import Slide
from dashboard.text import Words
from dashboard.web import assets
from dashboard.web.index import html_text
from layouts.controls import SHARING_TEXTS
from layouts.graph import config
from layouts.page import Figure

MAPS = "0-plotly.js"  # keeps plotly from asking for a world map


class PlacedSlide(NamedTuple):
    """A slide in its document: its anchor, what stands above its title, and the slide, or a list of the agenda."""

    anchor: str
    above: str
    slide: Slide | None
    contents: str = ""


class Deck(NamedTuple):
    """Slides in order; ``leave`` is where those lead that have no live page of their own."""

    slides: Sequence[PlacedSlide]
    leave: str


def document(deck: Deck, head: str, words: Words, base_path: str, plotly: str) -> str:
    """The whole document. ``head`` is what shared links show of it, ``plotly`` the address of plotly.js."""
    count = len(deck.slides)
    slides = "\n".join(_slide(deck, number, words, base_path) for number in range(count))
    ways = {key: words(f"present.{key}") for key in ("previous", "next")}
    settings = {"config": config(words), **ways, "place": words("present.place", n="{n}", count="{count}")}
    texts = {key: words(f"present.{key}") for key in ("preparing", "ready", "not_ready")}
    told = "".join(f' data-{key.replace("_", "-")}="{escape(text)}"' for key, text in texts.items())
    return f"""<!DOCTYPE html>
<html lang="{words.language}" class="meeting">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
{head}
{assets.styles(base_path, "5-sharing.css", "meeting/slides.css")}
</head>
<body>
<main>
{slides}
</main>
<p class="ready" role="status"{told}></p>
<noscript><p class="ready">{html_text(words, "page.needs_script")}</p></noscript>
<script type="application/json" id="settings">{_json(settings)}</script>
{assets.script(base_path, MAPS)}
<script src="{plotly}" defer></script>
{assets.script(base_path, assets.SHARING_SCRIPT)}
{assets.script(base_path, "meeting/parts.js")}
{assets.script(base_path, "meeting/slides.js")}
</body>
</html>"""


def _slide(deck: Deck, number: int, words: Words, base_path: str) -> str:
    shown, slide = deck.slides[number], deck.slides[number].slide
    high = f" is-high{' is-wide' if slide.is_wide else ''}" if slide and slide.is_high else ""
    inside = shown.contents if slide is None else _view(shown, slide, words)
    live = slide.live if slide else deck.leave
    return f"""<section class="slide{high}" id="{escape(shown.anchor)}" data-live="{escape(live)}">
{inside}
{_ways(deck, number, live, buttons(words, base_path), words)}
</section>"""


def _view(placed: PlacedSlide, slide: Slide, words: Words) -> str:
    above = f'<p class="above">{escape(placed.above)}</p>' if placed.above else ""
    mark = f' <span class="synthetic">{escape(slide.mark)}</span>' if slide.mark else ""
    mark += f' <span class="scope">{escape(slide.scope)}</span>' if slide.scope else ""
    legend = "".join(f"<li><span {_swatch(key.mark)}></span>{escape(key.label)}</li>" for key in slide.legend)
    dated = "".join(f"<li>{escape(one.text)}</li>" for one in slide.date_marks)
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in slide.notes)
    lists = f'<ul class="legend">{legend}</ul>' if legend else ""
    lists += f'<ol class="dates">{dated}</ol>' if dated else ""
    return f"""<div class="words">{above}
<h1 tabindex="-1">{escape(slide.title)}{mark}</h1>
<p class="sentence">{escape(slide.sentence)}</p></div>
{_picture(slide)}
<div class="below">{lists}{notes}</div>
<div class="foot"><p class="chosen"><strong>{escape(slide.choices_text)}</strong></p>
<p class="source">{escape(slide.source)}</p></div>"""


def _picture(slide: Slide) -> str:
    if slide.numbers:
        return f'<div class="stage numbers">{"".join(map(_number, slide.numbers))}</div>'
    if slide.figure is None:
        return '<div class="stage"></div>'
    data = f'<script type="application/json" class="figure">{_json(slide.figure)}</script>'
    rows = f' data-rows="{slide.rows.count}" data-least="{slide.rows.least}"' if slide.rows else ""
    drawing = f'<div class="drawing" role="img" aria-label="{escape(slide.title)}"{rows}></div>'
    return f'<div class="stage">{drawing}{data}</div>'


def _number(figure: Figure) -> str:
    where = ", ".join(filter(None, (figure.place, figure.period)))
    return f"""<div class="number hue-{figure.subject}"><h2>{escape(figure.title)}</h2>
<p class="{figure.value_look}">{escape(figure.value)} <span class="unit">{escape(figure.unit)}</span></p>
<p class="of">{escape(where)}</p><p class="change">{escape(figure.change)}</p></div>"""


def _ways(deck: Deck, number: int, live: str, sharing: str, words: Words) -> str:
    """Back and forth, where one is, and the way out; on every slide, so that they work before and without scripts."""
    count = len(deck.slides)
    before = _way("prev", deck.slides[number - 1].anchor if number else None, words("present.previous"))
    after = _way("next", deck.slides[number + 1].anchor if number + 1 < count else None, words("present.next"))
    place = html_text(words, "present.place", n=number + 1, count=count)
    leave = html_text(words, "present.leave")
    return f"""<nav class="ways" aria-label="{html_text(words, "present.ways")}">
{before}<span class="place">{place}</span>{after}
<span class="rest">{sharing}<a class="leave" href="{escape(live)}">{leave}</a></span></nav>"""


def _way(rel: str, anchor: str | None, text: str) -> str:
    return f'<a rel="{rel}" href="#{escape(anchor)}">{escape(text)}</a>' if anchor else ""


def buttons(words: Words, base_path: str) -> str:
    """Copy the address, and show it to the room: sharing.js brings them to life."""
    told = "".join(f' data-{name}="{escape(words(key))}"' for name, key in SHARING_TEXTS.items())
    return f"""<span class="sharing" data-file="{base_path}qr.svg"{told}>
<button type="button" class="copy-link">{html_text(words, "sharing.copy")}</button>
<button type="button" class="show-qr">{html_text(words, "sharing.qr")}</button>
<span class="said" role="status"></span></span>"""


def _swatch(mark: str) -> str:
    if mark.startswith(("#", "rgb")):
        return f'class="swatch" style="background-color: {escape(mark)}"'
    return f'class="swatch swatch-{escape(mark)}"'


def _json(value: object) -> str:
    """JSON that no text in it can end."""
    options = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
    return orjson.dumps(value, option=options).decode().replace("<", "\\u003c")
