"""Whatever is asked for, the answer is a page, one redirect to it, or a notice; never an error of ours."""

from random import Random
from urllib.parse import unquote_to_bytes

ADDRESSES = 3_000
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


def address(random: Random) -> dict[str, str]:
    """A path of ours, pieces anywhere in it, and a query of pieces, as a server hands them over."""
    path = random.choice(PATHS)
    for _ in range(random.choice((0, 0, 0, 1, 2))):
        place = random.randrange(1, len(path) + 1)
        path = path[:place] + random.choice(PIECES) + path[place:]
    query = "".join(random.choice(PIECES) for _ in range(random.randrange(8)))
    return {"PATH_INFO": unquote_to_bytes(path).decode("latin-1"), "QUERY_STRING": query.encode().decode("latin-1")}


def test_no_address_is_answered_with_an_error_of_ours(client, caplog):
    random = Random(3)
    for asked in (address(random) for _ in range(ADDRESSES)):
        answer = client.get("/", environ_overrides=asked)
        assert answer.status_code in (200, 302, 404), asked
        if answer.status_code == 302:
            assert answer.location.startswith(("/ky/", "/ru/", "/en/")), asked
            assert client.get(answer.location).status_code == 200, asked
    assert caplog.records == []
