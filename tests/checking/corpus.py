"""Generated reports: correct ones in many phrasings, and the same with one number changed."""

from collections.abc import Callable, Iterator
from random import Random

from tests.checking.draft import Draft, Mutation

COMMUNES = [
    "An Khê",
    "Bình Sơn",
    "Cẩm Lĩnh",
    "Đồng Tâm",
    "Hòa Thuận",
    "Ia Rbol",
    "Kim Long",
    "Lộc Thủy",
    "Mỹ Đức",
    "Nậm Cắn",
    "Phú Xuân",
    "Quảng Thành",
    "Sơn Hà",
    "Tân Lập",
    "Vĩnh Hưng",
]
TOPICS = [
    "giao thông",
    "đất đai",
    "môi trường",
    "y tế",
    "giáo dục",
    "nông nghiệp",
    "điện",
    "nước sạch",
    "an ninh trật tự",
]
DISTRACTORS = [
    "Tại kỳ họp thứ 9, HĐND đã thông qua chương trình giám sát năm 2025 theo Tờ trình số 18/TTr-HĐND ngày"
    " 12/6/2024.",
    "Có khoảng 1.650 cử tri tham dự; trên 85% ý kiến được trả lời ngay tại hội nghị.",
    "Trong đó có nhiều nội dung được cử tri quan tâm như: 02 tuyến đường liên thôn, 03 cống thoát nước bị"
    " hư hỏng.",
    "Đã ban hành 45 văn bản các loại, trong đó có 12 kế hoạch và một số công văn chỉ đạo, điều hành.",
    "Thực hiện khoản 2 Điều 87 Luật Tổ chức chính quyền địa phương và Nghị quyết số 594/NQ-UBTVQH15 ngày"
    " 12/9/2022.",
    "Trong 06 tháng đầu năm 2024, các Tổ đại biểu số 1, số 3 và số 5 đã tổ chức giám sát tại 02 điểm trường.",
    "Đoàn giám sát đã làm việc với Ban Chỉ huy Quân sự, Công an xã và Trạm Y tế từ ngày 05/3/2024 đến"
    " ngày 20/3/2024.",
    "Giai đoạn 2021-2025, xã phấn đấu đạt 19/19 tiêu chí nông thôn mới trước ngày 31/12/2025.",
    "Một số tờ trình gửi chậm so với quy định, tài liệu chưa đến tay đại biểu trước 05 ngày làm việc.",
    "Số đại biểu là nữ 12 người, dân tộc thiểu số 15 người, tái cử 11 người, dưới 35 tuổi 08 người.",
]
Writer = Callable[[Draft], None]


def split(random: Random, total: int, pieces: int) -> list[int]:
    """Positive parts of a total, as many as asked."""
    cuts = sorted(random.sample(range(1, total), pieces - 1))
    return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]


def level_parenthesis(draft: Draft) -> None:
    unit = draft.random.choice(["nghị quyết", "nội dung", "cuộc giám sát", "phiên họp", "báo cáo"])
    total = draft.random.randint(12, 180)
    upper, lower = split(draft.random, total, 2)
    whole = draft.say(f"Trong năm, {draft.random.choice(['HĐND hai cấp', 'HĐND các cấp'])} đã có ").number(
        total
    )
    style = draft.random.choice(
        [("cấp huyện: ", "cấp xã: "), ("HĐND huyện ", "HĐND các xã, thị trấn "), ("tỉnh ", "xã ")]
    )
    tail = draft.random.choice(["", f" {unit}"])
    one = draft.say(f" {unit} ({style[0]}").number(upper)
    other = draft.say(f"{tail}{draft.random.choice(['; ', ', '])}{style[1]}").number(lower)
    draft.say(f"{tail}).").bind("parenthesis", "sum", whole, one, other)


def communes_footnote(draft: Draft) -> None:
    names = draft.random.sample(COMMUNES, draft.random.randint(3, 8))
    values = [draft.random.randint(1, 45) for _ in names]
    unit = draft.random.choice(["ý kiến", "kiến nghị", "phiên họp", "lượt công dân"])
    whole = draft.say("HĐND cấp xã tiếp nhận, tổ chức ").number(sum(values))
    draft.say(f" {unit}[footnoteRef:{len(draft.numbers)}], bảo đảm đúng quy định. [{len(draft.numbers)}: ")
    parts: list[int] = []
    colon = draft.random.choice([": ", " "])
    tail = draft.random.choice(["", f" {unit}"])
    for place, (name, value) in enumerate(zip(names, values, strict=True)):
        parts.append(draft.say(f"{'; ' if place else ''}xã {name}{colon}").number(value))
        draft.say(tail)
    draft.say(".]").bind("footnote", "sum", whole, *parts)


