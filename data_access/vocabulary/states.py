"""What a number is: it is known, or there is a reason why it is not."""

VALUE, ZERO, MISSING = "value", "zero", "missing"
WITHHELD, HIGHER_LEVEL, NOT_COLLECTED = "withheld", "higher_level", "not_collected"
# Of empty numbers: withheld for wider areas, and for districts known of their oblast only.
OF_WIDER_AREAS = "of_wider_areas"
STATES = (VALUE, ZERO, MISSING, WITHHELD, HIGHER_LEVEL, NOT_COLLECTED)
