/* Pictures: each panel names the address of its own. What is in view or near it is drawn first, what is not is drawn when
   the reader comes near. What was drawn stays, dimmed, until the next is there. */
(function () {
  "use strict";

  var EARLY = "50% 0px";
  var near = new Set(), config = null;

  function settings() {
    config = config || JSON.parse(document.getElementById("plotly-config").textContent);
    return Object.assign({ responsive: true }, config);
  }

  /* A mark says what it stands for as ``key:value``. */
  function markOf(points) {
    return points.map(function (point) { return point.customdata; }).find(function (mark) {
      return typeof mark === "string" && mark.indexOf(":") > 0;
    });
  }

  function listen(graph) {
    graph.on("plotly_click", function (event) {
      var mark = markOf(event.points);
      if (mark) {
        window.choose.mark(mark);
      }
    });
    graph.on("plotly_selected", function (event) {
      if (event && event.range && event.range.x) {
        window.choose.stretch(event.range.x.map(String));
      }
    });
  }

  function drawn(panel, address, figure) {
    var graph = panel.querySelector(".graph"), isFirst = !graph.classList.contains("js-plotly-plot");
    panel.isWide = window.widths.isWide(graph.clientWidth);
    var traces = window.widths.traces(figure, graph.clientWidth);
    return window.Plotly.react(graph, traces, figure.layout, settings()).then(function () {
      if (isFirst) {
        graph.querySelectorAll("picture").forEach(function (one) { one.remove(); });  // the server's, until now
        listen(graph);
      }
      if (panel.dataset.figure === address) {
        panel.dataset.drawn = address;
        panel.classList.remove("is-stale");
      }
    });
  }

  function asked(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      return answer.status === 204 ? null : answer.json();
    });
  }

  function figureAt(panel, address) {
    var early = panel.early;
    panel.early = null;
    return early && early.address === address ? early.figure : asked(address);
  }

  /* Asks for a picture before the answer says where it is. Where it turns out to be elsewhere it is asked for again. */
  function early(panel) {
    var address = panel.dataset.figure && window.choose.picture(panel);
    if (address && address !== panel.dataset.figure) {
      panel.early = { address: address, figure: asked(address) };
      panel.early.figure.catch(function () {});  // who draws it hears of that
    }
  }

  function draw(panel) {
    var address = panel.dataset.figure, hasRoom = panel.querySelector(".graph").offsetParent;
    if (!address || !hasRoom) {  // behind a table there is no room to draw in
      panel.dataset.drawn = "";
      panel.classList.remove("is-stale");
      return null;
    }
    if (!window.Plotly || panel.dataset.drawn === address || panel.asked === address) {
      return null;
    }
    panel.asked = address;
    return figureAt(panel, address).then(function (figure) {
      return figure && panel.dataset.figure === address && panel.isConnected ? drawn(panel, address, figure) : null;
    }).catch(function () {}).then(function () {
      if (panel.asked === address) {
        panel.asked = null;
      }
    });
  }

  var watch = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      near[entry.isIntersecting ? "add" : "delete"](entry.target);
      if (entry.isIntersecting) {
        draw(entry.target);
      }
    });
  }, { rootMargin: EARLY });

  /* After every change of the page: new panels are watched, and those near are drawn that show something else now.
     Resolves when they are. */
  function look() {
    return Promise.all(Array.from(document.querySelectorAll(".panel[data-figure]"), function (panel) {
      if (!panel.isWatched) {
        panel.isWatched = true;
        watch.observe(panel);
      }
      return near.has(panel) ? draw(panel) : null;
    }));
  }

  /* Words that had room on a wide screen may have none on a narrow one. */
  window.addEventListener("resize", function () {
    near.forEach(function (panel) {
      var graph = panel.querySelector(".graph");
      if (panel.dataset.drawn && graph.data.some(function (one) { return one.meta; })
          && panel.isWide !== window.widths.isWide(graph.clientWidth)) {
        panel.dataset.drawn = "";
        draw(panel);
      }
    });
  });

  window.pictures = { look: look, early: early };
  look();
  document.addEventListener("load", function (event) {
    if (window.Plotly && event.target.tagName === "SCRIPT") {
      near.forEach(draw);
    }
  }, true);
})();
