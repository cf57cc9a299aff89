"""Oblasts, districts and sites as published, with points at which to write their names."""

import geopandas as gpd
import pandas as pd
from sqlalchemy import Connection, select

from loaders.store.frames import rows
from loaders.store.places import admin_alias, admin_unit, population, site, site_district


def published_oblasts(connection: Connection, shapes: gpd.GeoSeries) -> pd.DataFrame:
    """Rows of the public ``oblast`` table; ``shapes`` by oblast code."""
    return _with_labels(
        _units(connection, "oblast").rename(columns={"unit_code": "oblast_code"}), "oblast_code", shapes
    )


def published_districts(connection: Connection, shapes: gpd.GeoSeries) -> pd.DataFrame:
    """Rows of the public ``district`` table with the newest population figure; ``shapes`` by district code."""
    units = _units(connection, "district").merge(_newest_population(connection), on="unit_code", how="left")
    units = units.rename(columns={"unit_code": "district_code", "parent_code": "oblast_code"})
    return _with_labels(units, "district_code", shapes)


def published_aliases(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``district_alias`` table."""
    return rows(connection, admin_alias).rename(columns={"unit_code": "district_code"})


def published_population(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``population`` table."""
    return rows(connection, population).rename(columns={"unit_code": "district_code"})


def published_site_districts(connection: Connection) -> pd.DataFrame:
    """Rows of the public ``site_district`` table: what is loaded, and the stated district of each site."""
    columns = ["site_id", "area_code", "role", "basis", "source_key"]
    host_rows = rows(connection, site).rename(columns={"district_code": "area_code"}).assign(role="host")
    both = pd.concat([rows(connection, site_district)[columns], host_rows[columns]], ignore_index=True)
    return both.drop_duplicates(["site_id", "area_code", "role"])


def _units(connection: Connection, level: str) -> pd.DataFrame:
    return rows(connection, select(admin_unit).where(admin_unit.c.level == level).order_by(admin_unit.c.unit_code))


def _newest_population(connection: Connection) -> pd.DataFrame:
    newest = rows(connection, population).drop_duplicates("unit_code", keep="last")
    columns = {"residents": "population", "year": "population_year", "basis": "population_source"}
    return newest[["unit_code", *columns]].rename(columns=columns)


def _with_labels(units: pd.DataFrame, code: str, shapes: gpd.GeoSeries) -> pd.DataFrame:
    points = shapes.representative_point()
    return units.assign(label_lat=units[code].map(points.y), label_lon=units[code].map(points.x))
