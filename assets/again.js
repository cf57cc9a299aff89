/* On a weak link answers get lost. They are asked for again; where that does not help, the page says that it does not show
   what was chosen. Dash would leave what stood there before, without a word. */
(function () {
  "use strict";

  var PAUSES_MILLISECONDS = [1000, 3000], PATIENCE_MILLISECONDS = 20000;
  var PASSING = [502, 503, 504];

  var place = document.getElementById("unanswered"), ask = window.fetch;
  var newest = {}, open = {};

  function show() {
    var isOpen = Object.keys(open).length > 0;
    document.body.classList.toggle("is-unanswered", isOpen);
    if (isOpen === place.hasChildNodes()) {
      return;
    }
    place.textContent = "";
    if (isOpen) {
      var text = document.createElement("span"), again = document.createElement("button");
      text.textContent = place.dataset.text;
      again.type = "button";
      again.textContent = place.dataset.again;
      again.addEventListener("click", function () { window.location.reload(); });
      place.append(text, again);
    }
  }

  /* Of an address of answers or figures what differs from choice to choice is left aside. */
  function askedFor(resource, options) {
    var parts = new URL(resource, window.location.href).pathname.split("/");
    return options && options.body ? JSON.parse(options.body).output : parts.slice(-1)[0] + parts.indexOf("parts");
  }

  /* What a call asks for. A later call for the same takes its place. */
  function Call(resource, options) {
    this.output = askedFor(resource, options);
    this.number = newest[this.output] = (newest[this.output] || 0) + 1;
  }
  Call.prototype.isNewest = function () { return newest[this.output] === this.number; };
  Call.prototype.is = function (isOpen) {
    if (this.isNewest()) {
      if (isOpen) { open[this.output] = true; } else { delete open[this.output]; }
      show();
    }
  };

  /* The whole of an answer: one that is cut off on its way is none. */
  function whole(answer) {
    return answer.status === 204 ? answer : answer.blob().then(function (body) { return new Response(body, answer); });
  }

  function tried(call, resource, options, pauses) {
    function again(end) {
      if (!pauses.length || !call.isNewest()) {
        call.is(true);
        return end();
      }
      return new Promise(function (resolve) { setTimeout(resolve, pauses[0]); }).then(function () {
        return tried(call, resource, options, pauses.slice(1));
      });
    }
    return ask.call(window, resource, options).then(whole).then(function (answer) {
      if (PASSING.indexOf(answer.status) >= 0) {
        return again(function () { return answer; });
      }
      call.is(!answer.ok);
      return answer;
    }, function (error) {
      return again(function () { throw error; });
    });
  }

  window.fetch = function (resource, options) {
    if (!/_dash-update-component(\?|$)|\/(parts|figures)\//.test(String(resource))) {
      return ask.apply(window, arguments);
    }
    var call = new Call(String(resource), options);
    var late = setTimeout(function () { call.is(true); }, PATIENCE_MILLISECONDS);
    return tried(call, resource, options, PAUSES_MILLISECONDS).finally(function () { clearTimeout(late); });
  };
})();
