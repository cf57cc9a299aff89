"""Which pages of two servers look different: ``python -m tests.browser.compare OLD NEW FOLDER``.

OLD and NEW are addresses of servers with the same data, of the code before a change and after it. Each page is looked
at in each language on a screen, a wall and a phone, and as paper. Of those that differ, both pictures and what differs
(white on black) are written to FOLDER. Exit 0: all are the same; 1: some are not.
"""

import sys
from base64 import b64encode
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.text import LANGUAGES
from tests.browser.hands import SCREEN
from tests.browser.serving import ARGUMENTS, browser_path
from tests.browser.visit import visit
from tests.support.pages import PAGES

SIZES = {"screen": {"width": 1366, "height": 768}, "wall": {"width": 1920, "height": 1080}, "phone": SCREEN}
PAPER = "paper"
EYES = Path(__file__).parent / "eyes.js"
# Of two pictures, the number of points that differ and a picture of them.
DIFFERENCE = """async addresses => {
  const [one, other] = await Promise.all(addresses.map(async address => {
    const image = await createImageBitmap(await (await fetch(address)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, image.width, image.height);
  }));
  if (one.width !== other.width || one.height !== other.height)
    return [-1, ""];
  let count = 0;
  for (let i = 0; i < one.data.length; i += 4) {
    const differs = [0, 1, 2].some(part => one.data[i + part] !== other.data[i + part]);
    count += differs;
    one.data.fill(differs ? 255 : 0, i, i + 3);
  }
  const canvas = new OffscreenCanvas(one.width, one.height);
  canvas.getContext("2d").putImageData(one, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return [count, Array.from(bytes, byte => String.fromCharCode(byte)).join("")];
}"""


class Look(NamedTuple):
    """One way to look at one page."""

    path: str
    language: str
    size: str

    @property
    def name(self) -> str:
        """The name of its pictures."""
        return f"{self.path.replace('/', '-')}-{self.language}-{self.size}"


def main(old: str, new: str, folder: Path) -> int:
    """Say of each look whether it is the same at both servers."""
    folder.mkdir(parents=True, exist_ok=True)
    different = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        blank = browser.new_page()
        for look, before, after in _pairs(browser, old, new):
            if before == after:
                continue
            count, picture = blank.evaluate(
                DIFFERENCE, [f"data:image/png;base64,{b64encode(one).decode()}" for one in (before, after)]
            )
            different += 1
            print(f"{look.name}: {'another size' if count < 0 else f'{count} points differ'}", flush=True)
            for end, content in (("old", before), ("new", after), ("difference", picture.encode("latin-1"))):
                (folder / f"{look.name}-{end}.png").write_bytes(content)
        browser.close()
    print(f"{different} of {len(LANGUAGES) * len(PAGES) * (len(SIZES) + 1)} differ")
    return int(different > 0)


def _pairs(browser: Browser, old: str, new: str) -> Iterator[tuple[Look, bytes, bytes]]:
    for size in (*SIZES, PAPER):
        pages = [_page(browser, address, size) for address in (old, new)]
        for language, path in product(LANGUAGES, PAGES):
            look = Look(path, language, size)
            yield look, *(_picture(page, look) for page in pages)
        for page in pages:
            page.context.close()


def _page(browser: Browser, address: str, size: str) -> Page:
    context = browser.new_context(base_url=address, viewport=SIZES.get(size, SIZES["screen"]), reduced_motion="reduce")
    context.add_init_script(EYES.read_text(encoding="utf-8"))
    return context.new_page()


def _picture(page: Page, look: Look) -> bytes:
    if look.size == PAPER:
        page.goto(f"/{look.language}/{look.path}/lite")
        page.emulate_media(media="print")
    else:
        visit(page, f"/{look.language}/{look.path}")
    return page.screenshot(full_page=True, animations="disabled", caret="hide")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
