"""An official document as a value: what it says, not how it looks. It knows no register and no file format."""

from dataclasses import dataclass
from datetime import date

from dienhong.documents.blocks import Block
from dienhong.documents.kinds import DocumentKind


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that issues: its name, its superior's ("" if none), its abbreviation, the place on its papers.

    Names may hold "\\n" where the office breaks them; `full_name` is how a sentence names the body.
    """

    name: str
    symbol: str
    place: str
    superior: str = ""
    full_name: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One of "Nơi nhận": name, note ("(báo cáo)" without brackets) and what stands under it with "+"."""

    name: str
    note: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: lines of authority ("TM. THƯỜNG TRỰC HĐND", "KT. CHỦ TỊCH"), title, name ("" before signing)."""

    title: str
    name: str = ""
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appendix:
    """`number` as the text cites it ("1", "2.1", "II"), "" where there is only one. Pages are its own."""

    title: str
    body: tuple[Block, ...]
    number: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """Parts of a document in the order of Decree 30/2020. Number and date are None until it is issued.

    `year` prints beside a blank day; `adopted_by` is the line over the legal bases of a resolution; `unit` is the
    drafting unit of a letter; an `electronic` document leaves blank of which document an appendix is part.
    """

    issuer: Issuer
    kind: DocumentKind
    subject: str
    number: int | None = None
    issued_on: date | None = None
    year: int | None = None
    unit: str = ""
    adopted_by: str = ""
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    filing: str = "VT"
    signature: Signature | None = None
    countersignature: Signature | None = None
    appendices: tuple[Appendix, ...] = ()
    electronic: bool = False

    @property
    def title(self) -> str:
        """The name of the file and of the window: "Báo cáo kết quả hoạt động năm 2023"."""
        return f"{self.kind.name} {self.subject}".replace("\n", " ").strip()

    @property
    def series(self) -> str:
        return self.kind.series(self.issuer.symbol)
