"""Words that a text explains: a catalogue marks them as ``[[key|as written there]]``."""

import re

MARK = re.compile(r"\[\[(\w+)\|([^\[\]|]+)\]\]")
# Each has a name and a definition in the catalogues: term.<key>.name, term.<key>.definition.
TERMS = (
    "appeal",
    "backlog",
    "below_detection",
    "constant_prices",
    "development_fund",
    "due_by_rule",
    "eiti",
    "episode",
    "gini",
    "grievance",
    "incident",
    "interval",
    "lag",
    "limit",
    "lorenz",
    "median",
    "msg",
    "oblast",
    "outcome",
    "pem",
    "poverty_rate",
    "quarter",
    "rank_correlation",
    "reached_local",
    "reconciliation",
    "refund",
    "reopened",
    "royalty",
    "severity",
    "stage_of_money",
    "station",
    "synthetic",
    "times_the_limit",
    "transfer",
    "withheld",
)


def parts(text: str) -> list[tuple[str, str | None]]:
    """The text in pieces, each with the key of the term that it is, or None."""
    pieces, end = [], 0
    for mark in MARK.finditer(text):
        if mark[1] in TERMS:
            pieces += [(text[end : mark.start()], None), (mark[2], mark[1])]
            end = mark.end()
    return [piece for piece in (*pieces, (text[end:], None)) if piece[0]]


def marked_once(text: str, known_terms: set[str]) -> str:
    """The text with marks of those terms that are not known yet; then they are."""

    def first(mark: re.Match[str]) -> str:
        if mark[1] in known_terms:
            return mark[2]
        known_terms.add(mark[1])
        return mark[0]

    return MARK.sub(first, text)


def plain(text: str) -> str:
    """The text as it is read, for places that hold nothing but text."""
    return "".join(piece for piece, _ in parts(text))
