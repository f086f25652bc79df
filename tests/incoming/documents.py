"""Reports to upload, made here: sums right and wrong, a table, a footnote in plain text."""

from __future__ import annotations

import io
from typing import Any

import docx

from dienhong.accounts.models import User
from dienhong.incoming.actions import receive
from dienhong.incoming.models import IncomingReport
from dienhong.organisations.models import Council

from ..factories import NOW, TODAY

HEAD = ("HỘI ĐỒNG NHÂN DÂN", "XÃ MẪU", "BÁO CÁO", "Kết quả hoạt động của HĐND xã Mẫu năm 2023")
WRONG_SUM = "Thường trực HĐND xã đã tiếp nhận 15 kiến nghị (đã giải quyết 08; đang giải quyết 06)."
RIGHT_SUM = "Trong năm đã xem xét 12 nội dung (thường kỳ: 07; đột xuất: 05)."
LISTED = "Đã giám sát tại 03 thôn: Thôn Một, Thôn Hai."
SESSIONS = "HĐND xã đã tổ chức 03 kỳ họp."


def report_text(*paragraphs: str) -> str:
    return "\n".join((*HEAD, *paragraphs))


def plain(*paragraphs: str) -> bytes:
    return report_text(*paragraphs).encode()


def word(*paragraphs: str, table: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A .docx with the head of a report, these paragraphs, and a table where there is one."""
    document = docx.Document()
    for line in (*HEAD, *paragraphs):
        document.add_paragraph(line)
    if table:
        drawn = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(drawn.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def received(
    council: Council, by: User, data: bytes, name: str = "bao-cao.docx", **values: Any
) -> IncomingReport:
    """A report of the council itself, unless ``sender`` says otherwise."""
    usual = {
        "sender": council,
        "sender_name": "",
        "title": "",
        "year": None,
        "received_on": TODAY,
        "note": "",
    }
    return receive(council=council, name=name, data=data, values={**usual, **values}, by=by, at=NOW)
