"""A reader who has a keyboard and nothing else. Wherever the keyboard goes it must be seen."""

from playwright.sync_api import Page

from tests.browser.visit import settle

MOST_STEPS = 150
# What a key sets going is drawn with the next frame: where the keyboard is not seen at once, this looks again.
AGAIN = """() => new Promise(resolve =>
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(eyes.lostFocus()))))"""


class Keys:
    """Presses keys on a page, and keeps a list of the places where the reader could not see where they were."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.unseen: list[str] = []

    def press(self, key: str) -> None:
        """Press one key."""
        self._page.keyboard.press(key)
        fault = self._page.evaluate("eyes.lostFocus()") and self._page.evaluate(AGAIN)
        if fault:
            self.unseen.append(f"after {key}: {fault}")

    def go(self, selector: str, key: str = "Tab") -> None:
        """Go on with Tab (or ``Shift+Tab`` back) until something of this kind has the keyboard."""
        for _ in range(MOST_STEPS):
            self.press(key)
            if self.is_on(selector):
                return
        raise AssertionError(f"{selector} is not reached with {key}")

    def is_on(self, selector: str) -> bool:
        """Whether something of this kind has the keyboard."""
        return self._page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def enter(self) -> None:
        """Press Enter where the keyboard is, and wait for what comes of it."""
        self._page.keyboard.press("Enter")
        settle(self._page)

    def type(self, text: str) -> None:
        """Write over what stands in a field."""
        self._page.keyboard.press("Control+A")
        self._page.keyboard.type(text)
