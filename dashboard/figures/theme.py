"""Colours and type of all pictures. Each subject keeps its hue everywhere.

The ramps run from light to dark in even steps of lightness, so that they survive colour
blindness, a washed-out projector and a grey printer.
"""

FONT = "'Plex', system-ui, sans-serif"
INK = "#17222b"
MUTED = "#5b6770"
FRAME = "#d4d9dd"
PAPER = "#ffffff"
GROUND = "#f4f5f3"
WATER = "#dde2ec"
PATTERN = "#8b959c"
ACCENT = "#0d1b2a"
BAND = "rgba(23, 34, 43, 0.07)"
# Dates beside figures: a hue of no subject.
DATE_BAND, DATE_LINE = "rgba(70, 95, 150, 0.13)", "#6277a5"
SMALLEST_TYPE = 12
# More was paid back than came: no shade of a ramp, which says how much came.
PAID_BACK = "#d8b9a4"
# Bars of a period of which only a part is known, in any colour: stripes that are no state of a number.
PART = {"fillmode": "overlay", "fgcolor": PAPER, "size": 6, "solidity": 0.4}
# What cannot be told of a whole: which role, or which judgement.
HATCH = {"fgcolor": PATTERN, "size": 6, "solidity": 0.3}

RAMPS = {
    "revenue": ("#c6e5e1", "#90c7c8", "#559fab", "#257586", "#0b4655"),
    "monitoring": ("#f6e6c3", "#e7c682", "#cd9b40", "#9d6c1c", "#634107"),
    "incidents": ("#f2d8dd", "#dea1ae", "#bc667b", "#8f384f", "#5a182b"),
    "grievances": ("#e2dbef", "#bdaedb", "#917cc0", "#674e9b", "#402a6c"),
    "outcomes": ("#e0ead5", "#b8cd9f", "#88a867", "#5a7b3b", "#334d1d"),
}

# Up to four things beside each other (Okabe and Ito 2008): told apart by mark and dash too, for grey printers.
COMPARISON_COLOURS = ("#17222b", "#d55e00", "#0072b2", "#009e73")
SYMBOLS = ("circle", "square", "diamond", "triangle-up")
DASHES = ("solid", "dash", "dot", "dashdot")


def middle(topic: str) -> str:
    """The colour for a topic where one is enough."""
    return RAMPS[topic][3]


def shades(topic: str, count: int) -> tuple[str, ...]:
    """``count`` (1–5) colours of a topic, from dark to light, as far apart as the ramp allows."""
    indexes = {1: (3,), 2: (4, 1), 3: (4, 2, 0), 4: (4, 3, 2, 0), 5: (4, 3, 2, 1, 0)}[count]
    return tuple(RAMPS[topic][index] for index in indexes)
