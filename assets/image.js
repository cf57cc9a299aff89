/* An image of a panel: the picture between its question, its sentence, its legend, its notes and its sources, so that
   it can be passed on alone. Everything is taken from the page as it is shown; nothing is asked of any server. */
(function () {
  "use strict";

  var WIDTH = 1200, MARGIN = 40, SCALE = 2, SVG = "http://www.w3.org/2000/svg";
  var FAMILY = "\"IBM Plex Sans\", \"Segoe UI\", Roboto, \"Noto Sans\", \"DejaVu Sans\", sans-serif";
  var INK = "#17222b", MUTED = "#55626b", LINE = "#d4d9dd", PAPER = "#ffffff";
  var measure = document.createElement("canvas").getContext("2d");

  function made(name, attributes, children) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    element.append.apply(element, children || []);
    return element;
  }

  function font(style) {
    return (style.bold ? "600 " : "") + style.size + "px " + FAMILY;
  }

  /* Words in lines no longer than there is room for. */
  function wrapped(text, style, room) {
    measure.font = font(style);
    return text.split(/\s+/).filter(Boolean).reduce(function (lines, word) {
      var last = lines[lines.length - 1];
      var longer = last ? last + " " + word : word;
      if (last !== undefined && measure.measureText(longer).width <= room) {
        lines[lines.length - 1] = longer;
      } else {
        lines.push(word);
      }
      return lines;
    }, []);
  }

  /* What stands in an element, without what only shows when it is pointed at. */
  function textOf(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".definition, [hidden]").forEach(function (hidden) { hidden.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function texts(root, selector) {
    return Array.from(root.querySelectorAll(selector)).map(textOf).filter(Boolean);
  }

  /* A sheet grows downwards. */
  function Sheet() {
    this.root = made("svg", { xmlns: SVG, width: WIDTH, "font-family": FAMILY }, []);
    this.y = MARGIN;
  }

  Sheet.prototype.text = function (text, style) {
    var sheet = this, indent = style.indent || 0;
    wrapped(text, style, WIDTH - 2 * MARGIN - indent).forEach(function (line) {
      sheet.y += Math.round(style.size * 1.4);
      sheet.root.append(made("text", {
        x: MARGIN + indent, y: sheet.y, fill: style.colour || INK,
        "font-size": style.size, "font-weight": style.bold ? 600 : 400,
      }, [line]));
    });
    this.y += style.after || 0;
  };

  Sheet.prototype.rule = function () {
    this.y += 12;
    this.root.append(made("line", { x1: MARGIN, x2: WIDTH - MARGIN, y1: this.y, y2: this.y, stroke: LINE }));
  };

  /* Marks at a place on a map, as on the map. */
  var SHAPES = {
    mine: "M5 7a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z", plant: "M5 1h12v12h-12Z", pilot: "M11 1L17 13H5Z",
    legacy: "M11 0L18 7L11 14L4 7Z", site: "M11 0L18 7L11 14L4 7Z",
    dot: "M5 7a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z", line: "M0 6h22v3H0Z", dashes: "M0 6h5v3h-5ZM8 6h5v3h-5ZM16 6h5v3h-5Z",
    held: "M11 1L17 13H5Z", ahead: "M11 1L17 13H5ZM11 5L8 11.4H14Z",
  };

  /* The states of a number have patterns, which style sheets draw on the page and shapes draw here. */
  function swatch(mark, x, y) {
    var style = window.getComputedStyle(mark), name = mark.className.replace(/.*swatch-/, "");
    var drawn = { missing: "M0 14L14 0M8 14L22 0", higher_level: "M0 0L14 14M8 0L22 14", withheld: "" }[name];
    var open = style.backgroundColor === "rgba(0, 0, 0, 0)";
    var shape = SHAPES[name];
    var box = shape ? made("path", { d: shape, fill: style.backgroundColor }) : made("rect", {
      width: 22, height: 14, fill: open ? PAPER : style.backgroundColor, stroke: "#8b959c",
      rx: style.borderRadius === "50%" ? 7 : 0,
    });
    var inside = drawn ? [made("path", { d: drawn, stroke: "#8b959c", "stroke-width": 1.4, fill: "none" })] : [];
    if (name === "withheld" || name === "dots") {
      [4, 11, 18].forEach(function (at) {
        inside.push(made("circle", { cx: at, cy: 4, r: 1.4, fill: "#8b959c" }));
        inside.push(made("circle", { cx: at, cy: 10, r: 1.4, fill: "#8b959c" }));
      });
    }
    return made("g", { transform: "translate(" + x + "," + y + ")" }, [box].concat(inside));
  }

  Sheet.prototype.legend = function (entries) {
    var sheet = this, style = { size: 15 }, x = MARGIN;
    if (!entries.length) {
      return;
    }
    this.y += 26;
    measure.font = font(style);
    entries.forEach(function (entry) {
      var text = textOf(entry), width = 30 + measure.measureText(text).width + 22;
      if (x > MARGIN && x + width > WIDTH - MARGIN) {
        x = MARGIN;
        sheet.y += 24;
      }
      sheet.root.append(swatch(entry.querySelector(".swatch"), x, sheet.y - 12));
      sheet.root.append(made("text", { x: x + 30, y: sheet.y, fill: INK, "font-size": style.size }, [text]));
      x += width;
    });
    this.y += 6;
  };

  Sheet.prototype.picture = function (content, height) {
    var parsed = new DOMParser().parseFromString(content, "image/svg+xml").documentElement;
    parsed.setAttribute("x", MARGIN);
    parsed.setAttribute("y", this.y);
    parsed.setAttribute("overflow", "visible");
    /* On the page, a style sheet lets names on a map stand out from dark districts. */
    parsed.querySelectorAll("[class*=geo] text").forEach(function (name) {
      name.style.cssText += "; paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round";
    });
    this.root.append(document.importNode(parsed, true));
    this.y += height;
  };

  Sheet.prototype.finished = function () {
    var height = Math.ceil(this.y + MARGIN);
    this.root.setAttribute("height", height);
    this.root.setAttribute("viewBox", "0 0 " + WIDTH + " " + height);
    this.root.prepend(made("rect", { width: WIDTH, height: height, fill: PAPER }));
    return { height: height, text: new XMLSerializer().serializeToString(this.root) };
  };

  /* A source with its publisher and terms, which the page tells elsewhere. */
  function sourceOf(element) {
    var kind = element.querySelector(".kind"), rest = element.cloneNode(true);
    rest.querySelector(".kind").remove();
    return "[" + textOf(kind) + "] " + textOf(rest) + " · " + element.dataset.terms;
  }

  function composed(panel) {
    var graph = panel.querySelector(".js-plotly-plot"), box = graph.getBoundingClientRect();
    var width = WIDTH - 2 * MARGIN, height = Math.round(width * box.height / box.width);
    var narrow = Math.max(box.height, Math.min(height, 900));
    /* Texts are measured in the letters that they are drawn with: an image has none of the page's own. */
    var letters = Object.assign({}, graph.layout.font, { family: FAMILY });
    var figure = { data: graph.data, layout: Object.assign({}, graph.layout, { font: letters }), config: graph._context };
    return window.Plotly.toImage(figure, { format: "svg", width: width, height: narrow }).then(function (address) {
      var sheet = new Sheet();
      var title = panel.querySelector("h2").cloneNode(true);
      title.querySelectorAll(".synthetic").forEach(function (mark) { mark.remove(); });
      sheet.text(textOf(title), { size: 28, bold: true, after: 4 });
      var scope = panel.querySelector(".scope");
      if (scope && scope.getClientRects().length) {
        sheet.text(textOf(scope), { size: 16, colour: MUTED, after: 4 });
      }
      texts(panel, "h2 .synthetic").forEach(function (text) { sheet.text(text, { size: 16, colour: "#6b4300", after: 4 }); });
      texts(panel, ".sentence").forEach(function (text) { sheet.text(text, { size: 19, after: 4 }); });
      var chosen = texts(document, ".chips .chip").map(function (text) { return text.replace(/\s*×$/, ""); });
      sheet.text(chosen.join(" · "), { size: 16, colour: MUTED });
      sheet.y += 12;
      sheet.picture(decodeURIComponent(address.slice(address.indexOf(",") + 1)), narrow);
      sheet.legend(Array.from(panel.querySelectorAll(".legend li")));
      texts(document, "#edition > :first-child").concat(texts(panel, ".note")).forEach(function (text) { sheet.text(text, { size: 14, colour: MUTED }); });
      sheet.rule();
      Array.from(panel.querySelectorAll(".sources a")).forEach(function (link) {
        sheet.text(sourceOf(document.querySelector(link.hash + " .source")), { size: 14 });
      });
      var edition = texts(document, ".brand span, .about .version").concat([window.location.href]);
      sheet.text(edition.join(" · "), { size: 13, colour: MUTED });
      return sheet.finished();
    });
  }

  /* Drawn by the browser itself at twice the size. */
  function painted(image) {
    return new Promise(function (resolve, reject) {
      var picture = new Image();
      var address = URL.createObjectURL(new Blob([image.text], { type: "image/svg+xml" }));
      picture.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = WIDTH * SCALE;
        canvas.height = image.height * SCALE;
        canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
        URL.revokeObjectURL(address);
        canvas.toBlob(resolve, "image/png");
      };
      picture.onerror = reject;
      picture.src = address;
    });
  }

  function handOver(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function say(button, key) {
    button.parentElement.querySelector(".image-state").textContent = key ? button.parentElement.dataset[key] : "";
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button.image");
    if (!button) {
      return;
    }
    var panel = button.closest(".panel"), format = button.dataset.format;
    button.disabled = true;
    say(button, "making");
    composed(panel).then(function (image) {
      return format === "svg" ? new Blob([image.text], { type: "image/svg+xml" }) : painted(image);
    }).then(function (blob) {
      handOver(blob, button.dataset.name + "." + format);
      say(button, "done");
    }).catch(function () {
      say(button, "failed");
    }).then(function () {
      button.disabled = false;
    });
  });
})();
