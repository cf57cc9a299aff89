/* Links that make a choice change the address without leaving the place on the page. They are plain
   links: without this file, in a new tab, or copied, they lead to the same page. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.choice");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    window.history.pushState({}, "", link.getAttribute("href"));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  });

  /* Dash names the two handles of its slider in English only. */
  function nameHandles() {
    var period = document.querySelector(".control-period");
    var handles = period ? period.querySelectorAll("[role=slider]") : [];
    handles.forEach(function (handle, number) {
      var name = number ? period.dataset.until : period.dataset.since;
      if (handle.getAttribute("aria-label") !== name) {
        handle.setAttribute("aria-label", name);
      }
    });
  }

  /* Escape puts away what a word shows. */
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && document.activeElement.classList.contains("term")) {
      document.activeElement.blur();
    }
  });

  /* A page is drawn after the browser has looked for the anchor in its address. */
  var anchor = window.location.hash.slice(1);
  function goToAnchor() {
    var place = anchor && document.getElementById(anchor);
    if (place) {
      anchor = "";
      place.scrollIntoView();
    }
  }

  /* The window is called as the page is. */
  function nameWindow() {
    var heading = document.querySelector("main h1");
    var name = document.querySelector(".brand span");
    var title = heading && name ? heading.textContent + " · " + name.textContent : document.title;
    if (document.title !== title) {
      document.title = title;
    }
  }

  new MutationObserver(function () {
    nameHandles();
    nameWindow();
    goToAnchor();
  }).observe(document.body, { childList: true, subtree: true });
})();
