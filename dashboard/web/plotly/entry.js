// What is drawn here: the kinds of traces that dashboard/figures names. Lines and dots (scatter) are always inside.
const Plotly = require("plotly.js/lib/core");

Plotly.register([
  require("plotly.js/lib/bar"),
  require("plotly.js/lib/choropleth"),
  require("plotly.js/lib/heatmap"),
  require("plotly.js/lib/sankey"),
  require("plotly.js/lib/scattergeo"),
]);

module.exports = Plotly;
