"""Typst as a program of its own: data in, PDF out. What it caches (300 MB for 3,000 rows) ends with it."""

import sys
from pathlib import Path

import typst

_TEMPLATES = Path(__file__).parent  # nothing outside is within reach of a template


def main() -> None:
    """Reads the document's JSON from stdin, takes the folder of fonts as argument, writes the PDF to stdout."""
    pdf = typst.compile(
        _TEMPLATES / "official.typ",
        root=_TEMPLATES,
        format="pdf",
        sys_inputs={"document": sys.stdin.buffer.read().decode()},
        font_paths=[Path(sys.argv[1])],
        ignore_system_fonts=True,
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
