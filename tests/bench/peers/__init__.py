"""What people would pick instead, with the same page and rows, each in an environment of its own: ``make bench``."""
