"""Likely repeats: found among 1,500 in other wording, explained, and fast enough to answer typing."""

from __future__ import annotations

import random
import time

import pytest

from dienhong.vietnamese.text import fold
from dienhong.voters.similarity import Corpus, words_of

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
FIELDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 8]
"""The field of each matter: two roads and two matters of farming share theirs."""

OPENINGS = [
    "Đề nghị UBND quan tâm",
    "Cử tri kiến nghị sớm",
    "Bà con phản ánh",
    "Đề nghị cấp có thẩm quyền xem xét",
]
Told = tuple[int, str]


def same_place_and_field(one: Told, other: Told) -> bool:
    return one[1] == other[1] and FIELDS[one[0]] == FIELDS[other[0]]


def written(matter: int, place: str, draw: random.Random) -> str:
    """One way to say one thing about one place."""
    ways, wishes = MATTERS[matter]
    return " ".join([draw.choice(OPENINGS), draw.choice(wishes), draw.choice(ways), f"tại {place}"])


@pytest.fixture(scope="module")
def earlier() -> tuple[dict[int, str], list[Told]]:
    """1,500 petitions, hardly two for the same: each is (matter, place), so that a repeat of it can be written anew."""
    draw = random.Random(20230720)
    told = draw.sample([(matter, place) for matter in range(len(MATTERS)) for place in PLACES], 1500)
    return {n: written(*one, draw) for n, one in enumerate(told)}, told


def test_a_repeat_is_among_the_first_five_and_answers_within_100_ms(
    earlier: tuple[dict[int, str], list[Told]],
) -> None:
    texts, told = earlier
    corpus, draw = Corpus(texts), random.Random(7)
    asked = draw.sample(range(1500), 200)
    hits, longest = 0, []
    for key in asked:
        again = written(*told[key], draw).replace("Đề nghị", "de nghi")
        near = [n for n, one in enumerate(told) if same_place_and_field(one, told[key])]
        begun = time.perf_counter()
        found = corpus.nearest(again, first=near)
        longest.append(time.perf_counter() - begun)
        hits += key in [match.key for match in found]
    assert hits / len(asked) >= 0.95
    assert sorted(longest)[len(longest) // 2] < 0.1


def test_it_says_which_words_both_use() -> None:
    corpus = Corpus({1: "Cầu treo qua suối mục ván, nguy hiểm", 2: "Lớp mẫu giáo dột mái"})
    (match,) = corpus.nearest("Đề nghị sửa cầu treo, ván đã mục")
    assert match.key == 1
    assert match.words == ("cau", "treo", "van", "muc")
    assert 0 < match.score <= 1


def test_marks_and_faults_of_typing_cost_little() -> None:
    corpus = Corpus({1: "Nạo vét kênh mương nội đồng", 2: "Xây nhà văn hóa", 3: "Cấp thẻ bảo hiểm y tế"})
    assert [m.key for m in corpus.nearest("nao vet kenh muong noi đong")] == [1]
    assert [m.key for m in corpus.nearest("Nạo vétt kênh mươnng")] == [1]


def test_what_every_petition_says_tells_nothing() -> None:
    assert words_of("Đề nghị cử tri quan tâm xem xét giải quyết") == []
    assert Corpus({1: "Đề nghị quan tâm"}).nearest("Đề nghị quan tâm") == []
    assert Corpus({}).nearest("Sửa cầu treo") == []


def test_the_same_place_and_field_stand_ahead() -> None:
    texts = {1: "Sửa đường vào khu sản xuất", 2: "Sửa đường vào khu sản xuất mới"}
    corpus = Corpus(texts)
    assert [m.key for m in corpus.nearest(texts[1])] == [1, 2]
    assert corpus.nearest("Sửa đường khu sản xuất", first=[2])[0].key == 2


def test_shared_words_are_folded_words_of_the_text() -> None:
    text = "Bể nước tập trung nứt"
    (match,) = Corpus({5: "Bể nước tập trung bị nứt đáy"}).nearest(text)
    assert set(match.words) <= set(fold(text).split())
