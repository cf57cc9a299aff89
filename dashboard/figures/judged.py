"""Readings by how they were judged: the same four colours wherever they are counted."""

from dashboard.figures import bars, theme
from dashboard.text import Words

JUDGEMENTS = ("exceeds", "near", "ok", "cannot_tell")
COLOURS = (theme.RAMPS["monitoring"][4], theme.RAMPS["monitoring"][2], theme.RAMPS["monitoring"][0], theme.PAPER)


def parts(frame, words: Words) -> list[bars.Part]:
    """The parts of bars, of a frame with a column per judgement."""
    return [
        bars.Part(words(f"judgement.{key}"), colour, frame[key].tolist(), "/" if key == "cannot_tell" else "")
        for key, colour in zip(JUDGEMENTS, COLOURS, strict=True)
    ]
