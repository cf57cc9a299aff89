/* Hands on pictures. plotly takes every touch for a drag of its own: a finger that only wants to scroll would choose a
   period, or what it began on. So fingers stay the browser's: a swipe scrolls, and a tap comes as the click of a mouse. A
   mouse that was moved between down and up has dragged, and not chosen. */
(function () {
  "use strict";

  var LEAST = 8;  // pixels that a hand may move and not mean it, as in plotly
  var from = null;

  function graphOf(event) {
    return event.target.closest && event.target.closest(".js-plotly-plot");
  }

  function isDragged(event) {
    return from && Math.hypot(event.clientX - from.x, event.clientY - from.y) >= LEAST;
  }

  ["touchstart", "touchmove", "touchend", "touchcancel"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (graphOf(event)) {
        event.stopPropagation();
      }
    }, { capture: true, passive: true });
  });

  /* A handle of the slider follows a finger that goes sideways; one that goes down scrolls, and has not moved it. */
  var finger = null;
  document.addEventListener("pointerdown", function (event) { finger = event.clientX; }, true);
  document.addEventListener("pointermove", function (event) {
    var isOnHandle = event.pointerType === "touch" && event.target.closest && event.target.closest("[role=slider]");
    if (isOnHandle && Math.abs(event.clientX - finger) < LEAST) {
      event.stopPropagation();
    }
  }, true);

  document.addEventListener("mousedown", function (event) {
    var graph = graphOf(event);
    from = graph && { graph: graph, x: event.clientX, y: event.clientY };
  }, true);

  /* Pictures without a time axis have nothing to drag: plotly would take the end of it for a click. */
  document.addEventListener("mouseup", function (event) {
    if (isDragged(event)) {
      from.graph._dragged = true;
    }
  }, true);

  document.addEventListener("click", function (event) {
    if (isDragged(event) && graphOf(event)) {
      event.stopPropagation();
    } else if (graphOf(event)) {
      hold(graphOf(event));
    }
  }, true);

  /* What a choice adds above a picture moves the page, and not the picture under the hand. */
  var held = null;

  function hold(graph) {
    document.documentElement.style.overflowAnchor = "none";  // else the browser moves the page too
    held = { graph: graph, path: window.location.pathname, top: graph.getBoundingClientRect().top, at: window.scrollY };
  }

  function moved() {
    var isThere = held && held.graph.isConnected && held.path === window.location.pathname;
    return isThere ? Math.round(held.graph.getBoundingClientRect().top - held.top) : 0;
  }

  function release() {
    held = null;
    document.documentElement.style.overflowAnchor = "";
  }

  /* Who scrolls, or does something else, has let go of it. */
  new MutationObserver(function () {
    if (moved() && window.scrollY !== held.at) {
      release();
    } else if (held) {
      window.scrollBy({ top: moved(), behavior: "instant" });
      held.at = window.scrollY;
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  ["pointerdown", "keydown", "resize"].forEach(function (deed) {
    window.addEventListener(deed, release, { capture: true, passive: true });
  });
})();
