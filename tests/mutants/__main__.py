"""Plants one fault after the other in a copy of the checkout, and looks whether the tests notice: ``make mutants``.

Exit 0: each is caught. Exit 1: one is not. Exit 2: one cannot be tried, because the table no longer fits the code.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from data_access.store.settings import CHECKOUT
from tests.mutants.faults import Fault, StaleTable, all_faults

PYTEST = ("python", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-n", "0")
# The linter of imports looks for the code on Python's path.
ENVIRONMENT = os.environ | {"PYTHONPATH": "."}
# What pytest and the tools for style say when something is wrong with the code, and not with how they were called.
FAILED = 1
OTHERWISE = {
    0: "NOT caught",
    2: "stopped before any test ran: does the fault break an import?",
    5: "no test was found",
}
# Where there is no browser or no database, every test of it fails: nothing is proved by that.
BROKEN_FIXTURE = "ERROR at setup of"
# A fault that makes a test wait for ever says nothing.
MOST_SECONDS = 300


class Outcome(NamedTuple):
    """What became of one fault."""

    fault: Fault
    text: str
    seconds: float
    exit_code: int


def main() -> int:
    """One line per fault as it ends, those that were not caught again at the end."""
    arguments = _arguments()
    faults = _choose(arguments.names)
    begin, outcomes = time.monotonic(), []
    with tempfile.TemporaryDirectory(prefix="mutants") as folder:
        for outcome in _outcomes(faults, Path(folder), arguments.jobs):
            outcomes.append(outcome)
            print(f"{outcome.fault.name:<44}{outcome.seconds:>6.1f} s  {outcome.text}", flush=True)
    misses = [outcome for outcome in outcomes if outcome.exit_code]
    print(f"\n{len(outcomes) - len(misses)} of {len(outcomes)} caught in {time.monotonic() - begin:.0f} s")
    for outcome in misses:
        print(f"{outcome.fault.name}: {outcome.text}: {outcome.fault.decides}")
    return max((outcome.exit_code for outcome in outcomes), default=0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="faults or areas; without: all of them")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="how many at once (1)")
    return parser.parse_args()


def _choose(names: Sequence[str]) -> list[Fault]:
    """The faults of these names or areas, all of them without any."""
    faults = all_faults()
    unknown_names = set(names) - {name for fault in faults for name in (fault.name, fault.area)}
    if unknown_names:
        areas = ", ".join(dict.fromkeys(fault.area for fault in faults))
        sys.exit(f"no such fault: {', '.join(sorted(unknown_names))}; there are the areas {areas}")
    return [fault for fault in faults if not names or {fault.name, fault.area} & {*names}]


def _outcomes(faults: Sequence[Fault], folder: Path, jobs: int) -> Iterator[Outcome]:
    """Each job has a copy of its own."""
    free: SimpleQueue[Path] = SimpleQueue()
    for number in range(jobs):
        free.put(_copy(folder / str(number)))

    def try_fault(fault: Fault) -> Outcome:
        copy = free.get()
        try:
            return _outcome(fault, copy)
        finally:
            free.put(copy)

    pool = ThreadPoolExecutor(jobs)
    try:
        for future in as_completed([pool.submit(try_fault, fault) for fault in faults]):
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _copy(folder: Path) -> Path:
    """The tracked files as they stand in the checkout, and its virtual environment."""
    file_list = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, check=True, capture_output=True, text=True
    ).stdout
    for name in filter(None, file_list.split("\0")):
        if (CHECKOUT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, folder / name)
    (folder / ".venv").symlink_to((CHECKOUT / ".venv").resolve())
    return folder


def _outcome(fault: Fault, copy: Path) -> Outcome:
    begin = time.monotonic()
    try:
        with _plant(fault, copy):
            exit_code, output = _run(_command(fault), copy)
    except StaleTable as stale:
        return Outcome(fault, str(stale), 0, 2)
    except subprocess.TimeoutExpired:
        return Outcome(fault, "did not end", MOST_SECONDS, 2)
    seconds = time.monotonic() - begin
    if exit_code == FAILED and BROKEN_FIXTURE not in output:
        return Outcome(fault, f"caught  {_first_failure(output)}", seconds, 0)
    if exit_code == FAILED:
        return Outcome(fault, "no test ran: a fixture could not be made. Is everything installed?", seconds, 2)
    verdict = OTHERWISE.get(exit_code, f"exit code {exit_code}: {output.strip()[-500:]}")
    return Outcome(fault, verdict, seconds, 1 if exit_code == 0 else 2)


def _run(command: Sequence[str], folder: Path) -> tuple[int, str]:
    """Exit code and output. Servers and browsers that a test has left behind end with it. Raises TimeoutExpired."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, start_new_session=True, **streams) as process:
        try:
            output, _ = process.communicate(timeout=MOST_SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return process.returncode, output


@contextmanager
def _plant(fault: Fault, copy: Path) -> Iterator[None]:
    path = copy / fault.file
    content = path.read_bytes()
    path.write_bytes(fault.planted_in(content.decode()).encode())
    try:
        yield
    finally:
        path.write_bytes(content)


def _command(fault: Fault) -> list[str]:
    tool, *arguments = fault.command or (*PYTEST, *fault.tests, *(("-k", fault.only) if fault.only else ()))
    return [f".venv/bin/{tool}", *arguments]


def _first_failure(output: str) -> str:
    """The test that noticed."""
    failures = [line for line in output.splitlines() if line.startswith(("FAILED tests/", "ERROR tests/"))]
    return failures[0].partition(" - ")[0] if failures else ""


if __name__ == "__main__":
    sys.exit(main())
