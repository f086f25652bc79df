"""Scanned pages through tesseract, when the machine has it with Vietnamese."""

import shutil
import subprocess
from functools import cache

import pypdfium2

from dienhong.checking.document import Unreadable

DOTS_PER_INCH = 300
SECONDS_A_PAGE = 60
NOT_INSTALLED = (
    "Tệp PDF là ảnh quét, không có chữ; máy này chưa cài bộ nhận dạng chữ tiếng Việt "
    "(tesseract, tesseract-ocr-vie) nên chưa đọc được."
)
FAILED = "Không nhận dạng được chữ trong tệp PDF quét."


@cache
def recogniser() -> str | None:
    """The path of tesseract when it knows Vietnamese, else None."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    listing = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False)  # noqa: S603
    return program if b"vie" in (listing.stdout + listing.stderr).split() else None


def recognise(pdf: pypdfium2.PdfDocument) -> str:
    """The text of every page; 2–3 seconds a page, so callers run it in a job."""
    program = recogniser()
    if program is None:
        raise Unreadable(NOT_INSTALLED)
    return "\n\n".join(_page_text(program, page) for page in pdf)


def _page_text(program: str, page: pypdfium2.PdfPage) -> str:
    bitmap = page.render(scale=DOTS_PER_INCH / 72, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    pixels = b"".join(
        bytes(rows[at : at + bitmap.width]) for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    picture = f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + pixels
    try:
        done = subprocess.run(  # noqa: S603
            [program, "stdin", "stdout", "-l", "vie"],
            input=picture, capture_output=True, timeout=SECONDS_A_PAGE, check=True,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as error:
        raise Unreadable(FAILED) from error
    return done.stdout.decode("utf-8", errors="replace")
