/* A page stands before it is alive. When the live one has its figures, it takes the place of the one that stood; also
   where some of them do not come, since what stands here cannot be changed. */
(function () {
  "use strict";

  var PATIENCE_MILLISECONDS = 30000;

  var first = document.getElementById("first"), live = document.getElementById("react-entry-point");

  function isThere() {
    return live.querySelector("main") && !live.querySelector(".panel > .head:empty, .key-figures:empty");
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
    var patience = 0;
    new MutationObserver(function (_changes, observer) {
      var end = function () {
        observer.disconnect();
        clearTimeout(patience);
        giveWay();
      };
      if (isThere()) {
        end();
      } else if (!patience && live.querySelector("main")) {
        patience = setTimeout(end, PATIENCE_MILLISECONDS);
      }
    }).observe(live, { childList: true, subtree: true });
  }
})();
