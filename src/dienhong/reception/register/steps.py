"""The steps of a letter as deeds, drawn from the table: each asks for its day and whatever else it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from dienhong.kernel.workflow import Transition
from dienhong.reception.actions.denunciations import make_secret
from dienhong.reception.actions.letters import handle
from dienhong.reception.models import Letter
from dienhong.reception.states import WORKFLOW
from dienhong.registers.declaration import Deed


class Asked(NamedTuple):
    """What a step asks for beside its reason, and what it will do in words."""

    effect: str
    fields: tuple[str, ...] = ("handled_on",)
    optional: tuple[str, ...] = ()
    rare: bool = False


ASKED = {
    "accept": Asked("Đơn được thụ lý; thời hạn giải quyết tính từ ngày thụ lý."),
    "pass-on": Asked(
        "Đơn được chuyển đến cơ quan có thẩm quyền. Nếu ghi hạn báo kết quả, cơ quan ấy có việc phải theo dõi.",
        optional=("passed_to", "passed_to_name", "slip_number", "report_due_on"),
    ),
    "guide": Asked("Người gửi được hướng dẫn đến nơi có thẩm quyền.", ("handled_on", "outcome"), rare=True),
    "give-back": Asked("Đơn được trả lại người gửi, có nêu lý do.", ("handled_on", "outcome"), rare=True),
    "file": Asked("Đơn được lưu, không xử lý tiếp.", ("handled_on", "filing_ground"), rare=True),
    "withdraw": Asked("Người gửi đã rút đơn; việc xử lý dừng lại.", optional=("outcome",), rare=True),
    "settle": Asked("Đơn đã được giải quyết, có kết quả trả lời.", ("handled_on", "outcome")),
    "reopen": Asked("Đơn trở lại như mới nhận để xử lý tiếp.", (), rare=True),
}


def deeds() -> Iterator[Deed]:
    for transition in WORKFLOW.transitions:
        asked = ASKED[transition.name]
        yield Deed(
            name=transition.name,
            label=transition.label,
            effect=asked.effect,
            do=partial(handle, step=transition.name),
            offered=_offered(transition),
            fields=asked.fields,
            optional=asked.optional,
            needs_reason=transition.needs_reason,
            rare=asked.rare,
        )
    yield Deed(
        name="mat",
        label="Xác định là đơn tố cáo",
        effect=(
            "Nội dung và người gửi được mã hóa; từ nay chỉ người được giao xử lý đơn tố cáo đọc được. "
            "Không chuyển ngược lại được."
        ),
        do=make_secret,
        offered=lambda letter, today: not letter.is_denunciation,
        rare=True,
    )


def _offered(transition: Transition) -> Callable[[Letter, date], bool]:
    def offered(letter: Letter, today: date) -> bool:
        return letter.status in transition.sources

    return offered
