/* A link to what stands on the same page opens what it is folded into. */
(function () {
  "use strict";

  function open() {
    var place = window.location.hash && document.getElementById(window.location.hash.slice(1));
    var folded = place && place.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      place.scrollIntoView();
    }
  }

  window.addEventListener("hashchange", open);
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("a[href^='#']")) {
      setTimeout(open);  // the same address again is no change
    }
  });
  open();
})();
