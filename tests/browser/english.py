"""English words on pages in Kyrgyz and Russian: in text, in pictures, and where a screen reader looks."""

import re

from playwright.sync_api import Page

# Signs of substances, codes of languages and licences, proper names, formats; English titles carry lang="en".
ALLOWED = {"pH", "PM2.5", "PM10", "ky", "ru", "en", "CC", "CC0", "BY", "IGO", "COD", "AB", "PRISM", "II"}
ALLOWED |= {"Global", "Energy", "Monitor", "KAZ", "Minerals", "Zijin", "fineprint", "billion"}
ALLOWED |= {"CSV", "IATI", "Excel", "XLSX", "GeoJSON", "ZIP", "PNG", "SVG", "QR", "Atom"}
# A document keeps the name that it has; those of the example are called an example in all three languages.
ALLOWED |= {"Example"}
# Companies keep the name that they have; a table has it with lang="en", sentences and pictures repeat it.
NAMES = "() => [...document.querySelectorAll('td[lang=en]:first-child')].map(cell => cell.textContent)"
# An office has the address that it has.
MAIL = re.compile(r"\S+@\S+")
# What a picture says of a mark may stand in several lines.
BREAK = re.compile(r"<br>")
WORD = re.compile(r"[A-Za-z][A-Za-z0-9.]*[A-Za-z0-9]")
TEXTS = """() => {
  const found = [], isEnglish = node => node.closest("[lang=en], script, style, noscript");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!isEnglish(walker.currentNode.parentElement)) found.push(walker.currentNode.data);
  for (const element of document.body.querySelectorAll("*"))
    for (const name of ["aria-label", "aria-description", "aria-valuetext", "placeholder", "title", "alt"])
      if (element.hasAttribute(name) && !isEnglish(element)) found.push(element.getAttribute(name));
  for (const graph of eyes.graphs())
    for (const trace of graph.data) found.push(...[trace.text || []].flat(2));
  return [document.title, ...found];
}"""


def words_in(page: Page) -> dict[str, str]:
    """Latin words that are not allowed, each with a text that holds it."""
    names = {word for name in page.evaluate(NAMES) for word in WORD.findall(name)}
    return {
        word: text
        for text in page.evaluate(TEXTS)
        for word in WORD.findall(MAIL.sub("", BREAK.sub(" ", text)))
        if word not in ALLOWED | names
    }
