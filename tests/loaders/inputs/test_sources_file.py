"""A sources.toml with something wrong in it: one line that names the source and the entry, exit 1."""

import tomllib

import pytest

from data_access.store.settings import SettingsError
from loaders.config.sources import declared_sources
from loaders.formats.mapped_payments import tables_of
from loaders.store.settings import SOURCES_FILE
from tests.loaders.inputs.conftest import TEXTS, entry

GOOD = entry("poverty", "statistics", address='"poverty.csv"')
WRONG = {
    "no TOML": ("[source.poverty", "is not a list of sources"),
    "nothing": ("", "is not a list of sources"),
    "no tables": ("source = 5", "is not a list of sources"),
    "a text": ('[source]\npoverty = "x"', "source poverty: must be a table"),
    "key": (GOOD.replace("source.poverty", 'source."a b"'), "source a b: its key must be"),
    "unknown entry": (GOOD + 'adress = "a.csv"', "the entry 'adress' is unknown; there are dataset,"),
    "dataset": (GOOD.replace('"reference"', '"money"'), "dataset is 'money'; it must be one of revenue,"),
    "loads": (GOOD.replace('"statistics"', '"stats"'), "loads is 'stats'; it must be one of oblasts,"),
    "kind": (GOOD.replace('"synthetic"', '"made up"'), "kind is 'made up'; it must be one of published,"),
    "list": (GOOD.replace('kind = "synthetic"', 'kind = ["synthetic"]'), "kind is ['synthetic']"),
    "no language": (GOOD.replace(TEXTS, '"Poverty"'), "title needs a text in one of en, ky, ru or more, as title.en ="),
    "other language": (GOOD.replace("ky =", "de =", 1), "title needs a text in one of en, ky, ru or more"),
    "none of them": (GOOD.replace(TEXTS, "{}", 1), "title needs a text in one of en, ky, ru or more"),
    "empty text": (GOOD.replace('"а"', '" "', 1), "title needs a text in one of en, ky, ru or more"),
    "endless text": (GOOD.replace('"а"', f'"{"а" * 400}"', 1), "title is longer than 300 characters"),
    "cadence": (GOOD + 'cadence_days = "monthly"', "cadence_days is 'monthly'"),
    "no cadence": (GOOD + "cadence_days = -1", "cadence_days is -1"),
    "complete in words": (entry("i", "incidents", complete_from='"2018"'), "complete_from is '2018'; it must be a day"),
    "complete elsewhere": (GOOD + "complete_from = 2018-01-01", "complete_from is only read for incidents"),
    "unknown format": (GOOD + 'format = "xls"', "format is 'xls'; for these rows there are sdmx_ml, statistics_wide"),
    "format of others": (
        entry("i", "targets", format='"acled"'),
        "format is 'acled'; for these rows there are no other formats",
    ),
    "mapping alone": (GOOD + 'mapping = "a.toml"', "a mapping is only read with a format"),
    "mapping elsewhere": (
        entry("i", "incidents", format='"mass_mobilization"', mapping='"../secret.toml"'),
        "it must be the name of a file in the folder mappings",
    ),
    "missing file": (GOOD + 'file = "nowhere.csv"', "file is 'nowhere.csv', which is not in"),
    "number for a file": (GOOD + "file = 5", "file must be a text"),
    "number for an address": (GOOD.replace('"poverty.csv"', "5"), "address must be a text, or a list of them"),
    "no addresses": (GOOD.replace('"poverty.csv"', "[]"), "address must be a text, or a list of them"),
    "an address twice": (GOOD.replace('"poverty.csv"', '["a.csv", "a.csv"]'), "address must be a text, or a list of"),
    "one of several": (
        GOOD.replace('"poverty.csv"', '["a.csv", "ftp://a.org/b"]'),
        "address is 'ftp://a.org/b'; it must",
    ),
    "ftp": (GOOD.replace("poverty.csv", "ftp://example.org/a.csv"), "must be a file, a folder or an https address"),
    "script address": (GOOD.replace("poverty.csv", "javascript:alert(1)"), "must be a file, a folder or an https"),
    "file address": (GOOD.replace("poverty.csv", "file:///etc/passwd"), "must be a file, a folder or an https"),
    "no host": (GOOD.replace("poverty.csv", "https:///a.csv"), "must be a file, a folder or an https"),
    "script": (GOOD + 'url = "javascript:alert(1)"', "url is 'javascript:alert(1)'; it must be an address"),
    "data": (GOOD + 'url = "data:text/html,x"', "it must be an address that begins with https://"),
    "no address": (GOOD + 'url = "see the ministry"', "it must be an address that begins with https://"),
    "brackets": (GOOD + 'url = "https://[a"', "it must be an address that begins with https://"),
}


@pytest.mark.parametrize("command", [("refresh",), ("load", "statistics", "poverty.csv", "--source", "poverty")])
@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named(desk, run, tmp_path, case, command):
    content, reason = WRONG[case]
    path = tmp_path / "sources.toml"
    path.write_text(content, encoding="utf-8")
    code, message = run(*command, sources=path)
    assert (code, message.count("\n")) == (1, 1) and reason in message and str(path) in message
    assert desk.is_as_before()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (GOOD + 'adress = "a.csv"', 10),
        (GOOD.replace('"synthetic"', '"made up"'), 4),
        (GOOD.replace('kind = "synthetic"\n', ""), 1),
        (GOOD + "title.de = 5", None),
        (entry("other", "statistics") + GOOD.replace(TEXTS, "{}", 1), 13),
    ],
)
def test_the_line_of_what_is_wrong_is_named(tmp_path, content, line):
    path = tmp_path / "sources.toml"
    path.write_text("\n" + content, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        declared_sources(path)
    assert f"{path}, line {line + 1}, source poverty: " in str(error.value) if line else "line" in str(error.value)


@pytest.mark.parametrize("address", ["data", "/var/data/a.csv", "C:/data/a.csv", "https://example.org/a.csv?b=1"])
def test_files_folders_and_addresses_are_accepted(tmp_path, address):
    path = tmp_path / "sources.toml"
    path.write_text(GOOD.replace("poverty.csv", address) + 'url = "https://example.org"', encoding="utf-8")
    assert declared_sources(path)["poverty"].address == address


def test_what_the_project_declares_is_accepted():
    assert declared_sources(SOURCES_FILE)


def test_an_address_that_is_not_there_fails_alone(desk, run, tmp_path):
    path = tmp_path / "sources.toml"
    path.write_text(GOOD.replace("poverty.csv", "nowhere.csv"), encoding="utf-8")
    code, message = run("refresh", sources=path)
    assert code == 1 and "1 of the sources could not be loaded: poverty" in message
    assert desk.is_as_before()


def test_the_examples_in_its_head_can_be_used(tmp_path):
    lines = SOURCES_FILE.read_text(encoding="utf-8").partition("\n\n[source.")[0].splitlines()
    entry = "\n".join(
        line[6:] for line in lines if line.startswith("#     [source.") or line.startswith("#     ") and line[6] != " "
    )
    path = tmp_path / "sources.toml"
    path.write_text(entry, encoding="utf-8")
    assert declared_sources(path)["payments_2019"].mapping == "payments_2019.toml"
    mapping = [line[20:] for line in lines if line.startswith("#" + " " * 19) and "address =" not in line]
    assert tables_of(tomllib.loads("\n".join(mapping)), "payments_2019.xlsx")[0]["columns"]["place"] == "Район"
