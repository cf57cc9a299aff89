"""What is installed is locked, with hashes; the web process needs no more than its own lock."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from data_access.store.settings import CHECKOUT

ASKED = CHECKOUT / "requirements"
LOCKS = {
    "requirements-web.txt": ("web.in",),
    "requirements.txt": ("web.in", "loaders.in"),
    "requirements-dev.txt": ("web.in", "loaders.in", "dev.in"),
    "requirements-build.txt": ("build.in",),
    "requirements-install.txt": ("install.in",),
}
PIN = re.compile(r"^([\w.-]+)(?:\[\w+\])?==([\w.]+)", re.M)
ENTRY = re.compile(r"[\w.-]+==[\w.]+( ; .+?)?( \\\n    --hash=sha256:[0-9a-f]{64})+")


def pins(path: Path) -> dict[str, str]:
    return {name.lower(): version for name, version in PIN.findall(path.read_text())}


@pytest.mark.parametrize(("lock", "names"), LOCKS.items())
def test_a_lock_has_what_is_asked_for_and_a_hash_of_everything(lock, names):
    lock_pins = pins(CHECKOUT / lock)
    for name in names:
        assert pins(ASKED / name).items() <= lock_pins.items()
    # Comments aside, there is nothing but packages with hashes: no address of an index, no file.
    entries = "\n".join(line for line in (CHECKOUT / lock).read_text().splitlines() if not line.strip().startswith("#"))
    assert ENTRY.sub("", entries).strip() == ""
    assert len(ENTRY.findall(entries)) == len(lock_pins)


def test_locks_agree():
    web, run, dev = (pins(CHECKOUT / lock).items() for lock in list(LOCKS)[:3])
    assert web < run < dev


def test_every_npm_package_has_a_hash():
    lock = json.loads((CHECKOUT / "dashboard" / "web" / "plotly" / "package-lock.json").read_text())
    integrity = {name: package.get("integrity", "") for name, package in lock["packages"].items() if name}
    assert len(integrity) > 200
    assert [name for name, value in integrity.items() if not value.startswith("sha512-")] == []


def test_the_web_process_needs_its_own_lock_only(example_public_url):
    command = [sys.executable, "-m", "tests.support.web_alone"]
    environment = os.environ | {"DATABASE_URL": example_public_url}
    run = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert {"alembic", "geopandas", "pandera", "scipy", "shapely", "pytest"} <= set(run.stdout.split())
