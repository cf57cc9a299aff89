"""XML files that could harm, or are cut off: refused with one line, and nothing is changed."""

import pytest

CASES = {
    "entities": (b"<!DOCTYPE x [<!ENTITY a 'b'>]>\n<x>&a;</x>", "row 1: declares a document type"),
    "cut off": (b"<x>\n<y z='1'/>\n<y", "row 3: is not XML, or is cut off"),
    "of another kind": (b"<x/>", "is no SDMX-ML 2.1 of the kind structure specific"),
    "empty": (b"", "is empty"),
}


@pytest.mark.parametrize("case", CASES)
def test_an_xml_file_that_cannot_be_used(refused_content, case):
    content, reason = CASES[case]
    assert reason in refused_content("sdmx_ml", content, "series.xml")
