"""What the words around a part say: a level, a state, a quality that may overlap others, a comparison."""

import re

MARKER = re.compile(
    r"(?:,\s*)?\b(?P<word>trong số đó|trong đó|bao gồm|gồm có|gồm|cụ thể là|cụ thể như sau|cụ thể|chia ra"
    r"|chia theo"
    r"|phân theo|phân loại|được phân loại|phân ra|cơ cấu|chi tiết|như sau|sau đây|sau)\b"
    r"(?P<tail>(?:\s+(?:theo|thành|như sau|là|các|số|lĩnh vực|cấp|thẩm quyền|loại"
    r"|nhóm)\b){0,3})(?P<colon>\s*[,:-]?)",
    re.IGNORECASE,
)
PARTIAL = re.compile(
    r"\b(?:nhất là|như|điển hình|tiêu biểu|nổi bật|đặc biệt|ví dụ|chủ yếu|chẳng hạn|riêng|đáng chú ý"
    r"|ngoài ra|bên cạnh)\b",
    re.IGNORECASE,
)
HAVE = re.compile(r"\s*,?\s*(?:đã\s+)?có\b", re.IGNORECASE)
OVERLAP = re.compile(
    r"\b(?:nữ|phụ nữ|đảng viên|ngoài đảng|(?<!ban )dân tộc|tôn giáo|trẻ(?! em)|tuổi|tái cử|đại học"
    r"|thạc s[ĩỹ]|tiến s[ĩỹ]"
    r"|trung cấp|cao cấp|cử nhân|cao đẳng|sơ cấp|chuyên trách|tự ứng cử|trình độ|lý luận|quá hạn|đúng hạn"
    r"|trùng"
    r"|nhiều lần|đông người|kéo dài|vắng|trực tuyến|trước hạn|sai phạm|đúng thời hạn|lần đầu|cơ cấu)\b",
    re.IGNORECASE,
)
COMPLETE_QUALITIES = (
    ({"nam"}, {"nữ"}),
    ({"chuyên trách"}, {"kiêm nhiệm", "không chuyên trách"}),
    ({"đúng hạn", "trước hạn", "trong hạn", "đúng thời hạn"}, {"quá hạn", "trễ hạn", "chậm"}),
    ({"đảng viên"}, {"ngoài đảng", "chưa là đảng viên", "quần chúng"}),
    ({"trực tuyến"}, {"trực tiếp"}),
)
LEVEL = re.compile(
    r"\b(?:trung ương|cấp tỉnh|cấp huyện|cấp xã|tỉnh|huyện|xã|thị trấn|phường|thành phố|quận|thị xã|thôn"
    r"|bản|làng|ấp|khu phố|tổ dân phố"
    r"|thường trực|ban|tổ đại biểu|các ban|HĐND|UBND|đoàn|sở|phòng|ủy ban|mttq|cơ quan|viện kiểm sát"
    r"|tòa án)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:đã|xong|dứt điểm|hoàn thành|được (?:giải quyết|trả lời|thực hiện|thông qua)|đạt)\b", re.IGNORECASE
)
OPEN = re.compile(r"\b(?:đang|chưa|còn|không|tiếp tục|tồn)\b", re.IGNORECASE)
REMAINING = re.compile(r"\b(?:còn lại|số còn lại|còn)\b", re.IGNORECASE)
NONE_OF_IT = re.compile(
    r"\b(?:không (?:có|phát sinh|tổ chức|tiếp nhận|nhận)|chưa (?:có|phát sinh|tổ chức)|không)\b",
    re.IGNORECASE,
)
EACH = re.compile(
    r"\b(?:mỗi|đều|cùng|từng|hàng tháng|hằng tháng|bình quân|trung bình)\b|/(?:xã|đơn vị|năm)", re.IGNORECASE
)
CHANGE_BEFORE = re.compile(
    r"(?:tăng|giảm|vượt|hụt|thiếu|nhiều hơn|ít hơn|cao hơn|thấp hơn|thêm|bớt|chênh lệch)(?:\s+(?:thêm|lên"
    r"|xuống|đi|so với))?\s*:?\s*$",
    re.IGNORECASE,
)
COMPARED_BEFORE = re.compile(
    r"(?:(?:so với|cùng kỳ|năm trước|kỳ trước|nhiệm kỳ trước|năm ngoái)[^,;:.]{0,40}"
    r"|(?:kế hoạch|dự toán|chỉ tiêu (?:giao|kế hoạch|đề ra)|nghị quyết giao)(?:\s+(?:là|giao))?\s*\(?)$",
    re.IGNORECASE,
)
BASE_BEFORE = re.compile(
    r"(?:trong tổng số|trên tổng số|tổng số|trong số|tổng cộng|tổng|trên|so với|/)\s*$", re.IGNORECASE
)
YEAR_LABEL = re.compile(
    r"\b(?:năm|quý|tháng|giai đoạn|cùng kỳ|nhiệm kỳ|khóa|khoá)\b\s*(?:\d|[IVX]|trước|nay)|\bcùng kỳ\b"
    r"|\bkỳ trước\b|6 tháng|9 tháng",
    re.IGNORECASE,
)
HEADS = re.compile(
    r"^\s*(?:và\s+)?(?:đồng chí\s+)?(?:chủ tịch|phó chủ tịch(?: thường trực)?|trưởng (?:ban|đoàn|phòng)"
    r"|phó trưởng (?:ban|đoàn)|phó (?:ban|đoàn)"
    r"|chánh văn phòng|phó chánh văn phòng|tổ trưởng|tổ phó|bí thư|phó bí thư|thư ký|ủy viên thư ký"
    r"|giám đốc|phó giám đốc)\b(?!\s+và\b)",
    re.IGNORECASE,
)


def overlapping(labels: list[str]) -> bool:
    """Whether the parts are qualities that one thing may have together (women, party members, young)."""
    if not any(OVERLAP.search(label) for label in labels):
        return False
    return not any(
        all(any(_has(label, side) for label in labels) for side in pair)
        and all(any(_has(label, side) for side in pair) for label in labels)
        for pair in COMPLETE_QUALITIES
    )


def _has(label: str, words: set[str]) -> bool:
    return any(re.search(rf"\b{word}\b", label, re.IGNORECASE) for word in words)


def exhaustive(labels: list[str]) -> bool:
    """Whether the parts are the states that everything must be in: done and open, or so many and the rest."""
    if any(REMAINING.search(label) for label in labels):
        return True
    opened = [bool(OPEN.search(label)) for label in labels]
    done = [bool(DONE.search(label)) and not is_open for label, is_open in zip(labels, opened, strict=True)]
    return any(opened) and any(done) and all(a or b for a, b in zip(opened, done, strict=True))


def levels(labels: list[str]) -> bool:
    """Whether every part is a level of government, a body or a named place."""
    return bool(labels) and all(LEVEL.search(label) or _name(label) for label in labels)


def _name(label: str) -> bool:
    return bool(re.match(r"\W*(?:[A-ZĐÀ-Ỹ][^\W\d_]*[\s-]?){1,5}\W*$", label.strip()))
