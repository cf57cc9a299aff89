"""Things that come from stage to stage: how many are at which."""

from collections.abc import Sequence

from dashboard.figures import bars, theme
from dashboard.figures.base import Canvas, Picture
from dashboard.text import Words
from data_access.vocabulary.answer import Answer


def of_stages(column: str, stages: Sequence[str], answer: Answer, canvas: Canvas) -> Picture:
    """A bar for each stage, also for those at which none is."""
    counts, words = answer.frame[column].value_counts(), canvas.words
    values = [int(counts.get(stage, 0)) for stage in stages]
    names = [words(f"{column}.{stage}") for stage in stages]
    part = bars.Part("", theme.middle("outcomes"), values)
    return bars.stacked_bars(names, [part], canvas, lambda _row, length: words.number(length))


def parts(column: str, stages: Sequence[str], answer: Answer, words: Words) -> str:
    """The same in words, without those at which none is."""
    counts = answer.frame[column].value_counts()
    return "; ".join(
        words("value.named", name=words(f"{column}.{one}"), value=words.number(int(counts[one])))
        for one in stages
        if one in counts
    )
