/* One field for places, mines, companies and pages. The list below it is asked for while somebody writes: what is written
   meanwhile waits for the answer before. The first of the list is chosen, if no other has its name, and Enter goes there.
   Without this file the field is a form, which is answered with a page. */
(function () {
  "use strict";

  var LAST = "last-place", PHONE = "(max-width: 760px)";
  var form = document.querySelector("form.search"), field = form.querySelector("[role=combobox]");
  var list = document.getElementById("found"), box = list.parentElement, told = box.querySelector("[role=status]");
  var shown = null, asking = null, isWanted = false;

  function options() {
    return Array.from(list.children);
  }

  function chosen() {
    return list.querySelector("[aria-selected=true]");
  }

  function choose(option) {
    options().forEach(function (one) { one.setAttribute("aria-selected", String(one === option)); });
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  /* Whether the first two have one name: which of them is meant, a hand has to say. */
  function isOneOfSeveral() {
    var names = options().slice(0, 2).map(function (one) { return one.querySelector(".name").textContent; });
    return names.length > 1 && names[0] === names[1];
  }

  function close() {
    box.hidden = true;
    shown = null;
    isWanted = false;
    list.replaceChildren();
    told.textContent = "";
    field.setAttribute("aria-expanded", "false");
    choose(null);
  }

  /* The last place that this phone looked at: its short name in addresses, and nothing else, stays in the phone. */
  function lastPlace() {
    try {
      return window.matchMedia(PHONE).matches ? window.localStorage.getItem(LAST) || "" : "";
    } catch (refused) {
      return "";
    }
  }

  function remember() {
    var address = new URL(window.location.href), inPath = address.pathname.match(/\/district\/([a-z0-9-]+)$/);
    var slug = inPath ? inPath[1] : (address.searchParams.get("district") || "").split(",")[0];
    try {
      if (slug && window.matchMedia(PHONE).matches) {
        window.localStorage.setItem(LAST, slug);
      }
    } catch (refused) {
      return;  // where nothing may be kept, nothing is remembered
    }
  }

  /* What is asked: what stands in the field, else the last place. */
  function wanted() {
    return field.value.trim() || lastPlace();
  }

  function show(html, text) {
    var answer = document.createElement("template");
    answer.innerHTML = html;
    var found = Array.from(answer.content.querySelector(".options").children);
    var isLastPlace = !field.value.trim();
    list.replaceChildren.apply(list, isLastPlace ? found.slice(0, 1) : found);
    told.textContent = isLastPlace ? "" : answer.content.querySelector("p").textContent;
    shown = text;
    box.hidden = isLastPlace && !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    choose(isLastPlace || isOneOfSeveral() ? null : options()[0]);
  }

  function ask() {
    var text = wanted();
    if (!text) {
      close();
    }
    if (asking || !text || text === shown) {
      return;
    }
    var query = new URLSearchParams(new FormData(form));
    query.set("q", text);
    query.set("part", "1");
    asking = fetch(form.action + "?" + query).then(function (answer) { return answer.text(); }).then(function (html) {
      asking = null;
      if (document.activeElement !== field) {
        return;
      }
      if (wanted() !== text) {
        ask();
        return;
      }
      show(html, text);
      if (isWanted) {
        go();
      }
    }).catch(function () {
      asking = null;  // none came, or one that says why there is no list
      if (isWanted) {
        form.submit();
      }
    });
  }

  /* To what is chosen; what has not come yet is waited for. */
  function go() {
    isWanted = shown !== wanted();
    if (isWanted) {
      ask();
    } else if (chosen()) {
      chosen().click();
    }
  }

  function move(step) {
    var all = options(), at = all.indexOf(chosen());
    if (all.length) {
      choose(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]);
    }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (wanted()) {
      go();
    }
  });

  field.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey) {
      event.preventDefault();
      ask();
      move(step);
    } else if (event.key === "Escape") {
      if (box.hidden) {
        field.value = "";
      }
      close();
    }
  });

  field.addEventListener("input", ask);
  field.addEventListener("focus", ask);
  field.addEventListener("blur", close);
  /* The field keeps the keyboard while a hand is on the list. */
  box.addEventListener("mousedown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    var isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (event.target.closest("[role=option]") && !isElsewhere) {
      field.value = "";
      field.blur();
    }
  });
  ["popstate", "addressed"].forEach(function (deed) { window.addEventListener(deed, remember); });
  remember();
})();
