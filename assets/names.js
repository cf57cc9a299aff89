/* Dash names the parts of its controls in English, by their value alone, or not at all. Here they get the names that
   stand beside them, in the language of the page, and are reached as what they are. */
(function () {
  "use strict";

  function set(element, name, value) {
    if (element && element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  }

  /* Handles of the slider, and the fields where its years are typed. */
  function period() {
    var part = document.querySelector(".control-period");
    if (!part) {
      return;
    }
    [part.dataset.since, part.dataset.until].forEach(function (name, number) {
      set(part.querySelectorAll("[role=slider]")[number], "aria-label", name);
      set(part.querySelectorAll("input[type=number]")[number], "aria-label", name);
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
      set(open.querySelector(".dash-dropdown-search"), "aria-label", label.textContent);
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

  /* How many of the folded choices are made. */
  function folded() {
    var line = document.querySelector("#react-entry-point .fold > summary");
    if (!line) {
      return;
    }
    var made = Array.from(document.querySelectorAll(".fold [data-default]")).filter(function (control) {
      return control.querySelector("select").value !== control.dataset.default;
    }).length;
    var text = made ? line.dataset.made.replace("{n}", made) : line.dataset.plain;
    if (line.textContent !== text) {
      line.textContent = text;
    }
  }

  function name() {
    period();
    district();
    folded();
  }

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
