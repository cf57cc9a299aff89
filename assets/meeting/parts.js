/* What does not fit a slide goes on to further ones: words of dates, notes, entries of a list, rows of a picture. How
   much fits is known on the wall alone, so slides are parted there, and anew when the window changes. */
(function () {
  "use strict";

  var LARGE = 20 / 12;  // the smallest letters of pictures have 12 px; in a room 20
  var WALL = { width: 1366, height: 768, most: 1.4 };  // on a larger wall they are larger, up to so many times
  var NARROW = 800;  // below it a slide is as high as what is in it
  var ENOUGH = 1.1;  // a little closer than they should be is better than another slide
  var LEAST_STAGE = 400;  // px, below which a picture cannot be read from the last row
  var BETWEEN = "--";
  /* A legend stays with its picture, and the picture with the words of its dates. */
  var ENTRIES = [".numbers > .number", ".contents > li", ".below > .dates > li", ".below > .note"];

  function scale() {
    var larger = Math.min(WALL.most, window.innerWidth / WALL.width, window.innerHeight / WALL.height);
    return window.innerWidth < NARROW ? 1 : LARGE * Math.max(1, larger);
  }

  function entriesOf(slide) {
    return ENTRIES.flatMap(function (entry) { return Array.from(slide.querySelectorAll(entry)); });
  }

  function isHigher(part) {
    return part.scrollHeight > part.clientHeight + 2;
  }

  function fits(slide) {
    return ![slide].concat(Array.from(slide.querySelectorAll(".below, .numbers, .contents"))).some(isHigher);
  }

  /* Entries of a list keep their numbers; a list without entries is gone. */
  function without(slide, entries) {
    entries.forEach(function (entry) {
      var list = entry.parentElement, isFirst = list.firstElementChild === entry;
      if (isFirst && list.tagName === "OL") {
        list.start += 1;
      }
      entry.remove();
      if (/^[OU]L$/.test(list.tagName) && !list.firstElementChild) {
        list.remove();
      }
    });
  }

  /* Which part of how many, behind the headline. */
  function mark(slide, text) {
    var place = document.createElement("span");
    place.className = "part";
    place.textContent = " " + text;
    slide.querySelector("h1").append(place);
  }

  /* What an act says of a slide that is laid out unseen. */
  function measured(slide, act) {
    var copy = slide.cloneNode(true);
    slide.after(copy);
    copy.classList.add("is-measured");
    var found = act(copy);
    copy.remove();
    return found;
  }

  /* How many of its entries a slide has room for; of further ones one at least, or they would go on for ever. */
  function room(slide, isFurther) {
    return measured(slide, function (copy) {
      var all = entriesOf(slide).length, count = all;
      while (count > Number(isFurther) && !fits(copy)) {
        if (count === all && !isFurther) {
          mark(copy, "9/9");
        }
        count -= 1;
        without(copy, entriesOf(copy).slice(count));
      }
      return count;
    });
  }

  /* Many words and a legend: smaller letters, and the legend in a line of its own. */
  function isFull(slide) {
    return measured(slide, function (copy) {
      without(copy, entriesOf(copy));
      mark(copy, "9/9");
      return !fits(copy);
    });
  }

  /* Rows tell how high they have to be. */
  function leastStage(drawing) {
    return drawing.dataset.rows ? drawing.dataset.rows * drawing.dataset.least * scale() : LEAST_STAGE;
  }

  /* Smaller letters rather than the same picture on another slide, where all fits beneath a picture that can be read. */
  function isWholeWhenDense(slide) {
    var drawing = slide.querySelector(".drawing"), entries = entriesOf(slide).length;
    return Boolean(drawing && entries) && room(slide, false) < entries && measured(slide, function (copy) {
      copy.classList.add("is-dense");
      return fits(copy) && copy.querySelector(".stage").clientHeight >= leastStage(drawing);
    });
  }

  /* The slide with the entries that fit, and further ones with the rest, beside the same picture. */
  function byEntries(slide, isFurther) {
    var count = room(slide, isFurther), entries = entriesOf(slide);
    if (count === entries.length) {
      return [slide];
    }
    var rest = slide.cloneNode(true);
    without(slide, entries.slice(count));
    without(rest, entriesOf(rest).slice(0, count));
    rest.querySelectorAll(".sentence").forEach(function (sentence) { sentence.remove(); });
    mark(rest, "9/9");
    slide.after(rest);
    return [slide].concat(byEntries(rest, true));
  }

  /* First and last row of each part, as ends of the axis: what stands around the rows stands around those of a part. */
  function ranges(slide, figure) {
    var drawing = slide.querySelector(".drawing"), count = drawing && Number(drawing.dataset.rows);
    if (!count) {
      return [];
    }
    var layout = figure.layout, below = layout.yaxis.range[0] - (count - 1), above = -layout.yaxis.range[1];
    var height = measured(slide, function (copy) { return copy.querySelector(".stage").clientHeight / scale(); });
    height -= layout.margin.t + layout.margin.b;
    var most = Math.max(1, Math.floor(ENOUGH * height / drawing.dataset.least - below - above + 1));
    var parts = Math.ceil(count / most), each = Math.ceil(count / parts);
    return Array.from({ length: parts }, function (_, part) {
      return [(part + 1) * each - 1 + below, part * each - above];
    });
  }

  function byRows(slide, figure) {
    var found = ranges(slide, figure);
    if (found.length < 2) {
      return [slide];
    }
    var parts = found.map(function (_, number) { return number ? slide.cloneNode(true) : slide; });
    parts.forEach(function (part, number) { part.rows = found[number]; });
    slide.after.apply(slide, parts.slice(1));
    return parts;
  }

  function named(parts) {
    parts.forEach(function (part, number) {
      if (parts.length > 1) {
        part.querySelectorAll(".part").forEach(function (place) { place.remove(); });
        mark(part, (number + 1) + "/" + parts.length);
      }
      part.id += number ? BETWEEN + (number + 1) : "";
    });
    return parts;
  }

  window.Slides = {
    scale: scale,

    /* The slides that stand in a document, each as many as it needs. */
    parted: function (slides, figureOf) {
      return slides.flatMap(function (slide) {
        var figure = figureOf(slide);
        slide.classList.toggle("is-dense", isFull(slide) || isWholeWhenDense(slide));
        return named(byEntries(slide, false).flatMap(function (part) { return byRows(part, figure); }));
      });
    },

    /* The slide of an anchor; where another wall needed more of them, the one that it is a part of. */
    named: function (slides, anchor) {
      function find(name) { return slides.find(function (slide) { return slide.id === name; }); }
      return find(anchor) || find(anchor.split(BETWEEN)[0]);
    },
  };
})();
