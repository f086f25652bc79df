"""The letter to the sender: the findings to be corrected and nothing else."""

from __future__ import annotations

import io

import docx
import pytest

from dienhong.accounts.models import User
from dienhong.documents.word import to_docx
from dienhong.incoming import actions
from dienhong.incoming.letters import letter_of
from dienhong.incoming.queries import corrections_of, findings_of_report
from dienhong.incoming.states import Outcome
from dienhong.kernel.errors import Refused

from ..factories import NOW, TODAY
from .conftest import Receive
from .documents import LISTED, WRONG_SUM, plain


def test_a_letter_names_what_is_to_be_corrected(receive_report: Receive, clerk: User) -> None:
    report = receive_report(plain(WRONG_SUM, LISTED), sender=None, sender_name="Ban Pháp chế")
    with pytest.raises(Refused, match="chưa có gì"):
        letter_of(report, corrections_of(report), TODAY)
    words = {Outcome.CORRECT: "", Outcome.DISMISS: "ở phụ lục"}
    for found, (outcome, reason) in zip(findings_of_report(report), words.items(), strict=True):
        word = {"finding": found.key, "outcome": outcome, "reason": reason, "expected_version": 0}
        actions.decide(report, by=clerk, at=NOW, **word)
    letter = letter_of(report, corrections_of(report), TODAY)
    assert (letter.issuer.place, letter.issuer.full_name) == ("Mẫu", "Thường trực HĐND xã Mẫu")
    file = docx.Document(io.BytesIO(to_docx(letter)))
    text = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert "Kính gửi: Ban Pháp chế" in text and "sửa 01 nội dung" in text and "Ngày 20/11/2023" in text
    rows = [[cell.text for cell in row.cells] for table in file.tables for row in table.rows]
    [row] = [row for row in rows if row[0] == "1"]
    assert "15 kiến nghị" in row[1] and row[2] == findings_of_report(report)[0].message
    assert not any("03 thôn" in cell for row in rows for cell in row)
