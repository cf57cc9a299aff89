"""What a long file costs: ``make bench``. Rows per second of CPU, and the largest memory, of loading and publishing.

The file of ROWS readings is loaded, published, replaced by a corrected one and published again; then one that is
LONGER times as long is loaded into stores of its own, to show that memory does not grow with the file. Each step runs
in a process of its own, so that its largest memory is its own. Times are of this machine only.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from loaders.config.sources import declared_sources
from loaders.datasets.registry import DATASETS
from loaders.engine import run
from loaders.publish import publish
from loaders.store.database import Stores
from loaders.store.settings import LoaderSettings
from tests.support import example_store

ROWS, LONGER = 1_000_000, 3
LIMIT = 5


def main() -> None:
    """One line per step, and one for loading and publishing together."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"\n{'step':<18}{'rows':>12}{'CPU, s':>9}{'rows/s':>10}{'memory, MB':>12}")
    with tempfile.TemporaryDirectory() as folder:
        load, publication = _steps(Path(folder), rows, ("load", "publish"))
        _print("load + publish", rows, load[0] + publication[0], max(load[1], publication[1]))
        _steps(Path(folder), rows, ("replace", "publish"))
    with tempfile.TemporaryDirectory() as folder:
        _steps(Path(folder), rows * LONGER, ("load", "publish"))


def _steps(folder: Path, rows: int, steps: Sequence[str]) -> list[tuple[float, float]]:
    """Seconds of CPU and MB of each step."""
    if not (folder / "public.sqlite").exists():
        example_store.fill(_stores(folder), LIMIT)
    costs = []
    for step in steps:
        if step != "publish":
            write_readings(folder / f"{step}.csv", rows, "0.008" if step == "replace" else "0.007")
        command = [sys.executable, "-m", "tests.bench.loaders", step, str(folder)]
        result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        costs.append(tuple(map(float, result.stdout.split())))
        _print(step, rows, *costs[-1])
    return costs


def _print(step: str, rows: int, cpu: float, memory: float) -> None:
    print(f"{step:<18}{rows:>12,}{cpu:>9.1f}{rows / cpu:>10,.0f}{memory:>12.0f}", flush=True)


def one_step(step: str, folder: Path) -> None:
    """Do one step and print what it cost."""
    stores, begin = _stores(folder), time.process_time()
    if step == "publish":
        publish(stores, LIMIT)
    else:
        source = declared_sources()["example_readings"]
        run.load(stores.private, DATASETS["readings"], folder / f"{step}.csv", source, run.Terms(allow_removal=True))
    print(time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _stores(folder: Path) -> Stores:
    return Stores.open(LoaderSettings.from_environment({"DATABASE_URL": f"sqlite:///{folder}/public.sqlite"}))


def write_readings(path: Path, rows: int, tenth: str, days: int = 2800) -> None:
    """Readings of the example's stations, spread over some days; every tenth value is another one with ``tenth``."""
    chance, first = random.Random(1), date(2019, 1, 1)
    lines = (declared_sources()["example_readings"].bundled_file).read_text(encoding="utf-8").splitlines()
    heads = sorted({(line.split(",")[0], line.split(",")[1], line.split(",")[5]) for line in lines[1:]})
    stride = max(1, days * len(heads) // rows)
    with path.open("w", encoding="utf-8") as stream:
        stream.write(lines[0] + "\n")
        for number in range(rows):
            station, indicator, unit = heads[number % len(heads)]
            day = first + timedelta(days=number // len(heads) * stride % days)
            value = tenth if number % 10 == 0 else f"{chance.random():.4f}"
            value = "<0.0050" if chance.random() < 0.1 else value
            stream.write(f"{station},{indicator},{day},single,{value},{unit},state,ok\n")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        one_step(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
