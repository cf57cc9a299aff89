"""What the reader can set on every page: places and period."""

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.text import Words
from layouts import ids

MARKS = 6


def controls(
    words: Words,
    districts: list[dict],
    years: tuple[int, int],
    chosen_value: str | list[str] | None,
    period: list[int],
) -> list[Component]:
    """District (a list of them where several can be chosen) and period."""
    return [
        html.Div(
            [
                dbc.Label(words("control.district"), html_for=ids.DISTRICT, id=f"{ids.DISTRICT}-label"),
                _district(words, districts, chosen_value),
            ],
            className="control control-district",
        ),
        html.Div(
            [html.Span(words("control.period"), className="label", id="period-label"), _period(years, period)],
            className="control control-period",
            role="group",
            **{
                "aria-labelledby": "period-label",
                "data-since": words("period.first"),
                "data-until": words("period.last"),
            },
        ),
    ]


def _district(words: Words, districts: list[dict], value: str | list[str] | None) -> dcc.Dropdown:
    return dcc.Dropdown(
        id=ids.DISTRICT,
        options=districts,
        value=value,
        multi=isinstance(value, list),
        placeholder=words("control.all_districts"),
        optionHeight=36,
        maxHeight=380,
        labels={
            "selected_count": words("control.selected", num_selected="{num_selected}"),
            "search": words("control.search"),
            "clear_search": words("control.clear_search"),
            "clear_selection": words("control.remove"),
            "deselect_all": words("control.clear"),
            "no_options_found": words("control.nothing_found"),
        },
    )


def _period(years: tuple[int, int], value: list[int]) -> dcc.RangeSlider:
    first, last = years
    step = max(1, -(-(last - first) // MARKS))
    marks = {year: str(year) for year in range(first, last - step + 1, step)} | {last: str(last)}
    return dcc.RangeSlider(
        id=ids.PERIOD,
        min=first,
        max=last,
        step=1,
        value=value,
        marks=marks,
        # Years can be typed, too: nobody has to drag.
        allow_direct_input=True,
        tooltip={"placement": "top", "always_visible": False},
    )
