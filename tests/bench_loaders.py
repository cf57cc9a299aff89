"""What a million readings cost: ``python -m tests.bench_loaders [ROWS]``. Rows per second of CPU, and memory.

Each step runs in a process of its own, so that its largest memory is its own. Times are of this machine only.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from loaders import commands, run
from loaders.database import Stores
from loaders.datasets import DATASETS
from loaders.publish import publish
from loaders.settings import LoaderSettings
from loaders.sources import declared

ROWS = 1_000_000
STEPS = ("load", "publish", "replace", "publish")


def main() -> None:
    """Load, publish, load a corrected file, publish; one line each."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands.sample(_stores(folder), 5, lambda _line: None)
        _write(folder / "load.csv", rows, "0.007")
        _write(folder / "replace.csv", rows, "0.008")
        print(f"{rows:,} readings, {(folder / 'load.csv').stat().st_size / 1e6:.0f} MB")
        print(f"{'step':<10}{'CPU, s':>8}{'wall, s':>9}{'rows/s':>10}{'memory, MB':>12}")
        for step in STEPS:
            subprocess.run([sys.executable, "-m", "tests.bench_loaders", step, name, str(rows)], check=True)


def one_step(step: str, folder: Path, rows: int) -> None:
    """Do one step and print what it cost."""
    stores, begin, cpu = _stores(folder), time.perf_counter(), time.process_time()
    if step == "publish":
        publish(stores, 5)
    else:
        source = declared()["sample_readings"]
        run.load(stores.private, DATASETS["readings"], folder / f"{step}.csv", source, run.Terms(allow_removal=True))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{step:<10}{cpu:>8.1f}{wall:>9.1f}{rows / cpu:>10,.0f}{memory:>12.0f}", flush=True)


def _stores(folder: Path) -> Stores:
    return Stores.open(LoaderSettings.from_environment({"DATABASE_URL": f"sqlite:///{folder}/public.sqlite"}))


def _write(path: Path, rows: int, replaced: str) -> None:
    """Readings of the sample's stations; every tenth value is another one in the two files."""
    chance, first = random.Random(1), date(2019, 1, 1)
    sample = (declared()["sample_readings"].bundled_file).read_text(encoding="utf-8").splitlines()
    heads = sorted({(line.split(",")[0], line.split(",")[1], line.split(",")[5]) for line in sample[1:]})
    with path.open("w", encoding="utf-8") as stream:
        stream.write(sample[0] + "\n")
        for number in range(rows):
            station, indicator, unit = heads[number % len(heads)]
            day = first + timedelta(days=number // len(heads) % 2800)
            value = replaced if number % 10 == 0 else f"{chance.random():.4f}"
            value = "<0.0050" if chance.random() < 0.1 else value
            stream.write(f"{station},{indicator},{day},single,{value},{unit},state,ok\n")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        one_step(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
