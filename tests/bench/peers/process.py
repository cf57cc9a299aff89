"""What a server and its workers have used, as Linux counts it."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [descendant for child in map(int, text.split()) for descendant in (child, *_children(child))]


def cpu(pid: int) -> float:
    """Seconds of a process and all that it has started."""
    return sum(_ticks(one) for one in (pid, *_children(pid))) / TICKS


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def memory(pid: int) -> float:
    """Megabytes of the largest process that this one has started, or of itself where there is none.

    Its own memory, and its part of what several share.
    """
    return max(_share(one) for one in _children(pid) or [pid]) / 1000


def _share(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
