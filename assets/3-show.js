/* The page shows what its address says. After a choice it asks for what stands around the panels and for the panels in
   view, when these are drawn for the others; on another path, for another page. Whatever changes the address, a link, a
   choice or going back, ends here. */
(function () {
  "use strict";

  var AROUND = ["held", "navigation", "languages", "chips", "news", "edition", "about", "whom"];
  var PLACES = AROUND.concat("choices", "key-figures", "replies", "figure-notes");
  var OF_PANEL = [".head", ".legend-place", ".foot", ".table-place"];
  var PATIENCE = 500;  // milliseconds
  var shown = address(), newest = 0;

  function address() {
    return window.location.pathname + window.location.search;
  }

  function main() {
    return document.getElementById("main");
  }

  function panels() {
    return Array.from(document.querySelectorAll(".panel[data-key]"));
  }

  function isInView(panel) {
    var box = panel.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  }

  function partsAddress(keys) {
    var base = main().dataset.base, rest = address().slice(base.length);
    return base + "parts/" + main().dataset.stamp + "/" + (keys.join(",") || "-") + "/" + rest;
  }

  function keyOf(panel) {
    return panel.dataset.key;
  }

  function stamp(version) {
    if (main().dataset.stamp !== version) {
      main().dataset.stamp = version;
    }
  }

  /* A translator may call the window otherwise: it is named when there is something else to say. */
  function name(title) {
    if (main().dataset.title !== title) {
      document.title = main().dataset.title = title;
    }
  }

  /* What means nothing on a page does not stay in its address. */
  function tidy(href) {
    if (href !== address()) {
      window.history.replaceState(window.history.state, "", href);
      shown = address();
      window.choose.follow();
    }
  }

  /* What the server has written into places that answers change. */
  function keep() {
    PLACES.map(function (id) { return document.getElementById(id); }).concat(
      Array.from(document.querySelectorAll(OF_PANEL.map(function (part) { return ".panel " + part; }).join()))
    ).forEach(function (place) {
      if (place && place.writtenFrom === undefined) {
        place.writtenFrom = place.innerHTML;
      }
    });
  }

  function bring(panel, next) {
    window.tables.restore(panel);
    OF_PANEL.forEach(function (selector) {
      window.morph(panel.querySelector(selector), next.querySelector(selector).innerHTML);
    });
    window.tables.arrange(panel);
  }

  /* Style sheets ask whether a picture has rows of its own: an empty style would say so too. */
  function setStyle(picture, style) {
    if (style) {
      picture.setAttribute("style", style);
    } else {
      picture.removeAttribute("style");
    }
  }

  function bringPicture(panel, next) {
    var picture = panel.querySelector(".picture");
    picture.hidden = next.querySelector(".picture").hidden;
    setStyle(picture, next.querySelector(".picture").getAttribute("style"));
    panel.dataset.shows = next.dataset.shows;
    if (panel.dataset.figure === next.dataset.figure) {
      panel.classList.remove("is-stale");
    } else {
      panel.dataset.figure = next.dataset.figure;
    }
  }

  /* Lists show what the answer says, also where the reader has moved on from it. */
  function setLists(place) {
    place.querySelectorAll("select").forEach(function (list) {
      var chosen = list.querySelector("option[selected]");
      if (chosen) {
        list.value = chosen.value;
      }
    });
  }

  /* Resolves when the pictures that are near are drawn. */
  function put(html) {
    var answer = document.createElement("template");
    answer.innerHTML = html;
    var root = answer.content.firstElementChild;
    var pairs = Array.from(answer.content.querySelectorAll(".panel"), function (next) {
      return [document.getElementById(next.id), next];
    }).filter(function (pair) { return pair[0]; });
    // Pictures are asked for first: they come while the rest is written.
    pairs.forEach(function (pair) { bringPicture(pair[0], pair[1]); });
    var drawn = window.pictures.look();
    PLACES.forEach(function (id) {
      var place = document.getElementById(id), next = answer.content.getElementById(id);
      if (place && next) {
        window.morph(place, next.innerHTML);
        setLists(place);
      }
    });
    pairs.forEach(function (pair) { bring(pair[0], pair[1]); });
    stamp(root.dataset.stamp);
    tidy(root.dataset.address);
    name(root.dataset.title);
    return drawn;
  }

  function textOf(answer) {
    /* What stands in the place of a page says why, and what to do. */
    if (answer.status === 404 || answer.status === 410) {
      window.location.reload();
    }
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    return answer.text();
  }

  /* What is out of view waits no longer for a picture that does not come. */
  function patience() {
    return new Promise(function (resolve) { setTimeout(resolve, PATIENCE); });
  }

  function asked(number, keys) {
    return fetch(partsAddress(keys)).then(textOf).then(function (html) {
      return number === newest ? Promise.race([put(html), patience()]) : null;
    });
  }

  function follow() {
    var number = ++newest, every = panels(), first = every.filter(isInView);
    var rest = every.filter(function (panel) { return first.indexOf(panel) < 0; });
    every.forEach(function (panel) { panel.classList.add("is-stale"); });  // after the look at what is where
    var answer = asked(number, first.map(keyOf));
    first.forEach(window.pictures.early);
    return answer.then(function () {
      return number === newest && rest.length ? asked(number, rest.map(keyOf)) : null;
    }).then(function () { done(number); });
  }

  function open() {
    var number = ++newest;
    return fetch(address()).then(textOf).then(function (html) {
      if (number !== newest) {
        return;
      }
      var page = new DOMParser().parseFromString(html, "text/html");
      AROUND.forEach(function (id) {
        window.morph(document.getElementById(id), page.getElementById(id).innerHTML);
      });
      main().replaceWith(document.adoptNode(page.getElementById("main")));
      document.title = page.title;
      tidy(main().dataset.address);
      keep();
      window.pictures.look();
      done(number);
    });
  }

  /* What is shown now, for those who wait for it. */
  function done(number) {
    if (number === newest) {
      document.documentElement.dataset.shown = address();
    }
  }

  function show() {
    if (address() === shown) {
      return;
    }
    var isSamePage = window.location.pathname === shown.split("?")[0];
    shown = address();
    (isSamePage ? follow() : open()).catch(function () {});
    window.choose.follow();  // while the answer is on its way
  }

  /* An address of this application, without leaving the page. Dash makes other controls for another path. */
  function go(href) {
    var path = window.location.pathname;
    window.history.pushState({}, "", href);
    show();
    window.dispatchEvent(new Event("addressed"));
    if (window.location.pathname !== path) {
      window.dispatchEvent(new Event("_dashprivate_pushstate"));
    }
  }

  window.addEventListener("popstate", show);
  keep();
  window.show = { go: go };
  document.documentElement.dataset.shown = shown;
})();
