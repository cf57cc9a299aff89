/* The bar of a phone. What it opens lies above it until the reader has gone elsewhere, tapped beside it, or pressed Escape. */
(function () {
  "use strict";

  var root = document.documentElement, bar = document.getElementById("bar"), opener = null;
  var FIRST = "a[href], button, input:not([type=hidden]), summary";

  function sheetOf(button) {
    return document.getElementById(button.getAttribute("aria-controls"));
  }

  function close() {
    if (opener) {
      opener.setAttribute("aria-expanded", "false");
      delete root.dataset.sheet;
      opener = null;
    }
  }

  function open(button) {
    close();
    opener = button;
    root.dataset.sheet = button.dataset.sheet;
    button.setAttribute("aria-expanded", "true");
    var first = Array.from(sheetOf(button).querySelectorAll(FIRST)).find(function (one) { return one.getClientRects().length; });
    if (first) {
      first.focus();
    }
  }

  /* The system's own sheet, where there is one; who leaves it finds the other ways. */
  function share(button) {
    var more = sheetOf(button).querySelector("details");
    more.open = true;
    if (!navigator.share) {
      open(button);
      return;
    }
    navigator.share({ title: document.title, url: window.location.href }).catch(function () { open(button); });
  }

  bar.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button || button === opener) {
      close();
    } else if (button.dataset.sheet === "share") {
      share(button);
    } else {
      open(button);
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && opener && !event.defaultPrevented) {
      var button = opener;
      close();
      button.focus();
    }
  });

  /* Places and years are tried one after the other, and the page changes above them; whatever else is chosen is all. */
  function leave() {
    if (root.dataset.sheet !== "place") {
      close();
    }
  }
  ["popstate", "addressed"].forEach(function (deed) { window.addEventListener(deed, leave); });
})();
