"""Words with an explanation at hand, and the list of all of them. The only place that renders marked texts."""

from collections.abc import Collection

from dash import html

from dashboard.text import Words
from dashboard.text.terms import TERMS, parts

# Where a button says which term it explains.
TERM = "data-term"


def with_terms(text: str, words: Words, place: str) -> list:
    """A text with its terms as buttons; pointing at one, touching it or reaching it by keyboard shows its definition.

    ``place`` is a name that no other text on the page has: a definition is tied to its button by an id.
    """
    return [
        part
        for number, (piece, term) in enumerate(parts(text))
        for part in ([piece] if term is None else _explained(piece, term, f"{place}-{number}", words))
    ]


def glossary(words: Words, terms: Collection[str] = TERMS) -> html.Section:
    """Terms in the order of the alphabet, each with an anchor."""
    ordered = sorted(terms, key=lambda term: words.sort_key(words(f"term.{term}.name")))
    entries = [
        html.Div(
            [html.Dt(words(f"term.{term}.name")), html.Dd(words(f"term.{term}.definition"))],
            id=f"term-{term}",
        )
        for term in ordered
    ]
    return html.Section([html.H2(words("glossary.title")), html.Dl(entries)], id="glossary", className="glossary")


def _explained(term_text: str, term: str, name: str, words: Words) -> list:
    """The button and, right after it, what it shows; styles do the rest."""
    button = html.Button(term_text, type="button", className="term", **{"aria-describedby": name, TERM: term})
    definition = [html.Strong(words(f"term.{term}.name")), " – ", words(f"term.{term}.definition")]
    return [button, html.Span(definition, id=name, className="definition", role="tooltip")]
