"""Where a journey ends."""


class Found:
    """Where a journey ended: a panel, and numbers that its sentence must have, the row of its table with a text,
    or one text of its picture."""

    def __init__(self, panel: str, *numbers: float, in_row: str | None = None, is_in_picture: bool = False) -> None:
        self.panel, self.numbers, self.in_row, self.is_in_picture = panel, numbers, in_row, is_in_picture
