"""What a browser reports while a test runs: everything that a reader would never see and must never happen."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# A browser on a busy machine says so of what it fetched early; nobody is worse off.
SLOW = "was preloaded using link preload but not used"
UPDATES = ("_dash-update-component", "/parts/")
WATCH_POLICY = """
addEventListener("securitypolicyviolation", event =>
  console.error("policy refused " + event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""


class Journal:
    """Collects the faults of all pages of one test, and counts what they request.

    ``expected`` holds the statuses from 400 on that a test provokes on purpose.
    """

    def __init__(self, host: str) -> None:
        self._host = host
        self.faults: list[str] = []
        self.requests: list[Request] = []
        self.expected: set[int] = set()

    @contextmanager
    def following(self, context: BrowserContext) -> Iterator[None]:
        """Listen to all pages of a profile."""
        listeners = {
            "console": self._note_message,
            "weberror": self._broke,
            "requestfailed": self._note_failure,
            "request": self._note_request,
            "response": self._note_answer,
        }
        for event, listener in listeners.items():
            context.on(event, listener)
        yield
        for event, listener in listeners.items():
            context.remove_listener(event, listener)

    @property
    def updates(self) -> list[Request]:
        """Requests of callbacks, and of what a choice changes."""
        return [request for request in self.requests if any(part in request.url for part in UPDATES)]

    @property
    def layers(self) -> list[Request]:
        """Requests of map layers."""
        return [request for request in self.requests if "/layers/" in request.url]

    def forget(self) -> None:
        """Count requests from now on."""
        self.requests.clear()

    def _broke(self, error: WebError) -> None:
        self.faults.append(f"script error: {error.error}")

    def _note_failure(self, request: Request) -> None:
        # A browser without a network looks in vain for the icon that it has; who leaves a page waits for no picture.
        is_icon = urlsplit(request.url).path.endswith("/favicon.svg")
        is_left = "/figures/" in request.url and request.failure == "net::ERR_ABORTED"
        if not is_icon and not is_left:
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _note_message(self, message: ConsoleMessage) -> None:
        is_slow = SLOW in message.text
        is_provoked = any(f"status of {status}" in message.text for status in self.expected)
        if message.type in ("error", "warning") and not (is_provoked or is_slow):
            self.faults.append(f"console: {message.text}")

    def _note_request(self, request: Request) -> None:
        self.requests.append(request)
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != self._host:
            self.faults.append(f"foreign host: {request.url}")

    def _note_answer(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.faults.append(f"{response.status}: {response.url}")
