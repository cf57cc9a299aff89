/* Graphs are drawn with a plotly.js that holds only what is drawn here, where there is one: Dash asks for the script at
   this address when the first graph stands on the page. The world map that plotly draws beneath every map is empty. */
(function () {
  "use strict";

  var link = document.getElementById("plotly");
  if (link) {
    Object.defineProperty(window, "_dashPlotlyJSURL", { get: function () { return link.href; }, set: function () {} });
  }

  var empty = { type: "GeometryCollection", geometries: [] }, objects = {};
  ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"].forEach(function (name) {
    objects[name] = empty;
  });
  window.PlotlyGeoAssets = { topojson: { world_110m: { type: "Topology", arcs: [], objects: objects } } };
})();
