/* Links that make a choice change the address without leaving the place on the page; those to another page begin at its
   top. They are plain links: without this file, in a new tab, or copied, they lead to the same page. */
(function () {
  "use strict";

  var anchor = "";

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.choice, a.page");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    anchor = link.hash.slice(1);
    window.show.go(link.getAttribute("href"));
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

  /* A page that a link leads to is there only after it has been asked for. */
  function goToAnchor() {
    var place = anchor && document.getElementById(anchor);
    if (place) {
      anchor = "";
      place.scrollIntoView();
    }
  }

  new MutationObserver(goToAnchor).observe(document.body, { childList: true, subtree: true });
})();
