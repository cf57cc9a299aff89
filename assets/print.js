/* Drawings have the size of the screen. While the page is printed each gets a view box, and so fits the paper. */
(function () {
  "use strict";

  function drawings() {
    return document.querySelectorAll(".js-plotly-plot svg.main-svg");
  }

  window.addEventListener("beforeprint", function () {
    drawings().forEach(function (svg) {
      svg.setAttribute("viewBox", "0 0 " + svg.getAttribute("width") + " " + svg.getAttribute("height"));
    });
  });

  window.addEventListener("afterprint", function () {
    drawings().forEach(function (svg) { svg.removeAttribute("viewBox"); });
  });
})();
