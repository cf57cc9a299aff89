"""Work on very many cells without the search for cycles among them, of which there are none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_gc() -> Iterator[None]:
    """Without the collector, which would look through all cells again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
