"""Which counts of people's cases to withhold. Pure functions.

A small count can point to a person, and so can a difference between published counts. Hence:

* a count is safe to show when it is zero or at least the limit;
* where a total is shown and some of its parts are withheld, whoever subtracts the shown parts
  from the total learns the sum of the withheld ones. So at least two parts that have cases are
  withheld together, and their sum is itself zero or at least the limit in every component; if it
  is not, the smallest shown parts are withheld too, until it is. A component of that sum may be
  zero only where the total's is: otherwise the withheld parts would all be known to have none;
* where a total is withheld, so are all of its parts.

A part is a vector of counts, for example (open, closed): all of its components are shown or none.
"""

from collections.abc import Collection, Iterable, Mapping

Counts = tuple[int, ...]


def is_safe(counts: Counts, limit: int) -> bool:
    """Every component is zero or at least the limit."""
    return all(count == 0 or count >= limit for count in counts)


def withheld_parts(parts: Mapping[str, Counts], limit: int, already: Collection[str] = ()) -> set[str]:
    """Parts to withhold where their total, which must be safe itself, is shown.

    They are those ``already`` withheld for another reason, the unsafe ones, and as many of the
    next smallest as it takes to protect them.
    """
    result = set(already) | {code for code, counts in parts.items() if not is_safe(counts, limit)}
    shown_codes = sorted(code for code in parts if code not in result and sum(parts[code]))
    for code in sorted(shown_codes, key=lambda code: sum(parts[code])):
        if _is_protected(result, parts, limit):
            break
        result.add(code)
    return result


def withheld_nodes(
    totals: Mapping[str, Counts], parents: Mapping[str, str | None], limit: int, already: Collection[str] = ()
) -> set[str]:
    """Nodes of a tree to withhold, ``already`` withheld ones included.

    ``totals`` holds the counts of every node, each the sum of its children's; ``parents`` the
    parent of every node, None for the root.
    """
    result = set(already) | {node for node in _children(parents, None) if not is_safe(totals[node], limit)}
    open_nodes = _children(parents, None)
    while open_nodes:
        node = open_nodes.pop()
        parts = {child: totals[child] for child in _children(parents, node)}
        result |= set(parts) if node in result else withheld_parts(parts, limit, result & set(parts))
        open_nodes += parts
    return result


def _is_protected(withheld: Iterable[str], parts: Mapping[str, Counts], limit: int) -> bool:
    counts = [parts[code] for code in withheld]
    if not counts:
        return True
    total = _sum(parts.values())
    components = zip(_sum(counts), total, strict=True)
    enough = all(withheld_sum >= limit or whole == 0 for withheld_sum, whole in components)
    return enough and sum(1 for part in counts if sum(part)) >= 2


def _sum(vectors: Iterable[Counts]) -> Counts:
    return tuple(map(sum, zip(*vectors, strict=True)))


def _children(parents: Mapping[str, str | None], node: str | None) -> list[str]:
    return [child for child, parent in parents.items() if parent == node]
