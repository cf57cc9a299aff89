"""JSON files as the loaders accept them: no entry named twice, no number that is none, nothing nested without end."""

import json
from collections import Counter
from typing import Any

from loaders.gate.checks import LoadRefused

MARK = b"\xef\xbb\xbf"
NOT_JSON = "is not JSON text in UTF-8, or is cut off; save or export it again"


def read_json(content: bytes, file: str) -> Any:
    """What the file holds. Raises LoadRefused, with the place where it has one."""
    if not content.strip():
        raise LoadRefused(file, "is empty")

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members_by_name = dict(pairs)
        if len(members_by_name) < len(pairs):
            twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
            raise LoadRefused(file, "an object of the file names this entry twice; delete one of them", column=twice)
        return members_by_name

    def constant(word: str) -> None:
        raise LoadRefused(file, "holds a number that is none; leave out what is not known", value=word)

    try:
        text = content.removeprefix(MARK).decode()
        return json.loads(text, object_pairs_hook=members, parse_constant=constant)
    except RecursionError as error:
        raise LoadRefused(file, "is nested more deeply than any real file; export it again") from error
    except json.JSONDecodeError as error:
        raise LoadRefused(file, f"{NOT_JSON}: {error.msg}, column {error.colno} of the line", error.lineno) from error
    except ValueError as error:
        raise LoadRefused(file, NOT_JSON) from error
