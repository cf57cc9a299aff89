"""Says at the end of a run how long each part took: the steps of make, and the tests by folder."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter


def part_of(nodeid: str) -> str:
    """The first folder below tests/ that the test lies in."""
    return Path(nodeid.partition("::")[0]).parts[1]


def steps(times: Path) -> Iterator[str]:
    """Steps before the tests, as tools/timed.sh notes them; some at the same time as others."""
    seconds = Counter()
    for line in times.read_text().splitlines():
        step, duration = line.split()
        seconds[step] += int(duration)
    for step, total in seconds.items():
        yield f"{step:<20}{total:>7,} s"


def parts(reports: list[pytest.TestReport]) -> Iterator[str]:
    """Parts of the tests, the longest first, with what was done before and after each test."""
    seconds, counts = defaultdict(float), defaultdict(int)
    for report in reports:
        part = part_of(report.nodeid)
        seconds[part] += report.duration
        counts[part] += report.when == "call"
    for part in sorted(seconds, key=seconds.get, reverse=True):
        yield f"{part:<20}{seconds[part]:>7,.0f} s {counts[part]:>7,} tests"


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Workers work side by side: their seconds are added."""
    times_file = Path(os.environ.get("TIMES", ""))
    reports = [
        one
        for stat_reports in terminalreporter.stats.values()
        for one in stat_reports
        if isinstance(one, pytest.TestReport)
    ]
    terminalreporter.section("time of each part")
    for line in (*(steps(times_file) if times_file.is_file() else ()), *parts(reports)):
        terminalreporter.write_line(line)
