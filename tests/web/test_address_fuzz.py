"""Whatever is asked for, the answer is a page, one redirect to it, or a notice; never an error of ours."""

from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import strategies as st

from tests.web.fuzzing import each_of

PATHS = (
    *("/ky/overview", "/ru/revenue", "/en/monitoring", "/", "/health", "/ready", "/ky", "/layers", "/_dash-layout"),
    *("/data/revenue_map.csv", "/data/sites.geojson", "/data/districts.zip", "/data/revenue_by_stream.xlsx"),
    *("/assets/1-tokens.css", "/_dash-component-suites/dash/dcc/async-graph.js", "/_dash-update-component"),
)
PIECES = (
    *(
        "district=jeti-oguz",
        "district=",
        "since=2019",
        "until=2021-05",
        "tables=revenue_map",
        "measure=poverty",
        "stage=",
        "x",
        "lang=ru",
        "hxl=1",
        ".csv",
    ),
    *(
        "&",
        "=",
        "?",
        "#",
        "/",
        "//",
        "..",
        "%",
        "%00",
        "%2F",
        "%C3%28",
        "%FF",
        "+",
        ";",
        ",",
        "\\",
        "'",
        '"',
        "<",
        "ө",
        "💥",
    ),
    *("\x7f", "a" * 300, "[]", "{}", "$", "@", ":", "%u0041", "-1", "1e9", "٢٠١٩", "&&&&"),
)
ANY_PIECE = st.sampled_from(PIECES) | st.text(max_size=3)


@st.composite
def addresses(draw) -> dict[str, str]:
    """A path of ours, pieces anywhere in it, and a query of pieces, as a server hands them over."""
    path = draw(st.sampled_from(PATHS))
    for piece in draw(st.just([]) | st.lists(ANY_PIECE, max_size=2)):
        place = draw(st.integers(1, len(path)))
        path = path[:place] + piece + path[place:]
    query = "".join(draw(st.lists(ANY_PIECE, max_size=7)))
    return {"PATH_INFO": unquote_to_bytes(path).decode("latin-1"), "QUERY_STRING": query.encode().decode("latin-1")}


@pytest.mark.parametrize("count", [150, pytest.param(3_000, marks=pytest.mark.exhaustive)])
def test_no_address_is_answered_with_an_error_of_ours(client, caplog, count):
    def ask(environ: dict[str, str]) -> None:
        answer = client.get("/", environ_overrides=environ)
        assert answer.status_code in (200, 302, 404)
        if answer.status_code == 302:
            assert answer.location.startswith(("/ky/", "/ru/", "/en/"))
            assert client.get(answer.location).status_code == 200
        assert caplog.records == []

    each_of(count, addresses(), ask)
