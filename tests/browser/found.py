"""Where a journey ends."""


class Found:
    """Where a journey ended: a panel, and numbers that its sentence must have, or the row of its table with a text."""

    def __init__(self, panel: str, *numbers: float, in_row: str | None = None) -> None:
        self.panel, self.numbers, self.in_row = panel, numbers, in_row
