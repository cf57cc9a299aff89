/* Starts the application. Its scripts are listed in the head, in their order. With a mouse they start at once. On a
   phone, where reading them takes seconds, the page is left as it stands until the reader touches it: its links lead on
   without scripts too. */
(function () {
  "use strict";

  var ACTIONS = ["pointerdown", "touchstart", "click", "keydown", "focusin", "wheel", "scroll"];

  function start() {
    delete document.documentElement.dataset.waits;
    ACTIONS.forEach(function (name) { window.removeEventListener(name, start, true); });
    var scripts = Array.from(document.querySelectorAll("link[data-script]"), function (link) {
      var script = document.createElement("script");
      script.src = link.href;
      script.async = false;
      return script;
    });
    scripts[scripts.length - 1].addEventListener("load", function () {
      window.renderer = new window.DashRenderer();
    });
    document.body.append.apply(document.body, scripts);
  }

  if (window.matchMedia("(pointer: coarse)").matches) {
    document.documentElement.dataset.waits = "";
    ACTIONS.forEach(function (name) { window.addEventListener(name, start, { capture: true, passive: true }); });
  } else {
    start();
  }
})();
