"""The only place that makes a graph: what it may not do is settled here, for all."""

from dash import dcc

from dashboard.text import Words
from layouts import ids


def graph(key: str, words: Words) -> dcc.Graph:
    """A graph that offers nothing but itself: no tool bar, no sharing with third parties, no accidental zoom."""
    return dcc.Graph(
        id=ids.figure(key),
        figure={"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}},
        className="graph",
        # What plotly reports after the first drawing: else that would be news, and cost a request.
        selectedData={"points": []},
        responsive=True,
        config=config(words),
    )


def config(words: Words) -> dict:
    """What plotly may not do, and how it writes numbers and dates."""
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "locale": words.language,
        "locales": {words.language: words.plotly_locale},
    }
