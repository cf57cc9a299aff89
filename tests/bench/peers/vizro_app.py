"""The overview in Vizro, run by its own Python: ``ROWS=FOLDER gunicorn vizro_app:create_app()``."""

import json
import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import vizro.models as vm
from flask import Flask
from plotly.subplots import make_subplots
from vizro import Vizro
from vizro.models.types import capture

SUBJECTS = ("money", "readings", "incidents", "grievances")
TARGETS = ("numbers", "map", "ranking", "timeline")


def create_app() -> Flask:
    """One page, whose parameter is the district."""
    folder = Path(os.environ["ROWS"])
    code = {"dtype": {"code": str, "district": str}}
    places, counts = (pd.read_csv(folder / f"{name}.csv", **code) for name in ("places", "counts"))
    boundaries = json.loads((folder / "districts.json").read_text(encoding="utf-8"))
    ranking = _ranking(places, counts)
    rows = counts.merge(places[["code", "slug"]], left_on="district", right_on="code")

    @capture("graph")
    def numbers(data_frame, slug=""):
        """A number for each subject."""
        here = _of(data_frame, slug)
        figure = make_subplots(1, 4, specs=[[{"type": "indicator"}] * 4])
        for at, subject in enumerate(SUBJECTS, 1):
            figure.add_trace(go.Indicator(value=here[subject].sum()), 1, at)
        return figure

    @capture("graph")
    def country(data_frame, slug=""):
        """The map, with the chosen district outlined."""
        figure = px.choropleth(
            data_frame,
            geojson=boundaries,
            locations="code",
            featureidkey="properties.district_code",
            color="value",
            hover_name="name",
        )
        figure.update_geos(fitbounds="locations", visible=False)
        return figure.update_traces(marker_line_width=[3 if one == slug else 0.5 for one in data_frame["slug"]])

    @capture("graph")
    def first_ten(data_frame, slug=""):
        """The ranking as bars, the chosen one in another colour."""
        top = data_frame.head(10)
        return px.bar(top, x="value", y="name", color=top["slug"] == slug, orientation="h")

    @capture("graph")
    def timeline(data_frame, slug=""):
        """Four charts above one another."""
        years = _of(data_frame, slug).groupby("year")[list(SUBJECTS)].sum()
        figure = make_subplots(rows=4, shared_xaxes=True)
        for at, subject in enumerate(SUBJECTS, 1):
            figure.add_trace(go.Bar(x=years.index, y=years[subject]), at, 1)
        return figure

    graphs = [
        vm.Graph(id="numbers", figure=numbers(rows)),
        vm.Graph(id="map", figure=country(ranking)),
        vm.Graph(id="ranking", figure=first_ten(ranking)),
        vm.Graph(id="timeline", figure=timeline(rows)),
    ]
    choices = vm.Dropdown(id="district", options=["", *places["slug"]], value="", multi=False)
    control = vm.Parameter(targets=[f"{target}.slug" for target in TARGETS], selector=choices)
    places_of_graphs = vm.Grid(grid=[[0, 0, 0], [1, 1, 2], [3, 3, 3]], row_min_height="400px")
    page = vm.Page(title="Overview", components=graphs, layout=places_of_graphs, controls=[control])
    return Vizro().build(vm.Dashboard(pages=[page])).dash.server


def _ranking(places: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Columns code, slug, name, value: money by person and year, highest first."""
    sums = counts.groupby("district")["money"].sum().rename("money")
    frame = places.join(sums, on="code")
    value = (frame["money"] / frame["residents"] / counts["year"].nunique()).fillna(0)
    return frame.assign(value=value).sort_values("value", ascending=False)


def _of(rows: pd.DataFrame, slug: str) -> pd.DataFrame:
    return rows[rows["slug"] == slug] if slug else rows
