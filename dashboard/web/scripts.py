"""What a live page loads, and when: Dash's own list of scripts is longer than what pages of ours use, and would have
browsers ask for each of our small files.

No script stands in the document but one, which loads the others from the links in the head. Where there is a
mouse, browsers fetch them early; on phones not before they are needed.
"""

import re
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from dashboard.web.build_folder import PLOTLY, BuildFolder

ADDRESS = "scripts/<sha256>/<name>"
# Dash looks for its renderer in every document of ours: by this name it finds what starts it.
START = "start-dash-renderer.js"
# What stands in assets, in the order of its names, each kind as one file.
DEEDS, LOOK = "deeds.js", "look.css"
SCRIPT = re.compile(r'<script src="([^"]*)"></script>')
# Pages need none of it: what every browser of the last years has by itself, and tables that are deprecated.
UNUSED_SCRIPTS = re.compile(r"/(?:dash/deps/polyfill@|dash/dash_table/)")
# Dash would ask for them one after another when the page is there, at addresses that browsers cannot keep.
PARTS = ("async-dropdown", "async-slider")
WHOLE_PLOTLY = "_dash-component-suites/plotly/package_data/plotly.min.js"
WHOLE = "/dcc/dash_core_components."
FONT = re.compile(r'url\("(fonts/[^"]*)"\)')
MOUSE = ' media="(pointer: fine)"'
# What Dash puts into addresses, so that browsers may keep them: its version, and when it was installed.
FINGERPRINT = re.compile(r"\.v[\w-]+m[0-9a-f]+\.")


class Scripts:
    """The scripts and styles of ours, each under an address with its hash."""

    def __init__(self, build_folder: BuildFolder, base_path: str, assets: Path) -> None:
        self._base_path, self._styles = base_path, _joined(assets, "css")
        self._own = {
            START: (Path(__file__).parent / START).read_bytes(),
            DEEDS: _joined(assets, "js").encode(),
            LOOK: FONT.sub(rf'url("{base_path}assets/\1")', self._styles).encode(),
        } | ({PLOTLY: build_folder.plotly} if build_folder.plotly else {})

    def content(self, name: str, asked_sha256: str) -> bytes | None:
        """The file under an address; None where it is another one, or none."""
        script = self._own.get(name)
        return script if script and sha256(script).hexdigest() == asked_sha256 else None

    def early(self, tags: str) -> str:
        """Links for the head to all scripts, in the order in which they run. ``tags`` are the script tags of Dash.

        Pictures come before controls: our own scripts, which are small, then plotly.js, then those of Dash.
        """
        in_order = [self.address(DEEDS), self.plotly, *needed_scripts(SCRIPT.findall(tags))]
        return "".join([*self._fonts, *(_link("script", address, " data-script" + MOUSE) for address in in_order)])

    @property
    def plotly(self) -> str:
        """Where plotly.js stands: the small one, or the whole one of the Python package."""
        return self.address(PLOTLY) if PLOTLY in self._own else f"{self._base_path}{WHOLE_PLOTLY}"

    def address(self, name: str) -> str:
        """Where a script or the styles stand."""
        return f"{self._base_path}scripts/{sha256(self._own[name]).hexdigest()}/{name}"

    @cached_property
    def _fonts(self) -> list[str]:
        """The fonts that style sheets name."""
        addresses = (f"{self._base_path}assets/{font}" for font in FONT.findall(self._styles))
        return [_link("font", address, ' type="font/woff2" crossorigin') for address in addresses]


def _joined(folder: Path, kind: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"*.{kind}")))


def needed_scripts(addresses: list[str]) -> list[str]:
    """Of the addresses of scripts those that pages need, with the parts that every page needs, in their order.

    They change with the versions of the packages and tell none of them.
    """
    mark = f".v{sha256(''.join(addresses).encode()).hexdigest()[:12]}m0."
    wanted_addresses = (FINGERPRINT.sub(mark, address) for address in addresses if not UNUSED_SCRIPTS.search(address))
    return [one for address in wanted_addresses for one in _with_parts(address)]


def _with_parts(address: str) -> list[str]:
    folder, _, version = address.rpartition(WHOLE)
    return [address, *(f"{folder}/dcc/{part}.{version}" for part in PARTS)] if folder else [address]


def _link(kind: str, address: str, more: str) -> str:
    return f'<link rel="preload" as="{kind}" href="{address}"{more}>\n'
