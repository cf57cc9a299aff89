/* What plotly cannot know: the world map that it draws beneath every map is empty, else it would ask for one; and how wide
   a picture is, where its words have room for more in a wide one. */
(function () {
  "use strict";

  var empty = { type: "GeometryCollection", geometries: [] }, objects = {};
  ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"].forEach(function (name) {
    objects[name] = empty;
  });
  var WIDE = 460;

  function merged(trace, part) {
    return Object.assign({}, trace, { node: Object.assign({}, trace.node, part.node) });
  }

  window.widths = {
    isWide: function (width) { return width >= WIDE; },

    /* The traces of a figure in a picture of so many px. */
    traces: function (figure, width) {
      return width < WIDE ? figure.data : figure.data.map(function (trace) {
        return trace.meta ? merged(trace, trace.meta) : trace;
      });
    },
  };

  window.PlotlyGeoAssets = { topojson: { world_110m: { type: "Topology", arcs: [], objects: objects } } };
})();
