"""What stands below a panel: files of its rows, its table, or the way out of a choice without figures."""

import sys
from collections.abc import Callable, Sequence

from dashboard import panels
from dashboard.address.reader import Reader, View
from dashboard.downloads import formats
from dashboard.pages import choice_names, replies
from dashboard.pages.cell_links import hrefs
from dashboard.pages.panel_view import Below, Link, LinkedTable
from dashboard.panels.panel import Panel
from data_access.answers.sources import publication
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.reply import Reply
from data_access.vocabulary.selection import Selection

# Files that phones open.
LITE_FORMATS = 2
# Tables that are opened on a page without scripts take the place of pictures, and share so many cells: files have the
# others.
LITE_CELLS = 900
NO_LIMIT = sys.maxsize


def below(
    view: View,
    panel: Panel,
    answer: Answer,
    panel_replies: Sequence[Reply],
    reader: Reader,
    ask: Callable[[Selection], Answer],
) -> Below:
    """What stands below a panel that answers so, and has these replies. Raises DataUnavailable.

    ``ask`` has its answers to other choices.
    """
    snapshot, route, selection = view
    if answer.is_empty:
        return _way_out(view, panel, answer, reader, ask)
    words, choice = reader.words[route.language], panel.row_filter(selection)
    is_open, has_open_table = panel.key in selection.tables, panel.shape.has_open_table
    table = _table(view, panel, answer, panel_replies, reader) if is_open or has_open_table or route.is_lite else None
    is_short = table is not None and len(table.content.rows) <= panel.shape.paper_rows
    stands_open = has_open_table or (route.is_lite and is_short)
    is_cut = route.is_lite and panel.shape.is_cut_on_paper and not is_short
    other = selection.toggle("tables", panel.key)
    with_picture, with_table = (other, selection) if is_open else (selection, other)
    tabs = (
        Link(words("view.picture"), reader.href(route, with_picture), not is_open),
        Link(words("view.table"), reader.href(route, with_table), is_open),
    )
    files = formats.links(reader.base_path, panel.key, panel.geometry, choice.search, route.language)
    return Below(
        tabs=() if stands_open and not is_cut else tabs,
        files=files[:LITE_FORMATS] if route.is_lite else files,
        image_name=None if route.is_lite else formats.name(panel.key, choice, publication(snapshot)[1]),
        table=table if is_open or stands_open else None,
    )


def _table(view: View, panel: Panel, answer: Answer, panel_replies: Sequence[Reply], reader: Reader) -> LinkedTable:
    snapshot, route, selection = view
    words = reader.words[route.language]
    content = replies.with_reply_marks(snapshot, panel.tabulate(answer, words, selection), panel_replies, words)
    return LinkedTable(
        panel.key,
        content,
        hrefs(content, route, selection, reader),
        _shown_rows(view, panel, len(content.headers)) if route.is_lite else len(content.rows),
    )


def _shown_rows(view: View, panel: Panel, columns: int) -> int:
    """How many rows stand on a page without scripts: where none was asked for all, as tables that stand open are short,
    or few."""
    open_panels = [one for one in panels.of_topic(view.route.topic) if one.key in view.selection.tables]
    if open_panels:
        return max(3, LITE_CELLS // (len(open_panels) * max(1, columns)))
    return panel.shape.paper_rows if panel.shape.is_cut_on_paper else NO_LIMIT


def _way_out(view: View, panel: Panel, answer: Answer, reader: Reader, ask: Callable[[Selection], Answer]) -> Below:
    """A link to the nearest choice with figures: the same without one of its parts, the place given up last.

    Where there is none, to the example, which shows what would stand here.
    """
    snapshot, route, selection = view
    words = reader.words[route.language]
    for name, without in reversed(choice_names.active_choices(snapshot, selection, route, words)):
        is_another = route.selection_on_page(without) != selection
        if is_another and not ask(panel.relevant(without)).is_empty:
            return Below(way_out=Link(words("empty.without", choice=name), reader.href(route, without)))
    # The example has nothing to say where only a choice is missing.
    example = None if answer.waits_for_choice else reader.example_href(snapshot, route, selection)
    return Below(way_out=Link(words("example.offer"), example), is_to_example=True) if example else Below()
