// Stands in for three parts that plotly.js asks for and that nothing drawn here uses: names of the world's countries,
// projections besides those of d3-geo (maps here are Mercator), and flows that run in circles.
module.exports = {
  COUNTRIES: [],
  createLookup: () => ({ lookupAlpha3: () => undefined }),
};
