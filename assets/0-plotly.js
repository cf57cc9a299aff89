/* The world map that plotly draws beneath every map is empty: else it would ask for one. */
(function () {
  "use strict";

  var empty = { type: "GeometryCollection", geometries: [] }, objects = {};
  ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"].forEach(function (name) {
    objects[name] = empty;
  });
  window.PlotlyGeoAssets = { topojson: { world_110m: { type: "Topology", arcs: [], objects: objects } } };
})();
