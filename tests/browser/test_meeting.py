"""A meeting: slides on a wall, a clicker, a network that goes away, and an address that is passed on."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import POLLING_MILLISECONDS, address_of, settle, visit, wait_for_query, wait_for_slides

PROJECTOR = {"width": 1024, "height": 768}
DESKTOP = {"width": 1366, "height": 768}
LIVE = "/{language}/revenue?district=jeti-oguz&since=2019&until=2023&stage=transfer"
# What is on the wall: the shown slide, its letters as large as they appear, and whether its picture is drawn.
SEEN = """() => {
  const LARGE = 99;
  const shown = [...document.querySelectorAll(".slide")].filter(one => one.offsetParent !== null);
  const slide = shown[0], drawing = slide.querySelector(".drawing");
  const scale = drawing ? drawing.getBoundingClientRect().width / drawing.offsetWidth : 1;
  const sizes = (inside, by) => [...inside]
    .filter(one => one.textContent.trim() && one.getBoundingClientRect().width)
    .map(one => by * parseFloat(getComputedStyle(one).fontSize));
  return {
    count: shown.length,
    id: slide.id,
    isDense: slide.classList.contains("is-dense"),
    headline: parseFloat(getComputedStyle(slide.querySelector("h1")).fontSize),
    smallest: Math.min(...sizes(slide.querySelectorAll("h1, p, li, a, button, .place"), 1),
                       ...sizes(drawing ? drawing.querySelectorAll("svg text:not(.geo text)") : [], scale)),
    smallestName: Math.min(LARGE, ...sizes(drawing ? drawing.querySelectorAll(".geo text") : [], scale)),
    isDrawn: !slide.querySelector(".figure") || drawing.querySelectorAll("svg.main-svg path").length > 0,
    isWhole: document.documentElement.scrollWidth <= innerWidth && slide.scrollHeight <= slide.clientHeight + 1,
    words: slide.querySelector(".foot") ? slide.querySelector(".foot").innerText : "",
    small: [...slide.querySelectorAll("a, button")].map(one => one.getBoundingClientRect())
      .filter(box => box.width && Math.min(box.width, box.height) < 24).length,
  };
}"""

SHOWN = """() => {
  const slide = document.querySelector(".slide.is-here"), name = decodeURIComponent(location.hash.slice(1));
  return slide.contains(document.activeElement) && (slide.id === name || !name);
}"""


@pytest.fixture
def wall(page) -> Page:
    """A page on a projector."""
    page.set_viewport_size(PROJECTOR)
    yield page
    page.context.set_offline(False)
    page.set_viewport_size(DESKTOP)


def present(page: Page, address: str) -> None:
    """Open slides and wait until no network is needed any more."""
    page.goto(address)
    wait_for_slides(page)


def view_of(page: Page) -> dict:
    """What is on the wall, once the slide of the address is there, its picture is drawn and nothing moves any more."""
    page.wait_for_function(SHOWN)
    page.wait_for_function(f"() => ({SEEN})().isDrawn && eyes.isAtRest()", polling=POLLING_MILLISECONDS)
    return page.evaluate(SEEN)


def press(page: Page, key: str) -> None:
    """Press a key and wait until the wall has followed: the keyboard is then on the slide of the address."""
    page.keyboard.press(key)
    page.wait_for_function(SHOWN)


def pressed_to(page: Page, key: str, anchor: str) -> None:
    """Press a key until a slide is there: high pictures are seen to their end before."""
    for _ in range(6):
        press(page, key)
        if page.evaluate("() => location.hash") == f"#{anchor}":
            return
    raise AssertionError(f"{key} does not lead to {anchor}")


@pytest.mark.every_language
def test_an_agenda_is_stepped_through_when_the_network_is_gone(wall, journal, language):
    present(wall, f"/{language}/agenda?present=1")
    anchors = wall.eval_on_selector_all(".slide", "slides => slides.map(slide => slide.id)")
    assert len(anchors) > 7
    wall.context.set_offline(True)
    journal.forget()
    for anchor in anchors[1:]:
        pressed_to(wall, "PageDown", anchor)
        view = view_of(wall)
        headline = 32 if view["isDense"] else 40
        assert view == view | {"count": 1, "id": anchor, "headline": headline, "isWhole": True, "small": 0}, view
        # Names on a map, which would have no room else, are smaller.
        assert view["smallest"] >= 19.9 and view["smallestName"] >= 15.9, view
        assert re.search(r"\d{4}", view["words"])
    wall.locator(f"#{anchors[-1]} .show-qr").click()
    assert wall.locator("dialog img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    wall.keyboard.press("Escape")
    expect(wall.locator("dialog")).to_have_count(0)
    for key, anchor in (("Home", anchors[0]), ("End", anchors[-1]), ("PageUp", anchors[-2])):
        pressed_to(wall, key, anchor)
    # The browser looks at the icon that it has at every step.
    assert {request.url for request in journal.requests if not re.search("^blob:|/favicon", request.url)} == set()


def test_the_place_is_in_the_address_and_escape_leads_to_the_live_page(wall):
    live = LIVE.format(language="ru")
    present(wall, f"{live}&present=1")
    for key in ("ArrowRight", " ", "ArrowLeft", "ArrowRight"):
        press(wall, key)
    third = view_of(wall)["id"]
    assert urlsplit(address_of(wall)).fragment == third == "title-revenue_by_purpose"
    wall.reload()
    assert view_of(wall)["id"] == third
    wall.go_back()
    assert view_of(wall)["id"] == "title-revenue_by_stream"
    wall.get_by_role("link", name="Далее").focus()
    for anchor in (third, "title-revenue_flow"):
        wall.keyboard.press("Enter")
        wall.wait_for_url(f"**#{anchor}")
        assert view_of(wall)["id"] == anchor
        assert wall.evaluate("() => document.activeElement.rel") == "next"
    assert "Джети-Огузский район · 2019 – 2023" in view_of(wall)["words"]
    wall.keyboard.press("Escape")
    wall.wait_for_url(f"**{live}#title-revenue_flow")
    assert "present" not in wall.content().split("</head>")[0]
    settle(wall)


def test_an_address_is_passed_on_from_a_live_page(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    visit(page, LIVE.format(language="ky"))
    page.get_by_label("Акчанын этабы").select_option("payment")
    wait_for_query(page, stage="payment")
    assert page.title() == "Кирешелер · Жети-Өгүз району · 2019 – 2023 · Кен казуу жана жамааттар"

    page.locator(".share summary").click()
    page.get_by_role("button", name="Шилтемени көчүрүү").click()
    expect(page.get_by_role("status").filter(has_text="Шилтеме көчүрүлдү.")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == address_of(page)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Шилтемени көчүрүү").click()
    page.wait_for_function("() => getSelection().toString() === location.href")

    button = page.get_by_role("button", name="QR-код")
    button.focus()
    page.keyboard.press("Enter")
    picture = page.get_by_role("dialog").get_by_role("img", name=address_of(page))
    assert picture.evaluate("image => image.decode().then(() => image.getBoundingClientRect().width)") > 450
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(button).to_be_focused()

    page.get_by_role("link", name="Экранга").click()
    page.wait_for_url("**/ky/revenue?district=jeti-oguz&since=2019&until=2023&stage=payment&present=1")
    expect(page.get_by_role("status").filter(has_text="Интернетсиз иштейт")).to_be_visible()
