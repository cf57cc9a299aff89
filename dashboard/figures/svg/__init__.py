"""Figures as SVG, drawn without a browser: for pages without scripts, paper and files.

What is drawn is the same dict that a browser draws with plotly.js, as far as this application makes use of it: bars,
lines, marks, heat maps, flows and district maps on axes whose ticks and ranges are given.
"""

from dashboard.figures.svg.picture import svg

__all__ = ["svg"]
