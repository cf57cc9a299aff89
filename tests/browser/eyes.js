/* What a test sees on a page: put into every page before its own scripts. */
window.print = () => { window.isPrinted = true; };
/* Every picture is near the reader: else tests would have to scroll to each. */
window.Watch = window.IntersectionObserver;
window.IntersectionObserver = function (hear) {
  return { observe: element => hear([{ target: element, isIntersecting: true }]), unobserve: () => {}, disconnect: () => {} };
};
window.eyes = {
  graphs: () => [...document.querySelectorAll(".js-plotly-plot")],

  graphOf: key => document.querySelector(`section:has(#title-${key}) .js-plotly-plot`),

  map: () => document.querySelector(".panel-map .js-plotly-plot"),

  /* Shows another page of the application as its links do; false where none stands, or it stands in another language.
     The path of a place says which it is: no link names one more beside it. */
  isLedTo(address) {
    if (!document.querySelector("a.page") || !eyes.settled()) return false;
    const there = new URL(address, location), [, language, topic, ...rest] = there.pathname.split("/");
    const isSame = there.pathname === location.pathname || language !== document.documentElement.lang;
    if (isSame || !topic || rest.includes("lite") || there.hash) return false;
    if (rest.length && there.searchParams.has("district")) return false;
    show.go(there.pathname + there.search);
    scrollTo(0, 0);
    return true;
  },

  /* The page shows what its address says: the link to its own language is written anew after every choice. */
  hasFollowed() {
    const own = document.querySelector(".languages a.here");
    return own !== null && new URL(own.href).pathname + new URL(own.href).search === location.pathname + location.search;
  },

  /* Dash has nothing left to do, every panel that is near is drawn in its letters, every shape of every map is there. */
  settled() {
    if (document.fonts.status !== "loaded" || !eyes.hasFollowed()) return false;
    if (document.documentElement.dataset.shown !== location.pathname + location.search) return false;
    if (!document.getElementById("district")) return false;
    const store = (window.dash_stores || [])[0];
    if (!store) return false;
    const {stored, completed, ...open} = store.getState().callbacks;
    if (Object.values(open).some(list => list.length)) return false;
    return [...document.querySelectorAll(".panel")].every(eyes.isDrawn);
  },

  isDrawn(panel) {
    if (panel.classList.contains("is-stale")) return false;
    if (!panel.dataset.figure || !panel.querySelector(".picture").checkVisibility()) return true;
    if (panel.dataset.drawn !== panel.dataset.figure) return false;
    const graph = panel.querySelector(".js-plotly-plot");
    const shapes = graph.data.filter(trace => trace.type === "choropleth").flatMap(trace => trace.locations);
    return graph.querySelectorAll(".choroplethlayer path").length === shapes.length;
  },

  /* Where panels and their parts stand, as [panel, part, x, y, width, height]. */
  boxes() {
    return [...document.querySelectorAll(".panel, .panel :is(.head, .picture, .legend-place, .foot)")].map(element => {
      const box = element.getBoundingClientRect();
      const sides = [box.x + scrollX, box.y + scrollY, box.width, box.height].map(Math.round);
      return [element.closest(".panel").id, element.classList[0], ...sides];
    });
  },

  /* Nothing in a picture has moved since this was last asked: plotly leads some of what it draws to its place. */
  isAtRest() {
    const before = eyes.places, boxes = [...document.querySelectorAll(".js-plotly-plot svg text")]
      .map(text => text.getBoundingClientRect()).map(box => [box.x + scrollX, box.y + scrollY].map(Math.round));
    eyes.places = JSON.stringify(boxes);
    return before === eyes.places;
  },

  hasChoices(expected) {
    const query = new URLSearchParams(location.search);
    return Object.entries(expected).every(([key, value]) => query.get(key) === value);
  },

  hovered: () => eyes.graphs().flatMap(graph => graph._hoverdata || []).map(point => point.customdata),

  isHovered: mark => eyes.hovered().includes(mark),

  /* Why the reader cannot see where the keyboard is; nothing where it can be seen. An option is its whole line. */
  lostFocus() {
    const active = document.activeElement;
    if (!active || active === document.body) return "nothing has the focus";
    const element = active.closest(".dash-options-list-option") || active;
    const name = `${element.tagName} ${element.className} “${element.textContent.trim().slice(0, 30)}”`;
    const frame = element.closest(".dash-dropdown-search-container") || element;
    if (getComputedStyle(frame).outlineStyle === "none") return `no outline: ${name}`;
    const box = element.getBoundingClientRect();
    const isSeen = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]].every(([right, down]) => {
      const hit = document.elementFromPoint(box.x + box.width * right, box.y + box.height * down);
      return hit && (element.contains(hit) || hit.contains(element));
    });
    return isSeen ? "" : `covered: ${name}`;
  },

  /* Codes of the districts that are outlined on the map. */
  outlined: () => eyes.map().data
    .filter(trace => trace.type === "choropleth" && trace.marker.line.width === 3)
    .flatMap(trace => trace.locations),

  /* A point of a district's shape near its middle, away from its edge and from the marks of cities. */
  pointOnMap(slug) {
    const areas = eyes.map().data[0];
    const code = areas.locations[areas.customdata.indexOf("district:" + slug)];
    const paths = [...eyes.map().querySelectorAll(".choroplethlayer .trace:first-child path")];
    const path = paths.find(one => one.__data__.loc === code);
    path.scrollIntoView({block: "center"});
    const box = path.getBBox(), middle = [box.x + box.width / 2, box.y + box.height / 2], found = [];
    for (let i = 1; i < 12; i++) for (let j = 1; j < 12; j++) {
      const x = box.x + box.width * i / 12, y = box.y + box.height * j / 12;
      const point = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
      const isInside = [[-4, 0], [4, 0], [0, -4], [0, 4]].every(
        ([right, down]) => path.isPointInFill(new DOMPoint(x + right, y + down)));
      if (isInside && !eyes.isNearCity(point)) found.push([Math.hypot(x - middle[0], y - middle[1]), point]);
    }
    const [, point] = found.sort((one, other) => one[0] - other[0])[0];
    return [point.x, point.y];
  },

  isNearCity: point => [...eyes.map().querySelectorAll(".scattergeo path.point")]
    .map(city => city.getBoundingClientRect())
    .some(box => Math.hypot(box.x + box.width / 2 - point.x, box.y + box.height / 2 - point.y) < 12),

  /* The middle of a city's mark. */
  cityOnMap(slug) {
    eyes.map().scrollIntoView({block: "center"});
    const towns = eyes.map().data.find(trace => trace.mode === "markers" && trace.customdata);
    const marks = [...eyes.map().querySelectorAll(".scattergeo")].map(one => [...one.querySelectorAll("path.point")])
      .find(points => points.length === towns.lat.length);
    const box = marks[towns.customdata.indexOf("district:" + slug)].getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  },

  /* The middle of the first bar of a panel. */
  barOf(key) {
    const graph = eyes.graphOf(key);
    graph.scrollIntoView({block: "center"});
    const boxes = [...graph.querySelectorAll(".barlayer path")].map(one => one.getBoundingClientRect());
    const box = boxes.find(one => one.width > 4);
    return [box.x + box.width / 2, box.y + box.height / 2];
  },

  /* Where a year stands on a time axis, in the lane or chart at the given share of the picture's height. */
  pointInTime(key, moment, share) {
    const graph = eyes.graphOf(key);
    graph.scrollIntoView({block: "center"});
    const box = graph.getBoundingClientRect(), axis = graph._fullLayout.xaxis;
    return [box.x + axis._offset + axis.d2p(moment), box.y + box.height * share];
  },
};
