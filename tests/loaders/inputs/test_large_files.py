"""Files that would fill the memory: refused where they cross a limit, by a process that may use only so much."""

import os
import resource
import subprocess
import sys

import pytest

from data_access.store.settings import CHECKOUT
from tests.loaders.formats.books import with_claim
from tests.loaders.kinds import only_exhaustive
from tests.loaders.stand_ins import FILES

MOST_SECONDS, MOST_BYTES = 100, 2_500_000_000
SIZE = 200_000_000
HEADER = FILES["readings"].partition("\n")[0].encode() + b"\n"
# What it is loaded as, its content by its size, from which size on it is refused, with which words.
LARGE = {
    "one line": ("readings", lambda size: b"a," * (size // 2), 1_000_000, "row 1: has no line end"),
    "one cell": ("readings", lambda size: HEADER + b"a" * size, 10_000_000, "row 2: the line is longer"),
    "one line below": ("readings", lambda size: HEADER + b"1," * (size // 2), 10_000_000, "row 2: the line is longer"),
    "one line of another format": ("acled", lambda size: b"a," * (size // 2 - 1), 10_000_004, "a line of more than"),
    "larger still": ("acled", lambda size: b"a,b\n" * (size // 4 + 1), SIZE, "is larger than 200 MB"),
    "layer": ("boundaries", lambda size: b" " * (size + 1), SIZE, "is larger than 200 MB"),
    "quotation mark": (
        "readings",
        lambda size: HEADER + b'"' + b"a,b\n" * (size // 4),
        200_000,
        "a quotation mark may be missing",
    ),
    "bomb": ("readings", lambda size: with_claim(size + 1_000_000), SIZE, "unpacks to 201 MB"),
}


@pytest.mark.parametrize("case", [case if case != "layer" else only_exhaustive(case) for case in LARGE])
def test_a_file_that_crosses_a_limit_is_refused(refused_content, case):
    key, content, limit, reason = LARGE[case]
    assert reason in refused_content(key, content(limit))


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


@pytest.mark.parametrize("case", [case if case == "one cell" else only_exhaustive(case) for case in LARGE])
def test_a_large_file_is_refused_within_limits(desk, tmp_path, case):
    key, content, _, reason = LARGE[case]
    path = tmp_path / "large.csv"
    path.write_bytes(content(SIZE))
    settings = {"DATABASE_URL": f"sqlite:///{desk.folder}/public.sqlite"}
    settings |= {"SOURCES_FILE": str(desk.folder / "sources.toml"), "OPENBLAS_NUM_THREADS": "1"}
    dataset = "incidents" if key == "acled" else key
    result = subprocess.run(
        [sys.executable, "-m", "loaders", "load", dataset, str(path), "--source", key],
        cwd=CHECKOUT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        preexec_fn=_limit_memory,
    )
    path.unlink()
    assert (result.returncode, result.stderr.count("\n")) == (1, 1), result.stderr[-500:]
    assert reason in result.stderr and desk.is_as_before()
