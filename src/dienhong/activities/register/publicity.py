"""The registers of broadcasts and of commendations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.activities import rules
from dienhong.activities.models import Award, Broadcast
from dienhong.kernel.errors import RuleViolation
from dienhong.registers.declaration import Column, Group, Register, Sheet

broadcasts = Register(
    code="broadcasts",
    model=Broadcast,
    path="phat-thanh-truyen-hinh",
    prefix="PT",
    title="Báo, đài",
    one="chương trình, bài",
    group="Hoạt động khác",
    purpose="Chương trình phát thanh, truyền hình, chuyên mục, bài báo về hoạt động của HĐND.",
    columns=(
        Column("title", phone="title"),
        Column("kind"),
        Column("outlet", phone="meta"),
        Column("aired_on", sortable=True, phone="meta"),
    ),
    filters=("kind",),
    form=(Group("Chương trình, bài", ("kind", "title", "outlet", "aired_on", "content")),),
    sheet=Sheet(
        name="Báo, đài",
        columns=("kind", "title", "outlet", "aired_on", "content"),
        key=("title", "aired_on"),
        example={
            "kind": "phát thanh",
            "title": "Hội đồng nhân dân với cử tri",
            "outlet": "Trung tâm Văn hóa - Thể thao - Du lịch và Truyền thông huyện",
            "aired_on": "21/7/2023",
            "content": "Kết quả kỳ họp thứ 7 của HĐND xã",
        },
    ),
)


def check_award(award: Award, today: date) -> Iterable[RuleViolation | None]:
    yield rules.in_the_past("Ngày quyết định", "decided_on", award.decided_on, today)


awards = Register(
    code="awards",
    model=Award,
    path="khen-thuong",
    prefix="TD",
    title="Khen thưởng",
    one="khen thưởng",
    group="Hoạt động khác",
    purpose="Danh hiệu thi đua, hình thức khen thưởng của tập thể, cá nhân trong hoạt động HĐND.",
    columns=(
        Column("title", "khen thưởng", phone="title"),
        Column("kind"),
        Column("issuer", phone="meta"),
        Column("decided_on", sortable=True, phone="meta"),
    ),
    filters=("kind",),
    form=(
        Group("Khen thưởng", ("award", "kind", "recipient", "achievement")),
        Group("Quyết định", ("issuer", "decision_number", "decided_on")),
    ),
    check=check_award,
    sheet=Sheet(
        name="Khen thưởng",
        columns=("award", "kind", "recipient", "achievement", "issuer", "decision_number", "decided_on"),
        key=("award", "recipient", "decided_on"),
        example={
            "award": "Giấy khen",
            "kind": "tập thể",
            "recipient": "Thường trực HĐND xã",
            "achievement": "Hoàn thành tốt nhiệm vụ năm 2022",
            "issuer": "Chủ tịch UBND huyện",
            "decision_number": "15/QĐ-UBND",
            "decided_on": "10/01/2023",
        },
    ),
)
