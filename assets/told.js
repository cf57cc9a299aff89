/* One sentence after each choice for those who do not see the page change: what is chosen, how many pictures are new,
   and what the first of them says. Eight panels that all speak would say nothing. */
(function () {
  "use strict";

  var changed = new Set(), path = window.location.pathname;

  /* The text of an element without what only shows when it is pointed at. */
  function textOf(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".definition, [aria-hidden=true]").forEach(function (hidden) { hidden.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function sentenceOf(panels) {
    var place = document.getElementById("told"), forms = JSON.parse(place.dataset.told);
    var chips = Array.from(document.querySelectorAll(".chip")).map(textOf).join(", ");
    var sentence = panels[0].querySelector(".sentence");
    return forms[Math.min(panels.length, forms.length) - 1]
      .replace("{choices}", function () { return chips || place.dataset.nothing; })
      .replace("{sentence}", function () { return sentence ? textOf(sentence) : ""; });
  }

  /* Panels of a page that is opened are news to nobody: their page is. */
  function tell() {
    var panels = Array.from(document.querySelectorAll(".panel")).filter(function (panel) { return changed.has(panel); });
    var isSamePage = window.location.pathname === path;
    changed.clear();
    path = window.location.pathname;
    if (!isSamePage || panels.length) {
      document.getElementById("told").textContent = isSamePage ? sentenceOf(panels) : "";
    }
  }

  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      if (change.attributeName === "data-figure" && change.oldValue !== change.target.dataset.figure) {
        changed.add(change.target);
      }
    });
    if (changes.some(function (change) { return change.attributeName === "data-shown"; })) {
      tell();
    }
  }).observe(document.documentElement, {
    subtree: true, attributeFilter: ["data-figure", "data-shown"], attributeOldValue: true,
  });
})();
