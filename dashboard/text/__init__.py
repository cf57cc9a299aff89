"""Words, numbers and dates in the reader's language. One catalogue is one language."""

from dashboard.text.words import LANGUAGES, Words, load

__all__ = ["LANGUAGES", "Words", "load"]
