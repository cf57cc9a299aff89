"""The four subjects together, in the order of the page."""

from dashboard.panels.area.map import map_of
from dashboard.panels.overview import timeline
from dashboard.panels.site import register

PANELS = (map_of("overview"), timeline.PANEL, register.PANEL)