def fields_among(draft: Draft) -> None:
    topics = draft.random.sample(TOPICS, draft.random.randint(3, 6))
    values = [draft.random.randint(1, 60) for _ in topics]
    opening = draft.random.choice(["Qua tổng hợp có ", "Thường trực HĐND tổng hợp được ", "Tổng số "])
    whole = draft.say(opening).number(sum(values))
    marker = draft.random.choice(
        [", trong đó: ", ", bao gồm: ", ", cụ thể: ", ", gồm ", ". Trong đó: ", ". Cụ thể: "]
    )
    draft.say(f" kiến nghị của cử tri{marker}")
    parts: list[int] = []
    for place, (topic, value) in enumerate(zip(topics, values, strict=True)):
        parts.append(draft.say("; " if place else "").number(value))
        draft.say(f" kiến nghị về {topic}")
    draft.say(".").bind("among", "sum", whole, *parts)


def settled_and_open(draft: Draft) -> None:
    total = draft.random.randint(20, 240)
    done, being = split(draft.random, total, 2)
    whole = draft.say("Thường trực HĐND huyện đã chuyển ").number(total)
    first = draft.say(
        draft.random.choice(
            [
                " kiến nghị của cử tri đến UBND huyện. Đến nay đã giải quyết, trả lời xong ",
                " kiến nghị của cử tri, trong đó đã giải quyết ",
                " kiến nghị; trong đó có ",
            ]
        )
    ).number(done)
    second = draft.say(
        draft.random.choice([" kiến nghị đã giải quyết; ", " kiến nghị được giải quyết dứt điểm; "])
    )
    rest = second.say(draft.random.choice(["đang giải quyết ", "còn lại "])).number(being)
    draft.say(" kiến nghị.").bind("states", "sum", whole, first, rest)


def remaining(draft: Draft) -> None:
    total = draft.random.randint(15, 150)
    done, rest = split(draft.random, total, 2)
    whole = draft.say("Trong kỳ tiếp nhận ").number(total)
    first = draft.say(" đơn các loại, đã xử lý ").number(done)
    second = draft.say(f" đơn, {draft.random.choice(['còn lại', 'số còn lại'])} ").number(rest)
    draft.say(" đơn đang trong thời hạn giải quyết.").bind("remaining", "sum", whole, first, second)


def bodies_list(draft: Draft) -> None:
    bodies = ["HĐND", "Thường trực HĐND", "Các Ban HĐND", "Tổ đại biểu HĐND"]
    values = [draft.random.randint(1, 30) for _ in bodies]
    whole = draft.say("Các cơ quan của HĐND đã tổ chức giám sát ").number(sum(values))
    mark = draft.random.choice(["- ", "+ ", "* "])
    draft.say(f" chuyên đề, {draft.random.choice(['cụ thể', 'gồm', 'trong đó', 'cụ thể như sau'])}:\n")
    parts: list[int] = []
    for body, value in zip(bodies, values, strict=True):
        parts.append(draft.say(f"{mark}{body}: ").number(value))
        draft.say(" chuyên đề;\n" if body != bodies[-1] else " chuyên đề.")
    draft.bind("items", "sum", whole, *parts)


def standing_committee(draft: Draft) -> None:
    deputies, members = draft.random.randint(1, 3), draft.random.randint(2, 7)
    numbered = draft.random.random() < 0.5
    whole = draft.say("Thường trực HĐND có ").number(1 + deputies + members)
    noun = draft.random.choice(["người", "thành viên", "đồng chí"])
    draft.say(f" {noun}, gồm: ")
    head = [draft.number(1)] if numbered else []
    second = draft.say(f"{' ' if numbered else ''}Chủ tịch, ").number(deputies)
    third = draft.say(" Phó Chủ tịch và ").number(members)
    draft.say(" Ủy viên.").bind("persons", "sum", whole, *head, second, third)


