/* Steps through slides. Everything is fetched when the document is opened: afterwards no network is needed. The place is
   the anchor of the address, so that reloading, Back and copied links return to it. */
(function () {
  "use strict";

  var SMALL = 265, ROOMY = 295;  // px, as drawn: on lower maps names crowd; on higher ones none lies on a mark
  var LEAST = 16 / 12;  // names on a map, which are many, may have 16 px rather than be left out
  var AGAIN = 5000, CALM = 200;  // milliseconds
  var settings = JSON.parse(document.getElementById("settings").textContent);
  var slides = Array.from(document.querySelectorAll(".slide"));
  var whole = slides.map(function (slide) { return slide.cloneNode(true); }), codesOf = {};
  var ready = document.querySelector(".ready");

  function here() {
    return window.Slides.named(slides, decodeURIComponent(window.location.hash.slice(1))) || slides[0];
  }

  function figureOf(slide) {
    var data = slide.querySelector(".figure");
    if (data && !slide.figure) {
      slide.figure = JSON.parse(data.textContent);
    }
    return slide.figure;
  }

  /* How much a picture grows: a map no more than leaves its names room. */
  function growth(figure, height) {
    var scale = window.Slides.scale();
    return figure.layout.geo ? Math.max(Math.min(scale, LEAST), Math.min(scale, height / ROOMY)) : scale;
  }

  /* Drawn small and shown large: so letters, lines and marks grow alike. */
  function draw(slide) {
    var figure = figureOf(slide), place = slide.querySelector(".drawing");
    if (!figure) {
      return;
    }
    var box = place.parentElement.getBoundingClientRect(), scale = growth(figure, box.height);
    var size = { width: Math.floor(box.width / scale), height: Math.floor(box.height / scale) };
    place.classList.toggle("is-small", size.height < SMALL);
    place.style.cssText = "width:" + size.width + "px;height:" + size.height + "px;transform:scale(" + scale + ")";
    var layout = Object.assign({}, figure.layout, size, { autosize: false, dragmode: false });
    if (slide.rows) {
      layout.yaxis = Object.assign({}, layout.yaxis, { range: slide.rows });
    }
    window.Plotly.react(place, window.widths.traces(figure, size.width), layout, settings.config);
  }

  function go(slide) {
    if (slide) {
      window.location.hash = slide.id;
    }
  }

  /* As many slides as this wall needs, each with the way to the one before and the one after. */
  function part() {
    slides.forEach(function (slide, number) { if (number) { slide.remove(); } });
    slides[0].replaceWith.apply(slides[0], whole.map(function (slide) { return slide.cloneNode(true); }));
    slides = window.Slides.parted(Array.from(document.querySelectorAll(".slide")), figureOf);
    slides.forEach(function (slide, number) {
      slide.dataset.code = codesOf[slide.dataset.live] || "";
      var place = slide.querySelector(".place");
      place.textContent = settings.place.replace("{n}", number + 1).replace("{count}", slides.length);
      lead(slide, "prev", slides[number - 1], settings.previous, "before", place);
      lead(slide, "next", slides[number + 1], settings.next.replace("{title}", titleOf(slides[number + 1])), "after", place);
    });
  }

  /* The headline without what else stands in it, but which part of how many. */
  function titleOf(slide) {
    var parts = slide ? Array.from(slide.querySelector("h1").childNodes) : [];
    return parts.filter(function (one) { return !one.matches || one.matches(".part"); }).map(function (one) {
      return one.textContent;
    }).join("").trim();
  }

  function lead(slide, rel, to, text, side, place) {
    var link = slide.querySelector(".ways a[rel=" + rel + "]") || document.createElement("a");
    if (to) {
      link.rel = rel;
      link.href = "#" + to.id;
      link.textContent = text;
      place[side](link);
    } else {
      link.remove();
    }
  }

  /* Who uses the links stays on them; else the headline is read out. */
  var followed = "";
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".ways a[rel]");
    followed = link ? link.rel : "";
  });

  function mark() {
    slides.forEach(function (slide) { slide.classList.toggle("is-here", slide === here()); });
  }

  function show() {
    mark();
    var slide = here(), target = (followed && slide.querySelector("a[rel=" + followed + "]")) || slide.querySelector("h1");
    followed = "";
    draw(slide);
    parts(slide);
    target.focus({ preventScroll: true });
  }

  function isHigher(part) {
    return part && part.scrollHeight > part.clientHeight + 2;
  }

  /* What is higher than its place is reached by keyboard. */
  function parts(slide) {
    return Array.from(slide.querySelectorAll(".stage, .below")).filter(function (part) {
      var higher = isHigher(part);
      part[higher ? "setAttribute" : "removeAttribute"]("tabindex", "0");
      return higher;
    });
  }

  /* A picture or a list that is higher than the screen is seen to its end before the next slide. */
  function scrolled(slide, by) {
    return parts(slide).some(function (part) {
      var before = part.scrollTop;
      part.scrollTop += by * 0.85 * part.clientHeight;
      return Math.abs(part.scrollTop - before) > 1;
    });
  }

  function step(slide, key, isBack) {
    var place = slides.indexOf(slide);
    if (key === "Home" || key === "End") {
      return slides[key === "Home" ? 0 : slides.length - 1];
    }
    var isOn = /^(ArrowRight|ArrowDown|PageDown)$/.test(key) || (key === " " && !isBack);
    if (!isOn && !/^(ArrowLeft|ArrowUp|PageUp| )$/.test(key)) {
      return null;
    }
    return scrolled(slide, isOn ? 1 : -1) ? slide : slides[place + (isOn ? 1 : -1)] || slide;
  }

  document.addEventListener("keydown", function (event) {
    var slide = here(), isOnButton = /^(BUTTON|INPUT)$/.test(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
      return;
    }
    if (event.key === "Escape") {
      window.location.href = slide.dataset.live;
      return;
    }
    var next = isOnButton && event.key === " " ? null : step(slide, event.key, event.shiftKey);
    if (next) {
      event.preventDefault();
      go(next);
    }
  });

  function fetched(address, read) {
    return fetch(address).then(function (answer) {
      return answer.ok ? answer[read]() : Promise.reject(new Error(address));
    });
  }

  /* plotly looks here before it asks anybody. */
  function layers() {
    var assets = window.PlotlyGeoAssets, addresses = slides.map(figureOf).filter(Boolean).flatMap(function (figure) {
      return figure.data.map(function (trace) { return trace.geojson; }).filter(Boolean);
    });
    var missing = Array.from(new Set(addresses)).filter(function (address) { return !assets[address]; });
    return Promise.all(missing.map(function (address) {
      return fetched(address, "json").then(function (content) { assets[address] = content; });
    }));
  }

  function codes() {
    var file = document.querySelector(".sharing").dataset.file;
    var lives = Array.from(new Set(slides.map(function (slide) { return slide.dataset.live; })));
    return Promise.all(lives.filter(function (live) { return !codesOf[live]; }).map(function (live) {
      return fetched(file + "?to=" + encodeURIComponent(live), "blob").then(function (content) {
        codesOf[live] = URL.createObjectURL(content);
      });
    }));
  }

  function letters() {
    return Promise.all(["400", "600"].map(function (weight) { return document.fonts.load(weight + " 20px Plex"); }));
  }

  function say(key) {
    document.documentElement.dataset.ready = String(key === "ready");
    if (ready.textContent !== ready.dataset[key]) {
      ready.textContent = ready.dataset[key];
    }
  }

  function prepare() {
    layers().then(letters).then(function () {
      again();
      return codes();
    }).then(function () {
      slides.forEach(function (slide) { slide.dataset.code = codesOf[slide.dataset.live]; });
      say("ready");
    }).catch(function () {
      say("notReady");
      window.setTimeout(prepare, AGAIN);
    });
  }

  /* The slides for this wall, and of the same one as before what fits now. */
  function again() {
    part();
    show();
    document.documentElement.dataset.parted = window.innerWidth + "x" + window.innerHeight;
  }

  var waiting;
  window.addEventListener("resize", function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(again, CALM);
  });
  window.addEventListener("hashchange", show);
  say("preparing");
  mark();
  prepare();
  here().querySelector("h1").focus({ preventScroll: true });
})();
