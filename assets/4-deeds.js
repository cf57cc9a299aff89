/* What is done on a picture goes to Dash, which turns it into an address: a mark that was clicked, a stretch of time that was
   dragged. What Dash has not heard yet goes along again: it drops the answer to one call when another follows. */
(function () {
  "use strict";

  var AGAIN_MILLISECONDS = 100;
  var deeds = [], waiting = 0, hearer = null;

  function state() {
    return document.getElementById("state");
  }

  function isReady() {
    return state() && window.dash_clientside && window.dash_clientside.set_props;
  }

  function send() {
    clearTimeout(waiting);
    if (!isReady()) {
      waiting = setTimeout(send, AGAIN_MILLISECONDS);
      return;
    }
    var heard = Number(state().dataset.heard || 0);
    deeds = deeds.filter(function (deed) { return deed.moment > heard; });
    if (deeds.length) {
      var stretches = deeds.filter(function (deed) { return deed.stretch.length; });
      window.dash_clientside.set_props("deed", {
        data: {
          marks: [].concat.apply([], deeds.map(function (deed) { return deed.marks; })),
          stretch: stretches.length ? stretches[stretches.length - 1].stretch : [],
          moment: deeds[deeds.length - 1].moment,
        },
      });
    }
  }

  window.deeds = {
    tell: function (marks, stretch) {
      /* Another page has other controls, and nothing of what was done on the one before. */
      deeds = hearer && hearer !== state() ? [] : deeds;
      hearer = state();
      deeds.push({ marks: marks, stretch: stretch, moment: Date.now() });
      send();
    },
  };
})();