def women_share(draft: Draft) -> None:
    total = draft.random.randint(22, 90)
    women = draft.random.randint(5, total - 3)
    opening = draft.random.choice(["Tổng số đại biểu HĐND xã là ", "HĐND xã có tổng số "])
    whole = draft.say(opening).number(total)
    part = draft.say(f" đại biểu, {draft.random.choice(['trong đó có ', 'trong đó '])}").number(women)
    share = draft.percent(women, total)
    draft.say(f" đại biểu nữ, chiếm {share}.").bind_share("share", part, whole, share)


def ratio_percent(draft: Draft) -> None:
    total = draft.random.randint(20, 140)
    done = draft.random.randint(5, total - 1)
    part = draft.say("Đến nay đã trả lời ").number(done)
    whole = draft.say("/").number(total)
    share = draft.percent(done, total)
    noun = draft.random.choice(["ý kiến, kiến nghị", "đơn", "chỉ tiêu"])
    draft.say(
        f" {noun}{draft.random.choice([', đạt {}', ' (đạt {})', ', chiếm tỷ lệ {}', ' ({})']).format(share)}."
    )
    draft.bind_share("ratio", part, whole, share)


def of_total(draft: Draft) -> None:
    total = draft.random.randint(30, 300)
    done = draft.random.randint(10, total - 5)
    whole = draft.say("Trong số ").number(total)
    part = draft.say(" kiến nghị của cử tri, UBND xã đã giải quyết ").number(done)
    share = draft.percent(done, total)
    draft.say(f" kiến nghị, {draft.random.choice(['đạt tỷ lệ', 'đạt', 'chiếm'])} {share}.")
    draft.bind_share("of-total", part, whole, share)


def classes(draft: Draft) -> None:
    total = draft.random.randint(9, 40)
    high, middle = split(draft.random, total, 2)
    whole = draft.say("Số người được lấy phiếu tín nhiệm là ").number(total)
    one = draft.say(" người. Kết quả: có ").number(high)
    draft.say(f"/{total} người có quá nửa số phiếu “tín nhiệm cao”; ")
    other = draft.number(middle)
    draft.say(f"/{total} người có quá nửa số phiếu “tín nhiệm” và “tín nhiệm cao”.").bind(
        "classes", "sum", whole, one, other
    )


def named_communes(draft: Draft) -> None:
    names = draft.random.sample(COMMUNES, draft.random.randint(2, 7))
    number = draft.say(draft.random.choice(["Đã giám sát tại ", "Chỉ có ", "Khảo sát thực tế tại "])).number(
        len(names)
    )
    listed = ", ".join(names[:-1]) + draft.random.choice([", ", " và "]) + names[-1]
    kind = draft.random.choice(["xã", "đơn vị", "phường"])
    draft.say(
        draft.random.choice([f" {kind} ({listed}).", f" {kind}: {listed}.", f" {kind}, gồm: {listed}."])
    )
    draft.bind("names", "count", number)


def enumerated(draft: Draft) -> None:
    items = draft.random.randint(2, 5)
    number = draft.say("Phiên giải trình tập trung vào ").number(items)
    listed = "; ".join(
        f"({place}) việc quản lý {draft.random.choice(TOPICS)}" for place in range(1, items + 1)
    )
    draft.say(f" nội dung: {listed}.").bind("enumerated", "count", number)


def fall(draft: Draft) -> None:
    was = draft.random.randint(12, 90)
    less = draft.random.randint(1, was - 2)
    before = draft.say("Số vụ vi phạm giảm từ ").number(was)
    after = draft.say(f" vụ xuống {draft.random.choice(['còn ', ''])}").number(was - less)
    by = draft.say(" vụ, giảm ").number(less)
    draft.say(" vụ.").bind("fall", "sum", before, after, by)


def rise(draft: Draft) -> None:
    was, more = draft.random.randint(5, 60), draft.random.randint(1, 25)
    now = draft.say("Trong kỳ đã tổ chức ").number(was + more)
    by = draft.say(" cuộc giám sát, tăng ").number(more)
    before = draft.say(" cuộc so với cùng kỳ năm trước (").number(was)
    draft.say(" cuộc).").bind("rise", "sum", now, by, before)


