"""A generated corpus of petitions: 12 matters, each in two wordings that share hardly a word, at 156 places.

Hardly two petitions ask for the same, so that a repeat of one, written anew, has one right answer among 1,500.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

FIRST = ("Đăk", "Kon", "Plei", "Đông", "Tân", "Hòa", "Bình", "Ngọc", "Văn", "Diên", "Phú", "Măng", "Ia")
LAST = ("Rao", "Pring", "Dring", "Kleng", "Sơn", "Lập", "Xuân", "Tụ", "Lem", "Mơ", "Hà", "Đen")
PLACES = [f"thôn {first} {last}" for first in FIRST for last in LAST]

MATTERS = [
    (
        ["đường bê tông vào khu sản xuất bị sạt lở", "tuyến đường ra rẫy sạt taluy, xe không vào được"],
        ["sửa chữa", "gia cố"],
    ),
    (
        ["công trình nước sinh hoạt tập trung hư hỏng", "giếng và bể nước tập trung không còn nước dùng"],
        ["khắc phục", "thay ống"],
    ),
    (
        ["lưới điện yếu vào giờ cao điểm", "điện chập chờn buổi tối, thiết bị hay cháy"],
        ["nâng công suất", "thay dây"],
    ),
    (["kênh mương nội đồng bồi lấp", "mương tưới ruộng đầy bùn đất"], ["nạo vét", "kiên cố hóa"]),
    (["bãi rác bốc mùi ô nhiễm", "rác thải dồn ứ, hôi thối"], ["thu gom", "di dời"]),
    (["chậm cấp giấy chứng nhận quyền sử dụng đất", "hồ sơ làm sổ đỏ tồn lâu"], ["đẩy nhanh", "trả kết quả"]),
    (["trạm y tế thiếu thuốc và bác sĩ", "khám bảo hiểm ở trạm không đủ thuốc"], ["bổ sung", "luân chuyển"]),
    (["điểm trường mầm non xuống cấp", "lớp mẫu giáo dột mái, nứt tường"], ["xây mới", "tu sửa"]),
    (
        ["giá mủ cao su thấp, nông dân khó tiêu thụ", "nông sản làm ra không bán được"],
        ["kết nối thu mua", "hỗ trợ đầu ra"],
    ),
    (["thanh niên tụ tập đua xe ban đêm", "xe máy nẹt pô gây mất trật tự buổi tối"], ["tuần tra", "xử lý"]),
    (
        ["cầu treo qua suối mục ván", "ván mặt cầu treo gãy, học sinh đi nguy hiểm"],
        ["thay ván", "làm cầu mới"],
    ),
    (
        ["tiền hỗ trợ bảo vệ rừng chi chậm", "chưa nhận tiền dịch vụ môi trường rừng"],
        ["chi trả", "công khai"],
    ),
]
ANEW = [
    "đường đi nương bị lở, mùa mưa xe công nông không qua được",
    "nước máy về yếu, nhiều hộ phải đi gánh nước suối",
    "hay mất điện, bóng đèn không đủ sáng khi nấu cơm tối",
    "mương dẫn nước tắc, lúa thiếu nước",
    "xe rác không đến, rác chất đống bên đường",
    "làm bìa đỏ nộp đơn hai năm chưa có",
    "trạm xá không có thuốc, bác sĩ vắng",
    "phòng học của các cháu mầm non bị dột",
    "cà phê, cao su rớt giá, không biết bán cho ai",
    "thanh niên phóng xe lạng lách về khuya",
    "cầu qua suối hỏng ván, các cháu đi học sợ ngã",
    "tiền giữ rừng năm ngoái đến nay chưa phát",
]
"""A third wording of each matter, which none of the earlier petitions uses."""

FIELDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 8]
"""The field of each matter: two roads and two matters of farming share theirs."""

OPENINGS = [
    "Đề nghị UBND quan tâm",
    "Cử tri kiến nghị sớm",
    "Bà con phản ánh",
    "Đề nghị cấp có thẩm quyền xem xét",
]


@dataclass(frozen=True)
class Told:
    """What a petition is about, whatever its words."""

    matter: int
    place: str

    @property
    def field(self) -> int:
        return FIELDS[self.matter]

    def written(self, draw: random.Random) -> str:
        """One way to say it."""
        ways, wishes = MATTERS[self.matter]
        return " ".join([draw.choice(OPENINGS), draw.choice(wishes), draw.choice(ways), f"tại {self.place}"])

    def written_again(self, draw: random.Random) -> str:
        """Another time, typed in part without marks."""
        return self.written(draw).replace("Đề nghị", "de nghi")

    def written_in_new_words(self, draw: random.Random) -> str:
        """As nobody said it before; only the place is the same."""
        return f"{draw.choice(OPENINGS)} {ANEW[self.matter]} tại {self.place}"


def petitions(count: int = 1500, seed: int = 20230720) -> list[tuple[Told, str]]:
    """Earlier petitions, hardly two for the same."""
    draw = random.Random(seed)
    every = [Told(matter, place) for matter in range(len(MATTERS)) for place in PLACES]
    return [(told, told.written(draw)) for told in draw.sample(every, count)]
