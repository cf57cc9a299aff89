"""XML that could harm, or is none, is refused; what is left is read in pieces."""

import pytest

from loaders.gate.checks import LoadRefused
from loaders.gate.xml_text import PIECE, elements

LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "entities that grow": f"<!DOCTYPE x [{LAUGHS}]><x y='&i;'/>",
    "a file of this computer": "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&f;</x>",
    "a definition elsewhere": "<!DOCTYPE x SYSTEM 'http://127.0.0.1/x.dtd'><x/>",
}
BROKEN = {
    "cut off": b"<x>\n<y z='1'/>\n<y",
    "not closed": b"<x><y></x>",
    "no XML": b"year;value\n2015;1\n",
    "an entity that nobody declares": b"<x>&f;</x>",
    "an encoding that is none": b"<?xml version='1.0' encoding='klingon'?><x/>",
    "bytes of another encoding": b"<?xml version='1.0' encoding='UTF-8'?><x y='\xff'/>",
    "a page": b"<html><body><br></body></html>",
    "a workbook": b"PK\x03\x04" + bytes(range(256)),
}


def _read(content: bytes) -> list:
    return [*elements(content, "x.xml")]


@pytest.mark.parametrize("case", HOSTILE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(case, encoding):
    with pytest.raises(LoadRefused, match="x.xml, row 1: declares a document type"):
        _read(HOSTILE[case].encode(encoding))


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_xml_is_refused_with_its_line(case):
    with pytest.raises(LoadRefused, match=r"x.xml, row \d: is not XML, or is cut off; save or export it again: \w+"):
        _read(BROKEN[case])


def test_an_empty_file_is_said_to_be_empty():
    with pytest.raises(LoadRefused, match="x.xml: is empty"):
        _read(b" \n")


def test_elements_come_by_name_and_line_across_pieces():
    rows = "".join(f"<d:row n='{number}' a:m='Ош'/>\n" for number in range(PIECE // 20))
    elements_of_file = _read(f"<r xmlns:d='urn:d' xmlns:a='urn:a'>\n{rows}</r>".encode())
    assert (elements_of_file[0].name, elements_of_file[0].namespace, elements_of_file[0].line) == ("r", "", 1)
    assert [element.line for element in elements_of_file[1:]] == [*range(2, len(elements_of_file) + 1)]
    assert elements_of_file[-1] == (
        len(elements_of_file),
        "urn:d",
        "row",
        {"n": str(len(elements_of_file) - 2), "m": "Ош"},
    )


def test_depth_does_no_harm():
    assert len(_read(b"<a>" * 100_000 + b"</a>" * 100_000)) == 100_000
