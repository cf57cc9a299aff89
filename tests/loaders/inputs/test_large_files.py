"""Files that would fill the memory: refused by a process that may not use more than a limit, in bounded time."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loaders.inputs.test_workbook_files import zipped
from tests.loaders.stand_ins import FILES

CHECKOUT = Path(__file__).parents[3]
MOST_SECONDS, MOST_BYTES = 100, 2_500_000_000
SIZE = 200_000_000
HEADER = FILES["readings"].partition("\n")[0].encode()
# The content is made when it is its turn.
LARGE = {
    "one line": ("readings", lambda: b"a," * (SIZE // 2), "row 1: has no line end"),
    "one cell": ("readings", lambda: HEADER + b"\n" + b"a" * SIZE, "row 2: the line is longer"),
    "one line below": ("readings", lambda: HEADER + b"\n" + b"1," * (SIZE // 2), "row 2: the line is longer"),
    "one line of another format": ("acled", lambda: b"a," * (SIZE // 2 - 1), "a line of more than"),
    "larger still": ("acled", lambda: b"a,b\n" * (SIZE // 4 + 1), "is larger than 200 MB"),
    "layer": ("boundaries", lambda: b" " * (SIZE + 1), "is larger than 200 MB"),
    "quotation mark": ("readings", lambda: HEADER + b'\n"' + b"a,b\n" * (SIZE // 4), "a quotation mark may be missing"),
    "bomb": ("readings", lambda: zipped({"xl/worksheets/sheet1.xml": bytes(300_000_000)}), "unpacks to 300 MB"),
}


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


@pytest.mark.parametrize("case", LARGE)
def test_a_large_file_is_refused_within_limits(desk, tmp_path, case):
    key, content, reason = LARGE[case]
    path = tmp_path / "large.csv"
    path.write_bytes(content())
    settings = {"DATABASE_URL": f"sqlite:///{desk.folder}/public.sqlite"}
    settings |= {"SOURCES_FILE": str(desk.folder / "sources.toml"), "OPENBLAS_NUM_THREADS": "1"}
    dataset = "incidents" if key == "acled" else key
    done = subprocess.run(
        [sys.executable, "-m", "loaders", "load", dataset, str(path), "--source", key],
        cwd=CHECKOUT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        preexec_fn=_limited,
    )
    path.unlink()
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr[-500:]
    assert reason in done.stderr and desk.is_as_before()
