// Writes plotly.js into the folder that is named, for browsers of the last years, licences of its parts at the end.
import { build } from "esbuild";

const unused = ["country-iso-search", "d3-geo-projection", "@plotly/d3-sankey-circular"];

await build({
  entryPoints: ["entry.js"],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "Plotly",
  target: "es2020",
  define: { global: "window", "define.amd": "false" },
  alias: Object.fromEntries(unused.map(name => [name, "./unused.js"])),
  loader: { ".css": "empty" },
  legalComments: "eof",
  logLevel: "warning",
  outfile: `${process.argv[2]}/plotly.js`,
});
