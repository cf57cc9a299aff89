/* The lite page is offered at once where the browser says that the connection is slow or dear. Where it says nothing,
   the offer shows by itself when scripts take too long (2-page.css), and goes away when they have come after all. */
(function () {
  "use strict";

  var offer = document.getElementById("offer");
  if (!offer) {
    return;
  }

  function isSlow() {
    var link = navigator.connection || {};
    return Boolean(link.saveData) || /(^|-)2g$/.test(link.effectiveType || "");
  }

  if (isSlow()) {
    offer.dataset.state = "offered";
    return;
  }

  /* A page may have no pictures: then it has come when its frame has. */
  function hasCome() {
    var page = document.querySelector("main");
    return page && (!page.querySelector(".picture:not([hidden])") || page.querySelector(".js-plotly-plot"));
  }

  new MutationObserver(function (_changes, observer) {
    if (hasCome()) {
      observer.disconnect();
      offer.dataset.state = "needless";
    }
  }).observe(document.body, { childList: true, subtree: true });
})();
