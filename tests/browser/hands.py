"""A phone in a hand: fingers that tap and swipe as real ones do, through the browser's own recognition of gestures."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, CDPSession, Locator, Page

from tests.browser.conftest import watched_profile
from tests.browser.visit import POLLING_MILLISECONDS, settle

SCREEN = {"width": 390, "height": 844}
STEPS = 12
# Of all districts on the map those that a finger can meet: their marks, and a point well inside each, off every city.
POINTS = """() => {
  const map = eyes.map(), areas = map.data[0];
  map.scrollIntoView({block: "center"});
  const cities = [...map.querySelectorAll(".scattergeo path.point")].map(one => one.getBoundingClientRect())
    .map(box => [box.x + box.width / 2, box.y + box.height / 2]);
  return [...map.querySelectorAll(".choroplethlayer .trace:first-child path")].map(path => {
    const box = path.getBBox(), matrix = path.getScreenCTM(), grid = [...Array(15).keys()];
    const found = grid.flatMap(i => grid.map(j => [box.x + box.width * i / 14, box.y + box.height * j / 14]))
      .filter(([x, y]) => [[-5, 0], [5, 0], [0, -5], [0, 5]].every(
        ([right, down]) => path.isPointInFill(new DOMPoint(x + right, y + down))))
      .map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix))
      .map(point => [Math.min(...cities.map(([x, y]) => Math.hypot(x - point.x, y - point.y))), point.x, point.y])
      .filter(([away]) => away > 10);
    const mark = areas.customdata[areas.locations.indexOf(path.__data__.loc)];
    return [mark.split(":")[1], ...(found.sort((one, other) => one[0] - other[0])[0] || [])];
  }).filter(point => point.length > 1);
}"""
# Hears that a page has come to rest: after what scripts have scrolled before, whose end is told in the next frame.
LISTEN = """() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => {
  eyes.isAtRestAgain = false;
  addEventListener("scrollend", () => { eyes.isAtRestAgain = true; }, {once: true});
  resolve();
})))"""
IS_UNDER = "(one, [x, y]) => one.contains(document.elementFromPoint(x, y))"


class Phone:
    """A page on a phone, and the finger on it."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self.page, self._session = page, session

    def visit(self, address: str) -> None:
        """Open a page, and touch it: a phone waits for its reader."""
        self.page.goto(address)
        self.page.evaluate("dispatchEvent(new Event('scroll'))")
        settle(self.page)

    def tap(self, x: float, y: float) -> None:
        """Tap a point of the screen."""
        self.page.touchscreen.tap(x, y)

    def swipe(self, x: float, y: float, right: float, down: float) -> None:
        """Move a finger from a point, step by step."""
        self._touch("touchStart", x, y)
        for step in range(1, STEPS + 1):
            self._touch("touchMove", x + right * step / STEPS, y + down * step / STEPS)
        self._touch("touchEnd")

    def scroll(self, x: float, y: float, down: float) -> float:
        """Swipe up or down; how far the page has gone, px, when it is at rest: it runs on when the finger has left."""
        before = self.page.evaluate("scrollY")
        self.page.evaluate(LISTEN)
        self.swipe(x, y, 0, down)
        self.page.wait_for_function("() => eyes.isAtRestAgain", polling=POLLING_MILLISECONDS)
        return abs(self.page.evaluate("scrollY") - before)

    def drag(self, handle: Locator, right: float) -> None:
        """Take hold of something on the screen and drag it sideways."""
        box = handle.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        assert handle.evaluate(IS_UNDER, [x, y]), "something lies on it"
        self.swipe(x, y, right, down=6)

    def points(self) -> list[tuple[str, float, float, float]]:
        """Districts on the map, each with how far from a city it is met, px, and where on the screen."""
        return self.page.evaluate(POINTS)

    def _touch(self, kind: str, *place: float) -> None:
        points = [dict(zip("xy", place, strict=True))] if place else []
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


@contextmanager
def phone_of(browser: Browser, address: str) -> Iterator[Phone]:
    """A phone that nobody has used."""
    context = watched_profile(browser, address, viewport=SCREEN, has_touch=True, is_mobile=True)
    page = context.new_page()
    yield Phone(page, context.new_cdp_session(page))
    context.close()
