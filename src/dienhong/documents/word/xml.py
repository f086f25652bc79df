"""Elements of WordprocessingML. Text enters as text nodes only, so that no character of it can become markup."""

from xml.etree.ElementTree import Element, register_namespace, tostring

from dienhong.documents.blocks import printable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}

register_namespace("w", W)
register_namespace("r", R)


def el(tag: str, *children: Element, rel: str = "", **attributes: str | float) -> Element:
    """<w:tag w:attribute="…">children</w:tag>; numbers are rounded, `rel` is the r:id."""
    element = Element(
        f"{{{W}}}{tag}", {f"{{{W}}}{name}": _value(value) for name, value in attributes.items()}
    )
    if rel:
        element.set(f"{{{R}}}id", rel)
    element.extend(children)
    return element


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else str(round(value))


def text(words: str, tag: str = "t") -> Element:
    """<w:t> holding the words, their spaces kept."""
    element = Element(f"{{{W}}}{tag}", _PRESERVE)
    element.text = printable(words)
    return element


def twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def serialised(root: Element) -> bytes:
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True))
