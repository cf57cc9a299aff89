"""What keeps people out who hear a page, enlarge it, or set its texts wider: measured by axe-core and by eye."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visit import resize

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Contrast takes nearly all the time, and the rows of a table are built alike: the first ones speak for all.
LEFT_OUT = ["tbody tr:nth-child(n+6)"]
# Handles of the slider meet where one year is chosen. Beside them stand the same two years as fields (WCAG 2.5.8).
CONFIGURE = "axe.configure({rules: [{id: 'target-size', selector: '*:not([role=slider])'}]})"
RUN = """async ([rules, within, leftOut, off]) => {
  const options = {runOnly: {type: "tag", values: rules}, resultTypes: ["violations"], rules: off};
  const found = await axe.run({include: within, exclude: leftOut}, options);
  return found.violations.map(one => `${one.id}: ${one.nodes.length} × ${one.nodes[0].html.slice(0, 200)}`);
}"""
# The spaces that a reader may set (WCAG 1.4.12), for all but pictures, whose numbers are in tables.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => [...document.querySelectorAll("body *:not(svg, svg *)")]
  .filter(one => one.checkVisibility() && !one.matches(".visually-hidden, .dash-slider-container *, select, input"))
  .filter(one => ["hidden", "clip"].includes(getComputedStyle(one).overflowX) || one.matches("a, button, td, p"))
  .filter(one => one.textContent.trim() && one.scrollWidth > one.clientWidth + 2 && one.clientWidth)
  .map(one => `${one.tagName} ${one.className} “${one.textContent.trim().slice(0, 40)}”`)"""

# But what lies over the page.
UNFOLD = "document.querySelectorAll('details:not(.share)').forEach(one => { one.open = true; })"


def unfold(page: Page) -> None:
    """Open everything that opens."""
    page.evaluate(UNFOLD)


def violations(page: Page, has_contrast: bool = True, within: str = "html") -> list[str]:
    """What axe-core finds on a page, or within a part of it, as it stands: by rule, how often, and the first place.

    Contrast takes most of the time; it need not be measured again where the colours are the same.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
        page.evaluate(CONFIGURE)
    off = {} if has_contrast else {"color-contrast": {"enabled": False}}
    return page.evaluate(RUN, [RULES, [within], LEFT_OUT, off])


def narrow(page: Page, width: int = 320) -> list[str]:
    """What does not fit into the narrowest window, also with texts set wider."""
    resize(page, width, 640)
    faults = [f"{page.evaluate('document.scrollingElement.scrollWidth')} px wide"]
    page.evaluate(SPACED)
    faults += [f"{page.evaluate('document.scrollingElement.scrollWidth')} px wide, texts set wider"]
    cut = page.evaluate(CUT)
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    return [fault for fault in faults if int(fault.split()[0]) > width] + cut
