"""A bar for whoever waits before a screen for a long file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

# Smaller files are loaded before anyone could read a bar.
LONG_BYTES = 5_000_000


@contextmanager
def bar(path: Path) -> Iterator[Callable[[int], None]]:
    """Something to be told the bytes that were read; draws only on a terminal, and only for long files."""
    console = Console(stderr=True)
    files = [*path.iterdir()] if path.is_dir() else [path]
    total = sum(file.stat().st_size for file in files if file.exists())
    if not console.is_terminal or total < LONG_BYTES:
        yield lambda _size: None
        return
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task(f"loading {path.name}", total=total)
        yield lambda size: progress.advance(task, size)
