"""Web pages (.html) as text: blocks on lines of their own, lists, tables; scripts and styles are dropped."""

from html.parser import HTMLParser

from dienhong.checking.document import Document
from dienhong.checking.readers.archive import row_of

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "blockquote",
        "pre",
        "br",
        "hr",
        "title",
    ]
)
DROPPED = frozenset(["script", "style", "template", "noscript", "svg", "head"])


class _PageText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._dropping = 0
        self._lists: list[int | None] = []
        self._cells: list[str] | None = None
        self._spans: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self._dropping += 1
        elif tag == "tr":
            self._cells, self._spans = [], []
        elif tag in ("td", "th"):
            self._cell_begins(dict(attrs).get("colspan"))
        elif tag in BLOCKS and self._cells is None:
            self.lines.append(self._list_begins(tag))
        elif tag in BLOCKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in DROPPED:
            self._dropping = max(0, self._dropping - 1)
        elif tag == "tr" and self._cells is not None:
            filled = zip(self._cells, self._spans, strict=True)
            self.lines += [row_of([cell for text, span in filled for cell in (text, *[""] * (span - 1))]), ""]
            self._cells = None
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag in BLOCKS and self._cells is None:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self._dropping:
            return
        text = " ".join(data.split())
        padded = (" " if data[:1].isspace() else "") + text + (" " if data[-1:].isspace() and text else "")
        if self._cells:
            self._cells[-1] += padded
        elif self._cells is None:
            self.lines[-1] += padded

    def _cell_begins(self, colspan: str | None) -> None:
        if self._cells is not None:
            span = int(colspan) if colspan and colspan.isdigit() and len(colspan) < 4 else 1
            self._cells.append("")
            self._spans.append(min(max(span, 1), 200))

    def _list_begins(self, tag: str) -> str:
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        if tag != "li" or not self._lists:
            return ""
        if self._lists[-1] is None:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "


def read_page(markup: str) -> Document:
    """The readable text of a page; broken markup gives what can be read of it."""
    parser = _PageText()
    parser.feed(markup)
    parser.close()
    lines = (line.strip() for line in parser.lines)
    return Document("\n".join(line for line in lines if line not in ("", "-")), "html")
