"""A sources.toml with something wrong in it: one line that names the source and the entry, exit 1."""

import pytest

from loaders.config.sources import DECLARED, declared
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
    "language": (GOOD.replace('ky = "а", ', "", 1), "title needs a text in each of en, ky, ru"),
    "one language": (GOOD.replace(TEXTS, '"Poverty"'), "title needs a text in each of en, ky, ru"),
    "empty text": (GOOD.replace('"а"', '" "', 1), "title needs a text in each of en, ky, ru"),
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
    code, said = run(*command, sources=path)
    assert (code, said.count("\n")) == (1, 1) and reason in said and str(path) in said
    assert desk.is_as_before()


@pytest.mark.parametrize("address", ["data", "/var/data/a.csv", "C:/data/a.csv", "https://example.org/a.csv?b=1"])
def test_files_folders_and_addresses_are_accepted(tmp_path, address):
    path = tmp_path / "sources.toml"
    path.write_text(GOOD.replace("poverty.csv", address) + 'url = "https://example.org"', encoding="utf-8")
    assert declared(path)["poverty"].address == address


def test_what_the_project_declares_is_accepted():
    assert declared(DECLARED)


def test_an_address_that_is_not_there_fails_alone(desk, run, tmp_path):
    path = tmp_path / "sources.toml"
    path.write_text(GOOD.replace("poverty.csv", "nowhere.csv"), encoding="utf-8")
    code, said = run("refresh", sources=path)
    assert code == 1 and "1 of the sources could not be loaded: poverty" in said
    assert desk.is_as_before()
