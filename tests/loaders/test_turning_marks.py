"""Marks that turn the direction of writing are left out when a file is loaded, and that is told."""

import pytest
from sqlalchemy import select

from data_access.vocabulary.bidi_marks import BIDI_MARKS
from loaders.commands import report
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import SetAside
from loaders.gate.reasons import publishable
from loaders.gate.rules import Finding, Findings, Severity
from loaders.store.database import reading
from loaders.store.places import admin_unit
from tests.loaders.stand_ins import FILES, load_text

OVERRIDE, END, LEFT_TO_RIGHT = "\u202e", "\u202c", "\u200e"


def test_they_are_left_out_and_told(stores, tmp_path):
    content = (
        FILES["oblasts"].replace("Issyk-Kul", f"{OVERRIDE}Issyk-Kul{END}").replace("41702", f"{LEFT_TO_RIGHT}41702")
    )
    outcome = load_text(stores, tmp_path, "oblasts", content.replace(",а,", f",{OVERRIDE}а,"))
    with reading(stores.private) as connection:
        row = connection.execute(select(admin_unit)).one()
    assert (row.unit_code, row.name_en, row.name_ky) == ("41702", "Issyk-Kul oblast", "а")
    assert sorted(line.split(":")[1].split()[1] for line in outcome.findings.warnings) == [
        "name_en",
        "name_ky",
        "oblast_code",
    ]
    assert all("1 cell held invisible marks" in line and "first in row 2" in line for line in outcome.findings.warnings)


def test_a_cell_that_holds_nothing_else_is_empty(stores, tmp_path):
    with pytest.raises(LoadRefused, match="must not be empty"):
        load_text(stores, tmp_path, "oblasts", FILES["oblasts"].replace(",а,", f",{OVERRIDE},"))


def test_a_report_and_a_message_turn_no_line(tmp_path):
    findings = Findings(items=[Finding(Severity.WARN, f"a{OVERRIDE}.csv", SetAside(1, "a", f"{OVERRIDE}1", "reason"))])
    text = report.of_findings(tmp_path, "key", findings).read_text(encoding="utf-8-sig")
    message = str(LoadRefused(f"a{OVERRIDE}vsc.exe", "reason", 1, f"b{OVERRIDE}", f"c{OVERRIDE}"))
    assert not BIDI_MARKS.search(text) and not BIDI_MARKS.search(message)


def test_a_published_reason_turns_no_line():
    assert publishable(f"{OVERRIDE}corrected{END}") == "corrected"
