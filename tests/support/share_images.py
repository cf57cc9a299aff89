"""Makes the pictures that stand for the dashboard elsewhere: ``python -m tests.support.share_images``.

Cards of shared links need PNG, one a language; icons PNG and ICO. No library of production draws PNG, so they are made
here with the tests' browser, once, and kept in ``assets``: a card has the name of the dashboard, not of one page.
"""

import base64
import struct
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dashboard import text
from dashboard.text import Words
from data_access.store.settings import CHECKOUT
from tests.browser.serving import ARGUMENTS, browser_path

ASSETS = CHECKOUT / "assets"
ICO_SIZES = (16, 32, 48)
WIDTH, HEIGHT = 1200, 630


def main() -> None:
    """Write all pictures."""
    (ASSETS / "share").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        for language, words in text.load().items():
            _shot(browser, _card(words), WIDTH, HEIGHT, ASSETS / "share" / f"card-{language}.png")
        _shot(browser, _icon(180), 180, 180, ASSETS / "share" / "icon-180.png")
        icons = [_shot(browser, _icon(size), size, size) for size in ICO_SIZES]
        (ASSETS / "favicon.ico").write_bytes(_ico(icons))
        browser.close()


def _shot(browser: Browser, page: str, width: int, height: int, path: Path | None = None) -> bytes:
    tab = browser.new_page(viewport={"width": width, "height": height})
    tab.set_content(page)
    tab.evaluate("document.fonts.ready")
    content = tab.screenshot(path=path, omit_background=True)
    tab.close()
    return content


def _icon(size: int) -> str:
    picture = (ASSETS / "favicon.svg").read_text()
    return f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{picture}"


def _card(words: Words) -> str:
    font = base64.b64encode((ASSETS / "fonts" / "plex-sans-SemiBold.woff2").read_bytes()).decode()
    return f"""<style>
@font-face {{ font-family: Plex; src: url(data:font/woff2;base64,{font}) }}
body {{ margin: 0; height: {HEIGHT}px; display: flex; flex-direction: column; justify-content: center; gap: 28px;
  padding: 0 80px; box-sizing: border-box; background: #f4f5f3; color: #0d1b2a; font-family: Plex }}
svg {{ width: 130px }}
h1 {{ margin: 0; font-size: 76px; line-height: 1.1 }}
p {{ margin: 0; font-size: 34px; line-height: 1.3; color: #55626b }}
</style>{(ASSETS / "favicon.svg").read_text()}
<h1>{escape(words("page.name"))}</h1>
<p>{escape(words("page.description"))}</p>"""


def _ico(icons: list[bytes]) -> bytes:
    """An icon file of PNG pictures: a header, an entry for each, then the pictures."""
    place, entries = 6 + 16 * len(icons), b""
    for size, content in zip(ICO_SIZES, icons, strict=True):
        entries += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(content), place)
        place += len(content)
    return struct.pack("<HHH", 0, 1, len(icons)) + entries + b"".join(icons)


if __name__ == "__main__":
    main()
