"""Which page in which language: ``/ky/revenue``."""

from dataclasses import dataclass

from dashboard.panels import TOPICS
from dashboard.text import LANGUAGES


@dataclass(frozen=True)
class Route:
    """A language and a topic."""

    language: str
    topic: str

    @classmethod
    def parse(cls, path: str, base_path: str = "/") -> "Route | None":
        """Read a path; None where it names no page of ours."""
        if not path.startswith(base_path):
            return None
        parts = path.removeprefix(base_path).removesuffix("/").split("/")
        if len(parts) != 2 or parts[0] not in LANGUAGES or parts[1] not in TOPICS:
            return None
        return cls(*parts)

    def path(self, base_path: str = "/") -> str:
        """The path of the page, without a query."""
        return f"{base_path}{self.language}/{self.topic}"
