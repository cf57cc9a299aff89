/* Where the keyboard is after the page has changed under it. Dash takes away what it draws anew, and the focus with it:
   the next Tab would begin at the top of the page. */
(function () {
  "use strict";

  var last = { element: null, home: null };
  var heading = null;
  var isKeyDown = false;

  /* A part of the page that stays when what is in it changes, and what is reached next there. */
  function homeOf(element) {
    var chips = element.closest(".chips");
    var panel = element.closest(".panel");
    if (chips) {
      return function () { return document.querySelector(".chips a") || document.getElementById("district"); };
    }
    return panel && function () { return panel.isConnected && panel.querySelector("h2"); };
  }

  document.addEventListener("focusin", function (event) {
    last = { element: event.target, home: homeOf(event.target) };
  });

  document.addEventListener("keydown", function () { isKeyDown = true; }, true);
  document.addEventListener("keyup", function () {
    isKeyDown = false;
    setTimeout(follow);  // after all that hear the key
  }, true);
  window.addEventListener("blur", function () { isKeyDown = false; });

  function land(element, isPage) {
    if (!element) {
      return;
    }
    if (/^H\d$/.test(element.tagName)) {
      element.setAttribute("tabindex", "-1");
    }
    element.focus({ preventScroll: !isPage });
  }

  function isLost() {
    var active = document.activeElement;
    return last.element && !last.element.isConnected && (!active || active === document.body);
  }

  /* On another page the title is first; on the same one, what stood beside the thing that is gone. While a key is held
     nothing is given to it: an answer that comes before Enter is let go would let it press what it is given. */
  function follow() {
    var title = document.querySelector("main h1");
    if (!title || isKeyDown) {
      return;
    }
    var isPage = heading && heading !== title;
    heading = title;
    if (isLost()) {
      var home = last.home;
      last = { element: null, home: null };
      if (isPage || home) {
        land(isPage ? title : home(), isPage);
      }
    }
  }

  /* How much of the window the bar covers that stays at its top (1-tokens.css). An observer of its size is told when the
     page is laid out, and asks for no layout of its own. */
  new ResizeObserver(function (bars) {
    document.documentElement.style.setProperty("--bar", bars[0].target.offsetHeight + "px");
  }).observe(document.querySelector(".controls"));
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
})();
