/* Dash names the parts of its controls in English, by their value alone, or not at all. Here they get the names that
   stand beside them, in the language of the page, and are reached as what they are. Translators and other scripts may
   rewrite the page as well: whoever fights them lets it stand still, so here it is they who have the last word. */
(function () {
  "use strict";

  var MOST_TIMES = 5;
  var said = new WeakMap(), counts = new WeakMap();

  function entry(map, element) {
    return map.get(element) || map.set(element, {}).get(element);
  }

  /* Words are written once: what somebody makes of them stays, until there is something else to say. */
  function say(element, name, text) {
    if (!element || entry(said, element)[name] === text) {
      return;
    }
    entry(said, element)[name] = text;
    if (name === "text") {
      element.textContent = text;
    } else {
      element.setAttribute(name, text);
    }
  }

  /* What Dash takes back when the reader does something is set again; what is taken back at once each time is given up. */
  function set(element, name, value) {
    if (element && element.getAttribute(name) !== value) {
      var count = entry(counts, element);
      count[name] = (count[name] || 0) + 1;
      if (count[name] <= MOST_TIMES) {
        element.setAttribute(name, value);
      }
    }
  }

  /* Handles of the slider, and the fields where its years are typed. */
  function period() {
    var part = document.querySelector(".control-period");
    if (!part) {
      return;
    }
    [part.dataset.since, part.dataset.until].forEach(function (name, number) {
      say(part.querySelectorAll("[role=slider]")[number], "aria-label", name);
      say(part.querySelectorAll("input[type=number]")[number], "aria-label", name);
    });
  }

  /* Dash gives the keyboard to a hidden field, which hands it on to the button; the button can be reached itself. What
     empties it is written as a link that leads nowhere. */
  function district() {
    var button = document.getElementById("district");
    if (button) {
      set(button, "tabindex", "0");
      set(button, "aria-haspopup", "dialog");
      set(button, "aria-labelledby", "district-label district-value district-value-count");
      set(button.previousElementSibling, "tabindex", "-1");
      set(button.querySelector(".dash-dropdown-clear"), "role", "button");
    }
    var open = document.querySelector(".dash-dropdown-content");
    var label = document.getElementById("district-label");
    if (open && label) {
      set(open, "aria-labelledby", "district-label");
      say(open.querySelector(".dash-dropdown-search"), "aria-label", label.textContent);
      options(open);
    }
  }

  /* The list holds fields, each with its label, and the keyboard goes from field to field: that is what it is called. */
  function options(open) {
    var list = open.querySelector(".dash-dropdown-options");
    set(list, "role", "group");
    set(list, "aria-labelledby", "district-label");
    open.querySelectorAll("[role=option]").forEach(function (option) {
      option.removeAttribute("role");
      option.removeAttribute("aria-selected");
    });
  }

  function name() {
    period();
    district();
  }

  ["pointerdown", "keydown"].forEach(function (deed) {
    window.addEventListener(deed, function () { counts = new WeakMap(); }, true);
  });

  /* Typed years hold from Enter on, as in any field; Dash waits until the field is left. */
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches(".control-period input[type=number]")) {
      event.target.blur();
      event.target.focus();
    }
  });

  new MutationObserver(name).observe(document.body, {
    childList: true, subtree: true, attributeFilter: ["tabindex", "value"],
  });
})();
