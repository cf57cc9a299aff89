"""How much room a panel takes on a page, on a wall and on paper. How wide it is on a page, style sheets say."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """The room of a panel.

    ``name`` is what style sheets call it (``panel-map``). ``has_open_table``: the table belongs to the view itself,
    else readers open it; ``has_table_beside``: on a page it stands beside the picture. ``is_high`` and ``is_wide``: on
    a wall its picture needs the height of the screen, and most of its width. ``paper_height`` is the height of its
    picture on pages without scripts, px; ``paper_rows`` the rows up to which they show its table without being asked;
    ``is_cut_on_paper``: of a longer one that is open they show so many, else all.
    """

    name: str
    has_open_table: bool = False
    has_table_beside: bool = False
    is_high: bool = False
    is_wide: bool = False
    paper_height: int = 260
    paper_rows: int = 12
    is_cut_on_paper: bool = False


MAP = Shape("map", has_open_table=True, has_table_beside=True, paper_height=200)
# Another map, whose table names places instead of ranking them.
PLACE = Shape("place", has_open_table=True, has_table_beside=True, paper_height=200)
# A low picture beside a table that says more.
BESIDE = Shape("beside", has_open_table=True, has_table_beside=True, paper_height=200)
CHART = Shape("chart")
# Over the whole page.
WIDE = Shape("wide")
BARS = Shape("bars", is_high=True, paper_height=620)
TALL = Shape("tall", is_high=True, paper_height=480)
# On paper its table stands in the place of its picture.
LONG = Shape("long", is_high=True, is_wide=True, paper_height=920, paper_rows=20)
REGISTER = Shape("register", has_open_table=True, is_high=True)
# A register whose rows are sentences: on paper they stand in the place of the picture.
SENTENCES = Shape("sentences", has_open_table=True, is_high=True, paper_height=110, paper_rows=5, is_cut_on_paper=True)
# A low picture above its table.
FACTS = Shape("facts", has_open_table=True, is_high=True, paper_height=150)
