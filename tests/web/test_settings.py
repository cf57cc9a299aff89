"""The operator's settings: their defaults, and one clear line for a wrong value."""

import pytest

from dashboard.settings import Settings
from data_access.store.settings import CHECKOUT, SettingsError
from tests.web.gunicorn_process import run_to_end

WRONG = [
    *(("PORT", value) for value in ("x", "0", "65536", "-1", "80 80", "8050.0", "0x50")),
    *(("WEB_CONCURRENCY", value) for value in ("0", "65", "-2")),
    *(("DATABASE_URL", value) for value in ("mysql://x/y", "sqlite://x", "sqlite:///", "/data/x.sqlite", "postgres:x")),
    *(("DATABASE_URL", f"postgresql://u:secret@{value}/db") for value in ("h:port", "h:99999", "[h")),
    *(("BASE_PATH", value) for value in ("/a b/", "http://x", "/../", "/a/./b", "/ä?/", "/<x>/", "/a%20b/")),
    *(
        ("PUBLIC_ADDRESS", f"https://{value}")
        for value in ("", "a b", "u:p@x", "x/y", "x:0", "x:99999", "x?y", "-x", "ä")
    ),
    *(
        ("PUBLIC_ADDRESS", value)
        for value in ("kg.example", "ftp://x", "//x", "javascript:x", "https:///x", "https://x\n")
    ),
    *(("HOST", value) for value in ("not a host", "999.1.1.1", "a:b", "http://x", "127.0.0.1/8", "x_y")),
]


# What Dash, Flask and Python take for yes.
DEBUGGING = [
    *(("DASH_UI", value) for value in ("true", "1", "0", "no")),
    *(("DASH_DEBUG", "true"), ("dash_hot_reload", "True"), ("DASH_PROPS_CHECK", "1"), ("DASH_SERVE_DEV_BUNDLES", "1")),
    *(("FLASK_DEBUG", "1"), ("FLASK_DEBUG", "off"), ("FLASK_ENV", "development"), ("PYTHONDEVMODE", "0")),
]
OFF = [
    ("DASH_UI", "False"),
    ("DASH_DEBUG", ""),
    ("FLASK_DEBUG", "0"),
    ("FLASK_DEBUG", "no"),
    ("FLASK_ENV", "production"),
]


def test_every_setting_has_a_default():
    settings = Settings.from_environment({})
    assert settings == Settings(f"sqlite:///{CHECKOUT}/data/public.sqlite", "/", "127.0.0.1", 8050, 2)
    assert settings.bind == "127.0.0.1:8050"


@pytest.mark.parametrize("key", ["DATABASE_URL", "BASE_PATH", "HOST", "PORT", "WEB_CONCURRENCY", "PUBLIC_ADDRESS"])
def test_an_empty_setting_is_its_default(key):
    assert Settings.from_environment({key: ""}) == Settings.from_environment({})


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_a_wrong_value_is_named_in_one_line(key, value):
    with pytest.raises(SettingsError, match=f"^{key} must [^\n]+$") as error:
        Settings.from_environment({key: value})
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(("key", "value"), DEBUGGING)
def test_tools_for_developers_stop_the_start(key, value):
    with pytest.raises(SettingsError, match=f"^{key} must not be set: [^\n]+$"):
        Settings.from_environment({key: value})


@pytest.mark.parametrize(("key", "value"), OFF)
def test_where_they_are_off_the_server_starts(key, value):
    assert Settings.from_environment({key: value}) == Settings.from_environment({})


@pytest.mark.parametrize(
    ("text", "path"), [("dash", "/dash/"), ("/a/b", "/a/b/"), ("//a//", "/a/"), ("/", "/"), ("a-b_c", "/a-b_c/")]
)
def test_a_base_path_may_be_written_with_or_without_slashes(text, path):
    assert Settings.from_environment({"BASE_PATH": text}).base_path == path


@pytest.mark.parametrize(
    ("host", "bind"),
    [("0.0.0.0", "0.0.0.0:8050"), ("::1", "[::1]:8050"), ("localhost", "localhost:8050"), ("a.b-c", "a.b-c:8050")],
)
def test_the_server_listens_where_it_is_told(host, bind):
    assert Settings.from_environment({"HOST": host}).bind == bind


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://kg.example", "https://kg.example"),
        ("https://KG.example/", "https://kg.example"),
        ("http://10.0.0.7:8050", "http://10.0.0.7:8050"),
        ("http://[fe80::1]:80", "http://[fe80::1]:80"),
    ],
)
def test_the_public_address_is_where_readers_find_the_site(text, address):
    assert Settings.from_environment({"PUBLIC_ADDRESS": text}).address == address


@pytest.mark.parametrize(
    ("host", "address"),
    [("0.0.0.0", "http://127.0.0.1:8050"), ("::", "http://127.0.0.1:8050"), ("::1", "http://[::1]:8050")],
)
def test_without_one_the_site_is_found_where_the_server_listens(host, address):
    assert Settings.from_environment({"HOST": host}).address == address


@pytest.mark.parametrize(("key", "value"), [("PORT", "x"), ("BASE_PATH", "/a b/"), ("DASH_UI", "true")])
def test_a_wrong_value_stops_the_server_with_that_line_alone(key, value):
    result = run_to_end(**{key: value})
    assert result.returncode != 0
    assert result.stderr.startswith(f"dashboard: {key} must ")
    assert (result.stderr.count("\n"), result.stdout) == (1, "")
