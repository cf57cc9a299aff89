/* Passing on what is shown: the address as text, as a QR code for a room, as slides, on paper. The address is read when
   it is wanted, because it changes with every choice. */
(function () {
  "use strict";

  function slide() {
    return Array.from(document.querySelectorAll(".slide")).find(function (one) { return one.offsetParent !== null; });
  }

  /* Where a phone in the room should land: on the live page, of a slide too. */
  function live() {
    var shown = slide();
    return shown ? shown.dataset.live : window.location.pathname + window.location.search;
  }

  function made(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    element.append.apply(element, children || []);
    return element;
  }

  function say(place, text) {
    place.querySelector(".said").textContent = text;
  }

  /* Without leave to write to the clipboard, the address stands there selected. */
  function offer(place, address) {
    var field = place.querySelector("input") || made("input", { type: "text", readonly: "" });
    field.setAttribute("aria-label", place.dataset.byHand);
    field.value = address;
    place.append(field);
    field.focus();
    field.select();
    say(place, place.dataset.byHand);
  }

  function copy(button) {
    var place = button.closest(".sharing"), address = window.location.href;
    var written = navigator.clipboard ? navigator.clipboard.writeText(address) : Promise.reject();
    say(place, "");
    written.then(function () { say(place, place.dataset.copied); }, function () { offer(place, address); });
  }

  function showCode(button) {
    var place = button.closest(".sharing"), to = live(), shown = slide();
    var file = (shown && shown.dataset.code) || place.dataset.file + "?to=" + encodeURIComponent(to);
    var close = made("button", { type: "button" }, [place.dataset.close]);
    var address = window.location.origin + to;
    var dialog = made("dialog", { "class": "qr", "aria-label": place.dataset.scan }, [
      made("p", { "class": "scan" }, [place.dataset.scan]),
      made("img", { src: file, alt: address }),
      made("p", { "class": "address" }, [address]),
      close,
    ]);
    close.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("close", function () {
      dialog.remove();
      button.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  /* The light page of what is shown now; on paper it has pictures, whichever tables stand open. */
  function lightPage(isPaper) {
    var query = window.location.search;
    query = isPaper ? query.replace(/([?&])tables=[^&]*&?/, "$1").replace(/[?&]$/, "") : query;
    return window.location.pathname.replace(/\/$/, "") + "/lite" + query;
  }

  /* A browser that prints waits for nobody, so this waits for the answer; nothing of it means that there is none. */
  function fetchedAtOnce(address) {
    var request = new XMLHttpRequest();
    request.open("GET", address, false);
    try {
      request.send();
    } catch (_error) {
      return "";
    }
    return request.status === 200 ? request.responseText : "";
  }

  /* Whoever prints a live page, in whatever way, gets the sheet of its light page, in its own styles; else it says why. */
  window.addEventListener("beforeprint", function () {
    var link = document.querySelector("a.print-page"), paper = made("div", { id: "paper" });
    if (!link || document.getElementById("paper")) {
      return;
    }
    var text = fetchedAtOnce(lightPage(true));
    if (text) {
      var page = new DOMParser().parseFromString(text, "text/html").documentElement;
      paper.attachShadow({ mode: "open" }).append(document.adoptNode(page));
    } else {
      paper.append(made("h1", {}, [document.title]), made("p", {}, [link.dataset.none]), made("p", {}, [window.location.href]));
    }
    document.body.append(paper);
  });

  window.addEventListener("afterprint", function () {
    var paper = document.getElementById("paper");
    if (paper) {
      paper.remove();
    }
  });

  /* The light page is made for paper. */
  function printed(event, link) {
    var sheet = window.open(link.href, "_blank");
    if (sheet) {
      event.preventDefault();
      sheet.addEventListener("load", function () { sheet.print(); });
    }
  }

  var DO = { "copy-link": copy, "show-qr": showCode };

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button");
    var link = event.target.closest && event.target.closest("a.print-page");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      printed(event, link);
    }
    Object.keys(DO).forEach(function (name) {
      if (button && button.classList.contains(name)) {
        DO[name](button);
      }
    });
  });

  /* The ways to the slides and to the light page of what is shown now, however the links are used. */
  function lead(event) {
    var link = event.target.closest && event.target.closest("a.present-page, a.lite-page");
    if (link) {
      var path = window.location.pathname.replace(/\/$/, ""), query = window.location.search;
      var isLite = link.classList.contains("lite-page"), isPaper = link.classList.contains("print-page");
      link.href = isLite ? lightPage(isPaper) : path + (query ? query + "&" : "?") + "present=1";
    }
  }
  ["pointerdown", "focusin", "click", "contextmenu", "mouseover"].forEach(function (name) {
    document.addEventListener(name, lead, true);
  });
})();
