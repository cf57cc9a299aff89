"""The web process where nothing is installed but requirements-web.txt: imports of all the rest are refused.

``python -m tests.support.web_alone`` imports every module of the web, starts the application and asks for one address
of each kind. DATABASE_URL names a filled store.
"""

import re
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.metadata import packages_distributions
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

from data_access.store.settings import CHECKOUT

PACKAGES = ("dashboard", "callbacks", "layouts", "data_access")
ADDRESSES = (
    "/ready",
    "/en/overview",
    "/ky/revenue/lite",
    "/ru/agenda",
    "/qr.svg?to=/ky/revenue",
    *(f"/data/revenue_map.{ending}" for ending in ("csv", "xlsx", "geojson", "zip")),
)


class OnlyWeb(MetaPathFinder):
    """Finds no module of a distribution that is not in the lock."""

    def __init__(self, lock: Path) -> None:
        self._lock_names = set(re.findall(r"^([\w.-]+)==", lock.read_text(), re.M))
        self.refused = {module for module, names in packages_distributions().items() if not self._any_locked(names)}

    def _any_locked(self, names: Sequence[str]) -> bool:
        return any(re.sub(r"[-_.]+", "-", name).lower() in self._lock_names for name in names)

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Nothing, so that others look, or an error as if it were not installed."""
        if fullname.partition(".")[0] in self.refused:
            raise ModuleNotFoundError(f"{fullname} is not in requirements-web.txt", name=fullname)


def main() -> None:
    """Import, start, ask; any error ends it."""
    only_web = OnlyWeb(CHECKOUT / "requirements-web.txt")
    sys.meta_path.insert(0, only_web)
    for package in PACKAGES:
        for module in walk_packages([str(CHECKOUT / package)], f"{package}."):
            import_module(module.name)
    application = import_module("dashboard.app").create_app()
    for address in ADDRESSES:
        status = application.test_client().get(address).status
        assert status == "200 OK", (address, status)
    print(*sorted(only_web.refused))


if __name__ == "__main__":
    main()
