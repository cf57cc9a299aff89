"""An address as a QR code, for paper and for the wall of a room."""

import segno

# Paper gets folded and projectors are dim: a code with this level can be read with 15 % of it lost.
LEVEL = "m"
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def svg(address: str, title: str) -> str:
    """The QR code of an address as an SVG element that fills its place, black on white, named by ``title``."""
    code = segno.make(address, error=LEVEL, micro=False)
    return code.svg_inline(border=2, omitsize=True, light="#fff", svgclass=None, lineclass=None, title=title)


def svg_file(address: str, title: str) -> str:
    """The same as a file of its own."""
    return svg(address, title).replace("<svg ", f"<svg {NAMESPACE} ", 1)
