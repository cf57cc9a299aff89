/* Links that make a choice change the address without leaving the place on the page; those to another page begin at its
   top. They are plain links: without this file, in a new tab, or copied, they lead to the same page. */
(function () {
  "use strict";

  var anchor = window.location.hash.slice(1);

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.choice, a.page");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    window.history.pushState({}, "", link.getAttribute("href"));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    anchor = link.hash.slice(1);
    goToAnchor();
    if (link.classList.contains("page")) {
      window.scrollTo(0, 0);
    }
  });

  /* Escape puts away what a word shows. */
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && document.activeElement.classList.contains("term")) {
      document.activeElement.blur();
    }
  });

  /* A page is drawn after the browser has looked for the anchor in its address; what stood before it gives way. */
  function goToAnchor() {
    var place = anchor && !document.querySelector("#first > *") && document.getElementById(anchor);
    if (place) {
      anchor = "";
      place.scrollIntoView();
    }
  }

  /* The window is called as the page is, with the place and the period. A translator may call it otherwise. */
  var named = "";
  function nameWindow() {
    var chips = document.querySelector(".chips");
    var title = chips && chips.dataset.title;
    if (title && title !== named) {
      named = document.title = title;
    }
  }

  new MutationObserver(function () {
    nameWindow();
    goToAnchor();
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-title"] });
})();
