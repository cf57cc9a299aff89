/* A page stands before it is alive. When the live one has its figures, it takes the place of the one that stood. */
(function () {
  "use strict";

  var first = document.getElementById("first"), live = document.getElementById("react-entry-point");

  function isThere() {
    var main = live.querySelector("main");
    var waiting = live.querySelector(".panel[data-question=''], .key-figures:empty");
    return main && !waiting;
  }

  /* Live panels are higher than those that stood: what the reader looks at stays where it is. */
  function looksAt() {
    return Array.from(first.querySelectorAll("[id^='title-']")).find(function (title) {
      return title.getBoundingClientRect().bottom > 0;
    });
  }

  function giveWay() {
    var title = window.scrollY > 0 && looksAt(), top = title && title.getBoundingClientRect().top;
    first.remove();
    var again = title && document.getElementById(title.id);
    if (again) {
      window.scrollBy(0, again.getBoundingClientRect().top - top);
    }
  }

  if (first && first.firstElementChild) {
    new MutationObserver(function (_changes, observer) {
      if (isThere()) {
        observer.disconnect();
        giveWay();
      }
    }).observe(live, { childList: true, subtree: true, attributeFilter: ["data-question"] });
  }
})();
