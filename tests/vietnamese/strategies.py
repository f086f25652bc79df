"""Texts for property tests: Vietnamese syllables in every spelling, and anything at all."""

import unicodedata

from hypothesis import strategies as st

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"

syllables = st.text(LETTERS + LETTERS.upper(), min_size=1, max_size=6)
vietnamese = st.lists(syllables | st.integers(0, 2000).map(str), max_size=8).map(" ".join)
spelled = st.builds(unicodedata.normalize, st.sampled_from(["NFC", "NFD"]), vietnamese)

# Every troublemaker of repair beside letters that it may stick to.
odd = st.text("aơuƣƢðÐ\u0301\u0323\u0302\u031b\u00ad\u200b\ufeff\u00a0\u3000\u2028\x00\x02\ufffe Ḁ가ᄀ\n–x")
anything = st.text() | odd | spelled | st.text("0123456789/.-, ngàythángnămthứhaikýNQĐHQ%xvi", max_size=60)
