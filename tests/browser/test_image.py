"""A panel as an image that can be passed on alone: made in the browser, under the policy, also by keyboard."""

import re
import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

from dashboard.text import Words, load
from tests.browser.visit import address_of, open_part, visit

ADDRESS = "revenue?district=jeti-oguz&since=2019&until=2021"
PANELS = ("revenue_map", "revenue_by_stream", "revenue_unplaced")
WIDTH, SCALE = 1200, 2
SIGNATURE = b"\x89PNG\r\n\x1a\n"
LEAST_COLOURED_BYTES = 40_000


def image_of(page: Page, key: str, label: str, *, by_keyboard: bool = False) -> Path:
    """The file that a panel's button gives."""
    button = page.locator(f"section:has(#title-{key}) button.image", has_text=label)
    open_part(page, key, "files")
    with page.expect_download() as download:
        if by_keyboard:
            button.focus()
            page.keyboard.press("Enter")
        else:
            button.click()
    assert re.fullmatch(rf"{key}_.*\d{{4}}-\d\d-\d\d\.{label.lower()}", download.value.suggested_filename)
    return download.value.path()


def text_of(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).first.evaluate("one => one.textContent").split())


def test_an_image_says_what_it_shows(page, language):
    visit(page, f"/{language}/{ADDRESS}")
    for key in PANELS:
        _says_what_it_shows(page, load()[language], key)


def _says_what_it_shows(page: Page, words: Words, key: str) -> None:
    panel = f"section:has(#title-{key})"
    content = image_of(page, key, "SVG").read_text(encoding="utf-8")
    root = ElementTree.fromstring(content)
    assert root.get("width") == str(WIDTH) and int(root.get("height")) > 500
    image_text = " ".join(" ".join(root.itertext()).split())
    mark = text_of(page, f"{panel} h2 .synthetic")
    assert text_of(page, f"{panel} h2").removesuffix(mark).strip() in image_text and mark in image_text
    assert text_of(page, f"{panel} .sentence") in image_text
    source = page.locator(f"{panel} .sources a").first.get_attribute("href")
    terms = page.locator(f"{source} .source").get_attribute("data-terms")
    for part in (".kind", "a", "[class^=age-]"):
        assert text_of(page, f"{source} .source {part}") in image_text
    assert " ".join(terms.split()) in image_text
    assert words("kind.synthetic_view") in image_text and words("page.name") in image_text
    assert text_of(page, ".about .version") in image_text and address_of(page) in image_text
    assert all(text in image_text for text in ("2019", "2021"))
    for entry in page.locator(f"{panel} .legend li").all_inner_texts():
        assert " ".join(entry.split()) in image_text
    assert content.count("<path") > 3 and "<script" not in content and "http://www.w3.org" in content
    expect(page.locator(f"{panel} .image-state")).to_have_text(words("image.done"))


def test_a_png_is_twice_as_large_and_not_blank(page):
    visit(page, f"/ru/{ADDRESS}")
    content = image_of(page, "revenue_map", "PNG", by_keyboard=True).read_bytes()
    assert content.startswith(SIGNATURE)
    width, height = struct.unpack(">II", content[16:24])
    assert width == WIDTH * SCALE and height > 1000
    # A blank sheet of this size takes a few thousand bytes.
    assert len(content) > LEAST_COLOURED_BYTES


def test_buttons_have_names(page, language):
    words = load()[language]
    visit(page, f"/{language}/incidents?tables={quote('incidents_by_year')}")
    for summary in page.locator(".files:visible > summary").all():
        summary.click()
    for label in ("PNG", "SVG"):
        buttons = page.get_by_role("button", name=f"{words('image.label')}: {label}")
        assert buttons.count() == page.locator(".panel .js-plotly-plot:visible").count()
