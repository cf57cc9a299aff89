"""What ``make`` builds once for browsers: a plotly.js with what is drawn here, and scripts compressed best.

The application works without: then browsers fetch the whole plotly.js of the Python package, three times as large, and
scripts are compressed when they are first asked for, in less time and a little less well.
"""

import logging
import sys
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import brotli

LOG = logging.getLogger(__name__)
PLOTLY = "plotly.js"
# The scripts that pages of ours load.
SCRIPTS = {
    "dash": (
        "dash-renderer/build/dash_renderer.min.js",
        "dcc/async-dropdown.js",
        "dcc/async-graph.js",
        "dcc/async-slider.js",
        "dcc/dash_core_components*.js",
        "deps/*18*.min.js",
        "deps/prop-types*.min.js",
        "html/*.min.js",
    ),
    "dash_bootstrap_components": ("_components/*.min.js",),
}


class BuildFolder:
    """A folder that holds ``plotly.js`` and, as ``{hash of content}.br``, what is compressed; it may be missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def plotly(self) -> bytes | None:
        """The small plotly.js, if it was built."""
        try:
            return (self._folder / PLOTLY).read_bytes()
        except OSError:
            LOG.warning("%s is missing: browsers fetch the whole plotly.js (make builds it)", self._folder / PLOTLY)
            return None

    def compressed_content(self, content: bytes) -> bytes | None:
        """The content as it was compressed with Brotli, if it was."""
        try:
            return _place(self._folder, content).read_bytes()
        except OSError:
            return None


def _place(folder: Path, content: bytes) -> Path:
    return folder / f"{sha256(content).hexdigest()}.br"


def _scripts() -> Iterator[Path]:
    for package, patterns in SCRIPTS.items():
        folder = Path(find_spec(package).origin).parent
        for pattern in patterns:
            yield from folder.glob(pattern)


def build(folder: Path) -> None:
    """Compress the small plotly.js, which stands in the folder, and the scripts of Dash."""
    for path in (folder / PLOTLY, *_scripts()):
        content = path.read_bytes()
        place = _place(folder, content)
        if not place.exists():
            place.write_bytes(brotli.compress(content, quality=11))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
