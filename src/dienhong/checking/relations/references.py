"""Cited documents: one number with two dates, two numbers for one, a kind its issuer cannot issue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dienhong.checking.findings import Relation
from dienhong.checking.reading import Reading
from dienhong.vietnamese.dates import find_dates, format_date
from dienhong.vietnamese.document_numbers import DocumentNumber, find_document_numbers
from dienhong.vietnamese.text import fold

KIND = re.compile(
    r"\b(?P<kind>Nghị định|Thông tư|Pháp lệnh|Nghị quyết|Quyết định|Chỉ thị|Luật|Kế hoạch|Báo cáo|Tờ trình"
    r"|Thông báo|Kết luận"
    r"|Hướng dẫn|Chương trình|Quy chế|Công văn)(?:\s+số)?\s*:?\s*$",
    re.IGNORECASE,
)
DATED = re.compile(r"^\s*,?\s*(?:ngày\s+)?$", re.IGNORECASE)
BY = re.compile(
    r"\s*(?:,?\s*ngày\s+[\d/]+\s*"
    r"|,?\s*ngày \d+ tháng \d+ năm \d+\s*)?,?\s*của\s+(?P<issuer>[^\s,.;()]+(?:\s+[^\s,.;()]+){0,5})"
)
SUBJECT = re.compile(
    r"\b(?:về|quy định|ban hành|hướng dẫn|phê duyệt|sửa đổi)\b[^.;()\d]{30,160}", re.IGNORECASE
)
CODES: dict[str, set[str | None]] = {
    "nghị định": {"NĐ"},
    "thông tư": {"TT", "TTLT"},
    "nghị quyết": {"NQ", "NQLT", None},
    "quyết định": {"QĐ"},
    "chỉ thị": {"CT"},
    "kế hoạch": {"KH", "KHLT"},
    "báo cáo": {"BC"},
    "tờ trình": {"TTr"},
    "thông báo": {"TB"},
    "kết luận": {"KL", "TB"},
    "hướng dẫn": {"HD"},
    "chương trình": {"CTr", "CTrPH"},
}
ISSUERS = {
    "nghị định": ("chinh phu",),
    "thông tư": (
        "bo ",
        "bo truong",
        "thanh tra chinh phu",
        "ngan hang nha nuoc",
        "uy ban dan toc",
        "toa an nhan dan toi cao",
        "vien kiem sat nhan dan toi cao",
        "kiem toan nha nuoc",
        "tong kiem toan",
        "van phong chinh phu",
        "lien bo",
    ),
    "pháp lệnh": ("uy ban thuong vu quoc hoi", "ubtvqh"),
    "luật": ("quoc hoi",),
}
NO_RESOLUTION = ("ubnd", "uy ban nhan dan", "bo ", "so ", "thu tuong")


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a numbered document: the kind said before, the day right behind."""

    start: int
    end: int
    number: DocumentNumber
    kind: str
    day: date | None
    subject: str

    @property
    def code(self) -> str:
        return re.sub(r"\s", "", self.number.text).replace("–", "-").upper()


def references(reading: Reading) -> Iterator[Relation]:
    """Every citation against its other mentions; its kind and issuer only where they are wrong."""
    text = reading.text
    cited = list(_citations(text))
    yield from _two_dates(cited)
    yield from _two_numbers(cited)
    for citation in cited:
        yield from _kind(citation)
    yield from _issuers(text, cited)


def _citations(text: str) -> Iterator[Citation]:
    days = {
        found.start: found.value for found in find_dates(text) if found.value and found.value == found.last
    }
    for found in find_document_numbers(text):
        kind = KIND.search(text[max(0, found.start - 30) : found.start])
        yield Citation(
            found.start,
            found.end,
            found.value,
            kind["kind"].lower() if kind else "",
            _day_behind(text, found.end, days),
            _subject(text, found.end),
        )


def _day_behind(text: str, end: int, days: dict[int, date]) -> date | None:
    for place in range(end, min(end + 12, len(text))):
        if place in days and DATED.match(text[end:place]):
            return days[place]
    return None


def _subject(text: str, end: int) -> str:
    found = SUBJECT.search(text, end, end + 260)
    return fold(found[0])[:60] if found and "số" not in text[end : found.start()] else ""


def _two_dates(cited: list[Citation]) -> Iterator[Relation]:
    """Numbers begin again every year, so two dates contradict each other only within one year."""
    first: dict[tuple[str, int], Citation] = {}
    for citation in cited:
        if citation.day is None:
            continue
        known = first.setdefault((citation.code, citation.day.year), citation)
        if known is not citation and known.day:
            yield _relation(
                citation,
                holds=known.day == citation.day,
                computed=format_date(known.day),
                stated=format_date(citation.day),
                message=f"{citation.number.text} có chỗ ghi ngày {format_date(known.day)}, chỗ này ghi"
                f" {format_date(citation.day)}.",
            )


def _two_numbers(cited: list[Citation]) -> Iterator[Relation]:
    """The same kind, issuer, day and subject under two numbers."""
    known: dict[tuple[str, str, date, str], Citation] = {}
    for citation in cited:
        if citation.day is None or len(citation.subject) < 25:
            continue
        symbol = citation.code.lstrip("0123456789")
        first = known.setdefault((citation.kind, symbol, citation.day, citation.subject[:40]), citation)
        if first is not citation:
            yield _relation(
                citation,
                holds=first.code == citation.code,
                stated=citation.number.text,
                computed=first.number.text,
                message=f"Cùng một văn bản nhưng có chỗ ghi số {first.number.text}, chỗ này ghi"
                f" {citation.number.text}.",
            )


def _kind(citation: Citation) -> Iterator[Relation]:
    expected = CODES.get(citation.kind)
    if expected is None or (
        citation.number.year and citation.number.kind is None and citation.kind == "nghị quyết"
    ):
        return
    kind = citation.number.kind
    holds = kind in expected or (
        kind is None and citation.number.unit is not None and citation.kind == "công văn"
    )
    if not holds and (kind is not None or citation.kind in ISSUERS):
        message = (
            f"“{citation.kind.capitalize()}” mang ký hiệu {citation.number.text}, không đúng loại văn bản."
        )
        yield _relation(
            citation, holds=False, stated=citation.number.text, computed=citation.kind, message=message
        )


def _issuers(text: str, cited: list[Citation]) -> Iterator[Relation]:
    for citation in cited:
        by = BY.match(text, citation.end)
        if not by or not citation.kind:
            continue
        issuer = fold(by["issuer"]) + " "
        allowed = ISSUERS.get(citation.kind)
        wrong = (
            not issuer.startswith(allowed)
            if allowed
            else (citation.kind == "nghị quyết" and issuer.startswith(NO_RESOLUTION))
        )
        if wrong:
            message = f"{by['issuer'].strip()} không ban hành {citation.kind} ({citation.number.text})."
            yield _relation(citation, holds=False, stated=citation.kind, computed="", message=message)


def _relation(citation: Citation, *, holds: bool, message: str, stated: str, computed: str) -> Relation:
    return Relation(
        "reference",
        holds,
        citation.start,
        citation.end,
        f"{citation.kind} {citation.number.text}".strip(),
        stated,
        computed,
        message,
    )
