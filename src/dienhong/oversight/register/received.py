"""The register of delegations received from above."""

from dienhong.oversight.models import OversightReceived
from dienhong.registers.declaration import CalendarEntry, Column, Group, Register, Sheet

received = Register(
    code="oversight_received",
    model=OversightReceived,
    path="don-doan-giam-sat",
    prefix="DG",
    title="Đón Đoàn cấp trên",
    one="Đoàn giám sát cấp trên",
    group="Giám sát",
    purpose="Các Đoàn giám sát, khảo sát của Quốc hội, HĐND cấp trên đến làm việc: nội dung, ngày, nơi, ai tiếp.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("sender", phone="meta"),
        Column("form"),
        Column("held_on", sortable=True, phone="meta"),
        Column("place"),
    ),
    filters=("from_level", "form", "field"),
    form=(
        Group("Đoàn giám sát", ("from_level", "sender", "form", "topic", "field")),
        Group("Làm việc tại địa phương", ("held_on", "to_on", "place", "received_by")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    sheet=Sheet(
        name="Đón Đoàn giám sát",
        columns=(
            *("from_level", "sender", "form", "topic", "field"),
            *("held_on", "to_on", "place", "received_by", "note"),
        ),
        key=("sender", "topic", "held_on"),
        example={
            "from_level": "HĐND cấp tỉnh",
            "sender": "Ban Văn hóa - Xã hội HĐND tỉnh",
            "topic": "Việc thực hiện chính sách đối với trường bán trú",
            "held_on": "12/4/2023",
            "place": "Trụ sở UBND xã",
        },
    ),
    calendar=CalendarEntry(starts="held_on", ends="held_on"),
    related=("field",),
)
