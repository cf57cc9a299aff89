"""Addresses of our own files for documents that Dash does not write."""

from data_access.store.settings import CHECKOUT

FOLDER = CHECKOUT / "assets"
# What documents without Dash look like: names for colours and type, the frame, marks of legends.
# What brings to life the buttons that pass a page on. It waits for no other script: they stand in the first HTML.
SHARING_SCRIPT = "share/sharing.js"
# The bar of a phone, for the same reason.
BAR_SCRIPT = "share/bar.js"
STYLES = ("1-tokens.css", "2-page.css", "3-marks.css", "3-panel.css")


def address(base_path: str, name: str) -> str:
    """The address of a file, which changes with the file and so may be kept for ever."""
    return f"{base_path}assets/{name}?m={(FOLDER / name).stat().st_mtime}"


def addresses(base_path: str, *names: str) -> list[str]:
    """The addresses of files."""
    return [address(base_path, name) for name in names]


def styles(base_path: str, *more: str) -> list[str]:
    """The addresses of style sheets: those of all documents, and more."""
    return addresses(base_path, *STYLES, *more)
