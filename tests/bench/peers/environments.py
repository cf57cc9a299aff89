"""Where the pages beside ours are installed: folders of their own in ``.venv/peers``, from locks with hashes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from data_access.store.settings import CHECKOUT

HERE = Path(__file__).parent
INSTALLED = CHECKOUT / ".venv" / "peers"


class Absent(Exception):
    """What cannot be installed here is not measured; the text says what is missing."""


def vizro() -> Path:
    """Gunicorn of an environment with Vizro. Raises Absent."""
    folder, lock = INSTALLED / "vizro", CHECKOUT / "requirements-vizro.txt"
    program = folder / "bin" / "gunicorn"
    if not program.exists():
        _run("Vizro", sys.executable, "-m", "venv", str(folder))
        _run("Vizro", str(folder / "bin" / "pip"), "install", "--quiet", "--require-hashes", "-r", str(lock))
    return program


def observable(rows: Path) -> Path:
    """The folder of the page that Observable Framework builds of these rows. Raises Absent."""
    if not shutil.which("npm"):
        raise Absent("Observable Framework: there is no npm")
    folder = INSTALLED / "observable"
    shutil.copytree(HERE / "observable", folder, dirs_exist_ok=True)
    for name in ("cube.json", "districts.json"):
        shutil.copy(rows / name, folder / "src" / name)
    if not (folder / "node_modules").exists():
        _run("Observable Framework", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=folder)
    _run("Observable Framework", "npx", "observable", "build", folder=folder)
    return folder / "dist"


def _run(name: str, *command: str, folder: Path = CHECKOUT) -> None:
    quiet = os.environ | {"OBSERVABLE_TELEMETRY_DISABLE": "true"}
    result = subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True)
    if result.returncode:
        raise Absent(f"{name}: {result.stderr.strip().splitlines()[-1] if result.stderr.strip() else command[0]}")
