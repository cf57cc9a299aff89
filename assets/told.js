/* One sentence after each choice for those who do not see the page change: what is chosen, how many pictures are new,
   and what the first of them says. Eight panels that all speak would say nothing. */
(function () {
  "use strict";

  var QUIET_MILLISECONDS = 400;
  var changed = new Set(), waiting = null;

  /* The text of an element without what only shows when it is pointed at. */
  function textOf(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".definition, [aria-hidden=true]").forEach(function (hidden) { hidden.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function tell() {
    var place = document.getElementById("told");
    var panels = Array.from(document.querySelectorAll(".panel")).filter(function (panel) { return changed.has(panel); });
    changed.clear();
    if (!place || !panels.length) {
      return;
    }
    var forms = JSON.parse(place.dataset.told);
    var chips = Array.from(document.querySelectorAll(".chip")).map(textOf).join(", ");
    var sentence = panels[0].querySelector(".sentence");
    place.textContent = forms[Math.min(panels.length, forms.length) - 1]
      .replace("{choices}", function () { return chips || place.dataset.nothing; })
      .replace("{sentence}", function () { return sentence ? textOf(sentence) : ""; });
  }

  /* Panels of a page that is opened are news to nobody: their page is. */
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      if (change.oldValue !== null && change.oldValue !== change.target.dataset.figure) {
        changed.add(change.target);
      }
    });
    if (changed.size) {
      clearTimeout(waiting);
      waiting = setTimeout(tell, QUIET_MILLISECONDS);
    }
  }).observe(document.body, { subtree: true, attributeFilter: ["data-figure"], attributeOldValue: true });
})();
