"""Texts that no spreadsheet runs, in every file that is written: those of the web and the reports of the loaders."""

import re

from data_access.vocabulary.bidi_marks import straight

# What a spreadsheet takes for the beginning of a formula, also in its full-width forms.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A number in a column of texts is not one.
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
# What no reader could see and XML cannot hold, and behind which a formula could hide.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]")


def neutral(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe stands before what it would take for a formula."""
    visible_text = CONTROL.sub("", straight(text))
    return (
        f"'{visible_text}" if visible_text.startswith(FORMULA) and not NUMBER.fullmatch(visible_text) else visible_text
    )
