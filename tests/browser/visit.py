"""What a reader does on a page, and what a reader sees there. Every wait is for a condition."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

# The address of callbacks; Dash adds who asks.
UPDATE = re.compile(r"/_dash-update-component(\?|$)")
# The address of what a choice changes on a page.
PARTS = re.compile(r"/parts/")
# Looking at every frame would take a good part of the time that the page needs to get there.
POLLING_MILLISECONDS = 50
# Where the years of a period are typed.
FIRST_YEAR, LAST_YEAR = ".dash-range-slider-min-input", ".dash-range-slider-max-input"

REDRAWN = """() => [...document.querySelectorAll(".picture")].filter(frame => frame.checkVisibility())
  .every(frame => [...frame.querySelectorAll("svg.main-svg")].every(svg => svg.clientWidth <= frame.clientWidth + 1))"""
# Whatever leads elsewhere, but for documents that are sources and open beside the page.
FOREIGN = """() => [...document.querySelectorAll("[href], [src], [action], [data-src]")]
  .filter(element => ["href", "src", "action"].some(name =>
    new URL(element.getAttribute(name) || "", location).host !== location.host))
  .filter(element => !/^(mailto|tel):/.test(element.getAttribute("href") || ""))
  .filter(element => !(element.tagName === "A" && element.target === "_blank" && element.relList.contains("noopener")))
  .map(element => element.outerHTML.slice(0, 200))"""


@contextmanager
def paper_page(page: Page) -> Iterator[Locator]:
    """What a browser that prints puts on paper."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    yield page.locator("#paper")
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")


def settle(page: Page) -> None:
    """Wait until the page shows what it was asked for."""
    page.wait_for_function("() => eyes.settled()", polling=POLLING_MILLISECONDS)


def wait_for_slides(page: Page) -> None:
    """Wait until all that slides need is there: from then on they do without a network."""
    page.wait_for_function("() => document.documentElement.dataset.ready === 'true'")


def resize(page: Page, width: int, height: int) -> None:
    """Give the window another size and wait until every picture fits it and has come to rest."""
    page.set_viewport_size({"width": width, "height": height})
    settle(page)
    page.wait_for_function(REDRAWN)
    page.wait_for_function("() => eyes.isAtRest()", polling=POLLING_MILLISECONDS)


def visit(page: Page, address: str) -> None:
    """Show a page and wait for all of it: led on as by a link where another one stands, else opened.

    Nobody tidies an address that a link leads to: it has to be in the order in which the dashboard writes it.
    """
    if not page.evaluate("address => 'eyes' in window && eyes.isLedTo(address)", address):
        page.goto(address)
    settle(page)


def open_anew(page: Page, address: str) -> None:
    """Open a page, whatever stands there, and wait for all of it."""
    page.goto(address)
    settle(page)


def address_of(page: Page) -> str:
    """The address as the page has it: of a step within a page, the other process hears later (``page.url``)."""
    return page.evaluate("() => location.href")


def query(page: Page) -> dict[str, str]:
    """The choices in the address."""
    return {key: values[-1] for key, values in parse_qs(urlsplit(address_of(page)).query).items()}


def wait_for_query(page: Page, **expected: str | None) -> None:
    """Wait until the address holds these choices (None: not chosen), and the page has followed."""
    page.wait_for_function("expected => eyes.hasChoices(expected)", arg=expected)
    settle(page)


def click_on_map(page: Page, slug: str) -> None:
    """Move to a district's shape as a hand does, and click when the map has noticed."""
    x, y = page.evaluate("slug => eyes.pointOnMap(slug)", slug)
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.wait_for_function("mark => eyes.isHovered(mark)", arg=f"district:{slug}")
    page.mouse.click(x, y)


def graph(page: Page, key: str) -> Locator:
    """The picture of a panel."""
    return page.locator(f"section:has(#title-{key}) .js-plotly-plot")


def open_part(page: Page, key: str, part: str) -> Locator:
    """Open a part of the line below a panel (``files``, ``method``, ``help``, ``replies``)."""
    part_box = page.locator(f"section:has(#title-{key}) .{part}")
    if part_box.get_attribute("open") is None:
        part_box.locator("summary").click()
    return part_box


def chips(page: Page) -> list[str]:
    """What is chosen, in words."""
    return [text.removesuffix("×").strip() for text in page.locator(".chip").all_inner_texts()]


def marked_rows(page: Page) -> list[str]:
    """The rows of tables that stand for what is chosen, by their links."""
    return page.locator("tr[aria-current] a.choice").all_inner_texts()


def sentences(page: Page) -> list[str]:
    """What every panel says."""
    return page.locator(".panel .sentence").all_inner_texts()


def figures(page: Page) -> list:
    """What every picture is drawn from."""
    return page.evaluate("eyes.graphs().map(graph => graph.data)")


def foreign(page: Page) -> list[str]:
    """What leads elsewhere, or comes from there, but for the documents that are sources."""
    return page.evaluate(FOREIGN)


def outlines(page: Page) -> list[str]:
    """The codes of the districts that are outlined on the map."""
    return page.evaluate("eyes.outlined()")


def slider(page: Page) -> list[int]:
    """First and last year that the slider shows."""
    return [int(handle.get_attribute("aria-valuenow")) for handle in page.get_by_role("slider").all()]


def click_on_year(page: Page, key: str, year: int, share: float) -> None:
    """Click the mark of a year in a panel, at a share of the picture's height."""
    x, y = page.evaluate(
        "([key, moment, share]) => eyes.pointInTime(key, moment, share)", [key, f"{year}-07-01", share]
    )
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    page.wait_for_function("mark => eyes.isHovered(mark)", arg=f"period:{year}")
    page.mouse.click(x, y)


def drag_in_time(page: Page, key: str, since: str, until: str, share: float = 0.4) -> None:
    """Drag over a stretch of a time axis, at a share of the picture's height."""
    where = "([key, moment, share]) => eyes.pointInTime(key, moment, share)"
    x, y = page.evaluate(where, [key, since, share])
    end, _ = page.evaluate(where, [key, until, share])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + end) / 2, y + 5, steps=4)
    page.mouse.move(end, y, steps=4)
    page.mouse.up()