def table(draft: Draft) -> None:
    names = draft.random.sample(COMMUNES, draft.random.randint(3, 8))
    draft.say("| STT | Đơn vị | Số kiến nghị | Đã giải quyết |\n|---|---|---|---|\n")
    columns: list[list[int]] = [[], []]
    sums = [0, 0]
    for place, name in enumerate(names, start=1):
        draft.say(f"| {place} | {name} | ")
        for column in (0, 1):
            value = draft.random.randint(1, 60)
            sums[column] += value
            columns[column].append(draft.number(value))
            draft.say(" | " if not column else " |\n")
    draft.say("| | Tổng cộng | ")
    for column in (0, 1):
        columns[column].append(draft.number(sums[column]))
        draft.say(" | " if not column else " |")
        draft.bind("table", "sum", *columns[column])


def closing_total(draft: Draft) -> None:
    values = [draft.random.randint(2, 60) for _ in range(3)]
    parts: list[int] = []
    for place, (label, value) in enumerate(zip(("cấp tỉnh ", "cấp huyện ", "cấp xã "), values, strict=True)):
        parts.append(draft.say(f"{', ' if place else 'Kết quả, '}{label}").number(value))
        draft.say(" cuộc giám sát")
    whole = draft.say(", tổng cộng ").number(sum(values))
    draft.say(" cuộc giám sát.").bind("closing", "sum", whole, *parts)


def money(draft: Draft) -> None:
    values = [draft.random.randint(11, 90) for _ in range(3)]
    whole = draft.say("Tổng vốn phân bổ ").number(sum(values))
    one = draft.say(" tỷ đồng, trong đó: ngân sách trung ương ").number(values[0])
    two = draft.say(" tỷ đồng; ngân sách tỉnh ").number(values[1])
    three = draft.say(" tỷ đồng; ngân sách huyện ").number(values[2])
    draft.say(" tỷ đồng.").bind("money", "sum", whole, one, two, three)


def repeated_breakdown(draft: Draft) -> None:
    bodies = ["Thường trực HĐND", "Ban Pháp chế", "Ban Kinh tế - Xã hội"]
    values = [draft.random.randint(2, 20) for _ in bodies]
    firsts: list[int] = []
    seconds: list[int] = []
    for opening, found in (("Trong năm đã tổ chức ", firsts), ("Nhìn chung, với ", seconds)):
        found.append(draft.say(opening).number(sum(values)))
        draft.say(" cuộc khảo sát (")
        for place, (body, value) in enumerate(zip(bodies, values, strict=True)):
            found.append(draft.say(f"{'; ' if place else ''}{body}: ").number(value))
        draft.say("), công tác giám sát được tăng cường.\n")
        draft.bind("repeated", "sum", *found)


WRITERS: tuple[Writer, ...] = (
    level_parenthesis,
    communes_footnote,
    fields_among,
    settled_and_open,
    remaining,
    bodies_list,
    standing_committee,
    women_share,
    ratio_percent,
    of_total,
    classes,
    named_communes,
    enumerated,
    fall,
    rise,
    table,
    closing_total,
    money,
    repeated_breakdown,
)
SECTIONS = ("I. KẾT QUẢ HOẠT ĐỘNG CỦA HĐND", "II. ĐÁNH GIÁ CHUNG", "III. PHƯƠNG HƯỚNG, NHIỆM VỤ")


def report(seed: int, paragraphs: int = 18) -> Draft:
    """A correct report with as many paragraphs, in an order of its own."""
    random = Random(seed)
    draft = Draft(random)
    draft.say("BÁO CÁO\nKết quả hoạt động của HĐND 6 tháng đầu năm 2024\n\n")
    writers = random.sample(WRITERS, min(paragraphs, len(WRITERS)))
    for place, writer in enumerate(writers):
        if place * len(SECTIONS) % len(writers) < len(SECTIONS):
            draft.say(f"{SECTIONS[place * len(SECTIONS) // len(writers)]}\n")
        if random.random() < 0.35:
            draft.say(f"{random.choice(DISTRACTORS)}\n")
        writer(draft)
        draft.say("\n")
    return draft


def mutations(seeds: range, paragraphs: int = 18) -> Iterator[Mutation]:
    """Reports with one changed number each, one for every relation of every report."""
    for seed in seeds:
        yield from report(seed, paragraphs).mutations(Random(-seed - 1))
