"""Words, numbers and dates in the reader's language. One catalogue is one language."""

from dashboard.text.words import Words, load
from data_access.vocabulary.languages import LANGUAGES

__all__ = ["LANGUAGES", "Words", "load"]
