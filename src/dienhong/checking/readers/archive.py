"""Opening a zipped document (.docx, .odt) that nobody vouches for."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dienhong.checking.document import Limits, Unreadable

CHUNK = 1 << 16
DAMAGED = "Tệp bị hỏng hoặc tải lên chưa trọn vẹn, không mở được."
TOO_LARGE = "Tệp nén bung ra lớn bất thường nên không được mở."
LOCKED = "Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại."
HARMFUL = "Tệp chứa khai báo XML không an toàn nên không được mở."


class Archive:
    """The members of a zip file, read within limits of declared and of real size."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable(DAMAGED) from error
        entries = self._zip.infolist()
        if len(entries) > limits.members or sum(entry.file_size for entry in entries) > limits.unpacked:
            raise Unreadable(TOO_LARGE)
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise Unreadable(LOCKED)
        self.names = frozenset(entry.filename for entry in entries)
        self._left = limits.unpacked

    def read(self, name: str) -> bytes:
        """The member's bytes; counts what really comes out, whatever the directory declares."""
        parts: list[bytes] = []
        try:
            with self._zip.open(name) as member:
                while chunk := member.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise Unreadable(TOO_LARGE)
                    parts.append(chunk)
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, NotImplementedError, ValueError,
                RuntimeError) as error:  # fmt: skip
            raise Unreadable(DAMAGED) from error
        return b"".join(parts)

    def xml(self, name: str) -> Element:
        """The member as XML, without document types, entities or outside references."""
        try:
            root: Element = fromstring(self.read(name), forbid_dtd=True)
        except DefusedXmlException as error:
            raise Unreadable(HARMFUL) from error
        except (ParseError, ValueError, LookupError) as error:
            raise Unreadable(DAMAGED) from error
        return root

    def optional_xml(self, name: str) -> Element | None:
        return self.xml(name) if name in self.names else None


def row_of(cells: list[str]) -> str:
    """A table row as the engine reads it: `| a | b |`, one line."""
    return "| " + " | ".join(" ".join(cell.replace("|", "/").split()) for cell in cells) + " |"
