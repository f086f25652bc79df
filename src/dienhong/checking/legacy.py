"""Text in the old font encoding TCVN3 (ABC), seen as Latin-1 signs, turned into Unicode."""

from dienhong.vietnamese.text import looks_like_legacy_font

SAMPLE = 20_000
FROM = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ¡¢§£¤¥¦"
INTO = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ"
TCVN3 = str.maketrans(FROM, INTO)
ONLY_THERE = frozenset("®©«¬¨ª¸µ¶")
"""Signs that TCVN3 writes for everyday letters and VNI never uses."""


def is_legacy(text: str) -> bool:
    return looks_like_legacy_font(text[:SAMPLE])


def is_tcvn3(text: str) -> bool:
    """Whether a legacy text is TCVN3 and can be turned into Unicode; VNI can only be told."""
    sample = text[:SAMPLE]
    return is_legacy(text) and sum(letter in ONLY_THERE for letter in sample) * 50 > len(sample)


def as_unicode(text: str) -> str:
    """The same text, as long as it was, in Unicode letters."""
    return text.translate(TCVN3)
