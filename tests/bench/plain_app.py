"""The plain page: two controls, four numbers, a map, two tables and a timeline, drawn anew at every choice."""

import json
import os

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html
from flask import Flask
from plotly.subplots import make_subplots

from tests.plain.rows import BOUNDARIES, Rows, per_person, read

YEARS = (1998, 2026)


def create_app() -> Dash:
    """The page over the private store that RAW_DATABASE_URL names."""
    rows = read(os.environ["RAW_DATABASE_URL"])
    boundaries = json.loads(BOUNDARIES.read_text(encoding="utf-8"))
    codes = dict(zip(rows.districts["slug"], rows.districts["district_code"], strict=True))
    app = Dash(__name__)
    app.layout = html.Div(
        [
            dcc.Dropdown(sorted(codes), id="district"),
            dcc.RangeSlider(*YEARS, 1, value=list(YEARS), marks=None, id="period"),
            html.Div(id="numbers"),
            dcc.Graph(id="map"),
            html.Table(id="table"),
            html.Table(id="sites"),
            dcc.Graph(id="timeline"),
        ]
    )

    @app.callback(
        Output("numbers", "children"),
        Output("map", "figure"),
        Output("table", "children"),
        Output("timeline", "figure"),
        Output("sites", "children"),
        Input("district", "value"),
        Input("period", "value"),
    )
    def choose(district: str | None, period: list[int]) -> tuple:
        code, years = codes.get(district), (period[0], period[1])
        ranking, here = per_person(rows.of(None, years)), rows.of(code, years)
        return numbers(here), country(ranking, boundaries, code), table(ranking), timeline(here), sites(rows)

    return app


def create_server() -> Flask:
    """The same for gunicorn, which takes a call and nothing behind it."""
    return create_app().server


def numbers(here: Rows) -> list[html.Div]:
    """A number for each subject, and its course."""
    still_open = (here.grievances["current_status"] != "closed").sum()
    values = (here.flows["amount_kgs"].sum(), here.readings["exceeds"].mean(), len(here.incidents), still_open)
    frames = (here.flows, here.readings, here.incidents, here.grievances)
    return [
        html.Div([html.H2(f"{value:,.2f}"), html.Div(course(frame))])
        for value, frame in zip(values, frames, strict=True)
    ]


def course(frame: pd.DataFrame) -> list[html.Span]:
    """A small column a year."""
    counts = frame.groupby("year").size()
    return [html.Span(style={"height": f"{100 * count / counts.max():.0f}%"}) for count in counts]


def country(ranking: pd.DataFrame, boundaries: dict, code: str | None) -> go.Figure:
    """The map, with the chosen district outlined."""
    figure = px.choropleth(
        ranking,
        geojson=boundaries,
        locations="district_code",
        featureidkey="properties.district_code",
        color="value",
        hover_name="name_en",
    )
    figure.update_geos(fitbounds="locations", visible=False)
    width = [3 if one == code else 0.5 for one in ranking["district_code"]]
    return figure.update_traces(marker_line_width=width)


def table(ranking: pd.DataFrame) -> list[html.Tr]:
    """Every district by rank, its value with a bar."""
    most = ranking["value"].max()
    return [
        html.Tr(
            [
                html.Td(str(place + 1)),
                html.Td(html.A(row.name_en, href=f"?district={row.slug}")),
                html.Td([html.Span(style={"width": f"{100 * row.value / most:.0f}%"}), html.Span(f"{row.value:,.0f}")]),
            ]
        )
        for place, row in enumerate(ranking.itertuples())
    ]


def sites(rows: Rows) -> list[html.Tr]:
    """Every site, its kind and state."""
    places = rows.districts[["district_code", "name_en"]].rename(columns={"name_en": "district"})
    with_names = rows.sites.merge(places, on="district_code")
    return [
        html.Tr([html.Td(html.A(row.name_en, href=row.name_en)), html.Td(row.kind), html.Td(row.district)])
        for row in with_names.itertuples()
    ]


def timeline(here: Rows) -> go.Figure:
    """Four charts above one another."""
    figure = make_subplots(rows=4, shared_xaxes=True)
    money = here.flows.groupby("year")["amount_kgs"].sum()
    share = here.readings.groupby("year")["exceeds"].mean()
    incidents = here.incidents.groupby(["year", "severity"]).size().reset_index(name="count")
    receipts = here.grievances.groupby("year").size()
    figure.add_trace(go.Bar(x=money.index, y=money), row=1, col=1)
    figure.add_trace(go.Scatter(x=share.index, y=share), row=2, col=1)
    marks = go.Scatter(
        x=incidents["year"], y=incidents["severity"], mode="markers", marker={"size": 6 + incidents["count"]}
    )
    figure.add_trace(marks, row=3, col=1)
    figure.add_trace(go.Scatter(x=receipts.index, y=receipts, fill="tozeroy"), row=4, col=1)
    return figure
