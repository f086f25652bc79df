"""What is counted: the nouns of council reports, which of them are the same and which contain which."""

import re
from dataclasses import dataclass

COUNTED = """
nghị quyết|kỳ họp|phiên họp|phiên chất vấn|phiên giải trình|phiên giám sát|phiên|cuộc họp|cuộc giám sát
cuộc khảo sát|cuộc thẩm tra|cuộc tiếp xúc|cuộc làm việc|cuộc|hội nghị|hội thảo|buổi|đợt giám sát
đợt tiếp xúc|đợt|lượt ý kiến|lượt người|lượt đại biểu|lượt cử tri|lượt công dân|lượt|ý kiến|kiến nghị
phản ánh|phản ảnh|đề xuất|đề nghị|nội dung|vấn đề|câu hỏi|câu|chất vấn|chuyên đề|báo cáo|tờ trình|dự thảo
đề án|văn bản|công văn|thông báo|kết luận|kế hoạch|quyết định|chương trình|chỉ tiêu|chỉ thị|giấy mời
hướng dẫn|quy chế|biên bản|đơn thư|đơn|lá đơn|thư|khiếu nại|tố cáo|vụ việc|vụ án|vụ|việc|trường hợp|hồ sơ
công dân|cử tri|người|đại biểu|đồng chí|thành viên|ủy viên thường trực|ủy viên|uỷ viên|cán bộ|công chức
viên chức|cá nhân|tập thể|tổ chức|chủ tịch|phó chủ tịch|trưởng ban|phó trưởng ban|phó ban|trưởng đoàn
phó trưởng đoàn|thư ký|tổ trưởng|tổ phó|ông|bà|nữ|nam|đảng viên|hộ gia đình|hộ nghèo|hộ cận nghèo|hộ dân
hộ|xã|phường|thị trấn|huyện|thị xã|thành phố|quận|tỉnh|đặc khu|đơn vị|địa phương|địa bàn|thôn|bản|làng
buôn|ấp|khóm|xóm|tổ dân phố|khu phố|khu dân cư|tổ đại biểu|tổ|nhóm|ban|đoàn|đoàn giám sát|cơ quan|sở
ngành|phòng|điểm tiếp xúc|điểm|dự án|công trình|gói thầu|mô hình|tiêu chí|lĩnh vực|nhóm nội dung
nhóm vấn đề|nhóm ý kiến|nhiệm vụ|giải pháp|mục tiêu|phiếu|lá phiếu|lớp tập huấn|lớp|bài viết|bài|tin
tin bài|bản tin|chuyên mục|chuyên trang|chức danh|vị trí|biên chế|học sinh|sinh viên|giáo viên|trường học
trường|cơ sở|doanh nghiệp|hợp tác xã|tổ hợp tác|sản phẩm|thủ tục|suất quà|suất|phần quà|giải thưởng
danh hiệu|bằng khen|giấy khen|lao động|việc làm|nhân khẩu|khẩu|sáng kiến|hạng mục|tuyến|căn|căn nhà|nhà
phòng học|thửa|bị can|bị cáo|đối tượng|tội phạm|bản án|giấy chứng nhận|hợp đồng|liệt sĩ|hội viên
đoàn viên|chi bộ|đảng bộ|khu|cụm|di tích|lễ hội|con|cây|ha|héc ta|km|m|m2|m3|kg|tấn|tạ|lít|tin, bài|vị
phần|gia đình|cặp|ca|bệnh nhân|giường|máy|xe|hạn chế|tồn tại
""".replace("\n", "|")  # fmt: skip
HEADS = sorted({tuple(noun.split()) for noun in COUNTED.split("|") if noun}, key=len, reverse=True)
LONGEST = max(map(len, HEADS))
KNOWN = frozenset(HEADS)
PLACES = frozenset(
    [
        "xã",
        "phường",
        "thị",
        "trấn",
        "huyện",
        "quận",
        "tỉnh",
        "thôn",
        "bản",
        "làng",
        "buôn",
        "ấp",
        "khóm",
        "xóm",
        "tổ",
        "ban",
        "đoàn",
        "phòng",
        "sở",
    ]
)
PERSONS = "đại biểu|đồng chí|thành viên|người|ủy viên|uỷ viên|cán bộ|công chức|chủ tịch|phó chủ tịch|trưởng ban|phó trưởng ban|phó ban|trưởng đoàn|phó trưởng đoàn|thư ký|tổ trưởng|tổ phó|ông|bà|nữ|nam|đảng viên|vị|chức danh"  # noqa: E501
PAPERS = "nghị quyết|báo cáo|tờ trình|công văn|thông báo|kết luận|kế hoạch|quyết định|chương trình|chỉ thị|giấy mời|hướng dẫn|quy chế|biên bản|đề án|dự thảo"  # noqa: E501
AREAS = (
    "xã|phường|thị trấn|huyện|thị xã|thành phố|quận|đặc khu|thôn|bản|làng|buôn|ấp|khóm|xóm|tổ dân phố|khu phố"
)
HOLDERS = {
    **dict.fromkeys(("người", "thành viên", "đại biểu", "đồng chí", "vị", "chức danh", "cán bộ"), PERSONS),
    **dict.fromkeys(("văn bản", "nội dung", "tài liệu"), PAPERS),
    **dict.fromkeys(
        ("đơn", "đơn thư", "thư"), "khiếu nại|tố cáo|kiến nghị|phản ánh|phản ảnh|đề nghị|đơn thư|thư"
    ),
    **dict.fromkeys(("đơn vị", "địa phương", "địa bàn"), AREAS),
    **dict.fromkeys(("cuộc", "hoạt động", "đợt"), "giám sát|khảo sát|cuộc giám sát|cuộc khảo sát|thẩm tra"),
    "ý kiến": "kiến nghị|phản ánh|đề xuất|chất vấn|câu hỏi|lượt ý kiến|lượt",
    "phiên": "phiên họp|phiên chất vấn|phiên giải trình",
    **dict.fromkeys(("kỳ họp", "phiên họp"), "chuyên đề"),
}
SAID_ALIKE = tuple(frozenset(tuple(noun.split()) for noun in nouns.split("|")) for nouns in (
    "ý kiến|kiến nghị|phản ánh|phản ảnh|đề xuất|đề nghị|lượt ý kiến",
    "người|đại biểu|đồng chí|thành viên|vị",
    "nội dung|vấn đề|câu hỏi|chất vấn|câu",
    "cuộc|buổi|đợt|cuộc giám sát|đợt giám sát|chuyên đề",
    "cuộc|phiên|phiên họp|cuộc họp|hội nghị",
    "đơn|đơn thư|lá đơn|thư",
    "vụ|vụ việc|việc|vụ án",
    "bài|tin|tin bài|bài viết",
))  # fmt: skip
CONTAINED = {
    holder: frozenset(tuple(name.split()) for name in names.split("|")) for holder, names in HOLDERS.items()
}
MONEY = re.compile(
    r"\s*((?:nghìn |ngàn )?(?:tỷ|tỉ)|triệu|nghìn|ngàn)?\s*(đồng(?!\s+(?:chí|bào|thuận"
    r"|tình))|USD|đ\b)",
    re.IGNORECASE,
)
COMPOUND = re.compile(r"\s*tỷ\s+\d{1,3}(?:,\d{1,3})?\s*triệu(?:\s*đồng)?(?!\w)", re.IGNORECASE)
SCALED = re.compile(r"\s*((?:nghìn |ngàn )?(?:tỷ|tỉ)|triệu|nghìn|ngàn)(?!\w)", re.IGNORECASE)
JOINT = re.compile(r"\s*(?:,|/|và|hoặc|-)\s*")
UNKNOWN = re.compile(r"\s([a-zà-ỹđ]{2,7})(?:\s[a-zà-ỹđ]{2,7})?(?=[\s,.;:)]|$)")
SYLLABLE = re.compile(r"[^\W\d_]+\d?")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts: nouns ("ý kiến, kiến nghị"), each as its syllables; none when unsaid."""

    nouns: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.nouns)

    def __str__(self) -> str:
        return ", ".join(" ".join(noun) for noun in self.nouns)

    def same(self, other: "Unit") -> bool:
        """Whether both may count the same thing: a noun shared, or one noun a longer form of the other."""
        if not self or not other:
            return True
        return any(_alike(mine, yours) for mine in self.nouns for yours in other.nouns)

    def holds(self, other: "Unit") -> bool:
        """Whether things counted by `other` are a kind of what this unit counts: kế hoạch are văn bản."""
        return any(noun in CONTAINED.get(" ".join(mine), ()) for mine in self.nouns for noun in other.nouns)


NOTHING = Unit()
NO_NOUNS_SAID = """
và của tại về do thuộc trong cho được đã đang là có ở trên từ đến với theo gồm còn hoặc để nhằm
đạt chiếm so bằng tăng giảm mới khác trở cấp đối qua như thì nữa chưa không gửi liên trước sau
đúng quá tán nhất đồng hợp thường đột quy cá định xếp loại tốt khá trung yếu hoàn mức lần trực
mà bị phải cần sẽ cùng nên ra vào lên xuống vắng ngoài giữa dưới người vừa cũng đều mỗi từng
bao bình kể tính ước khoảng gần hơn nhưng tuy bởi vì nếu khi này đó ký phát thu tham dự đề nêu
trả giải xem chuyển xử tiếp lưu rút thực triển hưởng thông phê thẩm ban
"""
NO_NOUNS = frozenset(NO_NOUNS_SAID.split())
"""Words behind a number that name nothing counted: "26 của huyện", "5 đã giải quyết"."""


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return long[: len(short)] == short or any(one in group and other in group for group in SAID_ALIKE)


def unit_at(text: str, offset: int) -> tuple[Unit, int]:
    """The counted noun that begins at the offset and where it ends; (NOTHING, offset) when none is known."""
    nouns: list[tuple[str, ...]] = []
    end = offset
    at = offset + (text[offset : offset + 1].isspace())
    while found := _head(text, at):
        if nouns and found[0] in nouns:
            break
        nouns.append(found[0])
        end = found[1]
        joint = JOINT.match(text, end)
        if not joint or len(nouns) == 4:
            break
        at = joint.end()
    return Unit(tuple(nouns)), end


def unknown_at(text: str, offset: int) -> tuple[Unit, int]:
    """A noun that is in no list: it is not what the whole counts, and must not pass for unsaid."""
    found = UNKNOWN.match(text, offset)
    if not found or found[1].lower() in NO_NOUNS:
        return NOTHING, offset
    return Unit((tuple(found[0].lower().split()),)), found.end()


def _head(text: str, at: int) -> tuple[tuple[str, ...], int] | None:
    syllables: list[str] = []
    ends: list[int] = []
    while len(syllables) < LONGEST and (found := SYLLABLE.match(text, at)):
        syllables.append(found[0].lower())
        ends.append(found.end())
        at = found.end() + 1
        if text[found.end() : at] != " ":
            break
    for count in range(len(syllables), 0, -1):
        noun = tuple(syllables[:count])
        if noun in KNOWN and not _is_name(noun, text, ends[count - 1]):
            return noun, ends[count - 1]
    return None


def _is_name(noun: tuple[str, ...], text: str, end: int) -> bool:
    """ "xã Diên Bình" names a place and counts nothing."""
    following = text[end + 1 : end + 2]
    return (
        " ".join(noun) in PLACES
        and text[end : end + 1] == " "
        and following.isupper()
        and not text[end + 2 : end + 3].isupper()
    )
