"""Readings by how they were judged: the same four colours wherever they are counted."""

from dashboard.figures import bars, theme
from dashboard.text import Words

JUDGEMENTS = ("exceeds", "near", "ok", "cannot_tell")
# Why there is no share: on the map, in the grid, at a bar.
NO_SHARE = "judgement.too_few"
COLOURS = (theme.RAMPS["monitoring"][4], theme.RAMPS["monitoring"][2], theme.RAMPS["monitoring"][0], theme.PAPER)


def parts(frame, words: Words) -> list[bars.Part]:
    """The parts of bars, of a frame with a column per judgement."""
    return [
        bars.Part(words(f"judgement.{key}"), colour, frame[key].tolist(), "/" if key == "cannot_tell" else "")
        for key, colour in zip(JUDGEMENTS, COLOURS, strict=True)
    ]


def shares_of(frame, words: Words) -> list[str]:
    """What is written at the bars: the share beyond the limit, else why there is none."""
    return [words.percent(share, 0) if share == share else words(NO_SHARE) for share in frame["share"]]
