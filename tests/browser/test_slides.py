"""Nothing of a slide is cut, whatever the wall: what does not fit is on further slides, all of it and in its order."""

import pytest
from playwright.sync_api import Page, expect

from dashboard.text import LANGUAGES
from tests.browser.visit import wait_for_slides
from tests.support.pages import PAGES
from tests.support.sampling import in_turns

WALLS = ((1366, 768), (1280, 720), (1920, 1080))
FULLEST = ("agenda", "revenue", "compare?district=jeti-oguz", "district/jeti-oguz")
SHOWN = (*PAGES, "agenda", "compare?district=jeti-oguz", "district/bishkek", "district/chatkal")
# Every slide as it is on the wall: what is higher than its place, and whether its letters are those of a room.
CUT = """() => [...document.querySelectorAll(".slide")].flatMap(slide => {
  const isHere = slide.classList.contains("is-here"), cut = [];
  slide.classList.add("is-here");
  for (const part of [slide, ...slide.querySelectorAll(".stage, .below, .contents, .words")]) {
    const bottom = Math.max(0, ...[...part.children].map(one => one.getBoundingClientRect().bottom));
    const isCut = part.matches(".words") ? bottom > part.getBoundingClientRect().bottom + 3
      : part.scrollHeight > part.clientHeight + 2 || part.scrollWidth > part.clientWidth + 2;
    if (isCut) cut.push(`${slide.id} ${part.className}: ${part.scrollHeight} in ${part.clientHeight}`);
  }
  const drawing = slide.querySelector("[data-rows]"), stage = slide.querySelector(".stage");
  if (drawing) {
    const [last, first] = slide.rows || JSON.parse(slide.querySelector(".figure").textContent).layout.yaxis.range;
    const row = stage.clientHeight / (20 / 12) / (last - first);
    if (row < 0.9 * drawing.dataset.least) cut.push(`${slide.id}: ${row} px for a row of ${drawing.dataset.least}`);
  }
  slide.classList.toggle("is-here", isHere);
  return cut;
})"""
# What all slides of a document say, in their order, and the rows that each picture shows.
SAID = """() => ({
  entries: [...document.querySelectorAll(".contents > li, .number, .dates > li, .slide .note")].map(one =>
    one.textContent.replace(/\\s+/g, "")),
  numbers: [...document.querySelectorAll(".dates")].map(list => list.start),
  places: [...document.querySelectorAll(".slide .place")].map(place => place.textContent.match(/\\d+/g).map(Number)),
  next: [...document.querySelectorAll(".slide a[rel=next]")].map(link => link.hash),
  ids: [...document.querySelectorAll(".slide")].map(slide => `#${slide.id}`),
  rows: [...document.querySelectorAll(".slide:has([data-rows])")].map(slide => [slide.id.split("--")[0],
    Number(slide.querySelector("[data-rows]").dataset.rows), slide.rows || null]),
})"""


def shown_on(page: Page, width: int, height: int) -> None:
    """Put what stands there on another wall, and wait until it is parted for it."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("size => document.documentElement.dataset.parted === size", arg=f"{width}x{height}")


def present(page: Page, path: str, language: str) -> None:
    page.goto(f"/{language}/{path}{'&' if '?' in path else '?'}present=1")
    wait_for_slides(page)


@pytest.mark.parametrize(("path", "language"), in_turns(SHOWN, LANGUAGES, FULLEST))
def test_no_slide_is_cut(page, path, language):
    present(page, path, language)
    for wall in WALLS:
        shown_on(page, *wall)
        assert page.evaluate(CUT) == [], wall


NAMED = """() => [...document.querySelectorAll(".slide.is-here .geo text")].filter(text => text.checkVisibility())
  .map(text => text.getBoundingClientRect().height > 12).filter(Boolean).length"""


@pytest.mark.parametrize("wall", WALLS[::2])
def test_a_map_on_the_wall_has_its_names(page, language, wall):
    page.set_viewport_size(dict(zip(("width", "height"), wall, strict=True)))
    present(page, "incidents", language)
    page.wait_for_function(f"() => ({NAMED})() > 12")


FILLED = """() => {
  const slide = document.querySelector(".slide:has(.number)"), next = document.querySelectorAll("h1")[1].firstChild;
  const [stage, ...boxes] = [...slide.querySelectorAll(".stage, .number")].map(one => one.getBoundingClientRect());
  const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0) / stage.width / stage.height;
  const letters = [...slide.querySelectorAll(".value:not(.in-words)")].map(one =>
    parseFloat(getComputedStyle(one).fontSize));
  return [area > 0.9, Math.min(...letters) / innerHeight > 0.1,
    slide.querySelector("a[rel=next]").textContent.includes(next.data.trim())];
}"""


def test_key_figures_fill_the_wall_and_the_next_slide_is_named(page, language):
    present(page, "overview", language)
    for wall in WALLS:
        shown_on(page, *wall)
        assert page.evaluate(FILLED) == [True, True, True], wall


@pytest.mark.parametrize("path", ["agenda", "revenue"])
def test_all_of_it_is_shown_in_order(page, path, language):
    present(page, path, language)
    by_wall = {}
    for wall in ((1920, 3000), *WALLS):
        shown_on(page, *wall)
        of_wall = by_wall[wall] = page.evaluate(SAID)
        count = len(of_wall["ids"])
        assert sorted(map(sorted, of_wall["places"])) == sorted(sorted([n + 1, count]) for n in range(count))
        assert of_wall["next"] == of_wall["ids"][1:]
        for slide, rows in whole_rows(of_wall["rows"]).items():
            assert rows == list(range(len(rows))), slide
    high, *others = by_wall.values()
    assert all(other["entries"] == high["entries"] for other in others)
    assert any(max(other["numbers"], default=1) > 1 or len(other["ids"]) > len(high["ids"]) for other in others)


def whole_rows(slides: list) -> dict[str, list[int]]:
    """The rows that the slides of each picture show, in their order."""
    rows_by_slide: dict[str, list[int]] = {}
    for slide, count, ends in slides:
        first, last = (0, count - 1) if ends is None else (round(ends[1] + 0.5), int(ends[0]))
        rows_by_slide.setdefault(slide, []).extend(range(first, min(last, count - 1) + 1))
    return rows_by_slide


def test_a_further_slide_is_reached_by_its_address_on_any_wall(page, language):
    present(page, "district/jeti-oguz", language)
    shown_on(page, 1280, 720)
    page.goto(f"{page.url.split('#')[0]}#title-district_standing--3")
    page.reload()
    wait_for_slides(page)
    here = page.locator(".slide:visible")
    expect(here).to_have_id("title-district_standing--3")
    shown_on(page, 1920, 3000)
    expect(here).to_have_id("title-district_standing")
