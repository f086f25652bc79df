"""How oversight is divided, for lists and figures alike."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from dienhong.oversight.states import CARRIED_OUT, REVIEWS, TOPICS, OversightForm
from dienhong.registers.declaration import Division

GROUPS = {
    "topic": "giám sát, khảo sát chuyên đề",
    "regular": "giám sát thường xuyên",
    "renewed": "giám sát lại",
    "review": "xem xét báo cáo, văn bản",
}
_FORMS = {
    "topic": TOPICS,
    "regular": (OversightForm.REGULAR,),
    "renewed": (OversightForm.RENEWED,),
    "review": REVIEWS,
}


def _group(part: str, day: date) -> Q:
    return Q(form__in=_FORMS[part])


group = Division("nhom", "Nhóm", GROUPS, _group)
"""What reports count together."""


def _carried(part: str, day: date) -> Q:
    done = Q(status__in=CARRIED_OUT)
    return done if part == "yes" else ~done


carried = Division(
    "tien-hanh", "Tiến hành", {"yes": "đã, đang tiến hành", "no": "chưa, không tiến hành"}, _carried
)

topic_form = Division(
    "form", "Hình thức", {form.value: str(form.label) for form in TOPICS}, lambda part, day: Q(form=part)
)
"""The breakdown of topics: of all forms only these two are any."""
