"""Parts of a page, written out once.

Dash would walk through every component and number of an answer each time that it is sent, which
costs more than everything else about a remembered answer. A finished part goes out as it is.
"""

from typing import Any

import orjson


def preserialized(part: Any) -> orjson.Fragment:
    """A part of a page (components, a figure, or lists of them) as JSON that needs no more work."""
    options = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
    return orjson.Fragment(orjson.dumps(part, default=_plain, option=options))


def _plain(component: Any) -> dict:
    return component.to_plotly_json()
