"""What pictures that scripts draw may not do, settled here for all: no tool bar, no sharing, no accidental zoom."""

from typing import Any

from dashboard.text import Words


def config(words: Words) -> dict[str, Any]:
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
