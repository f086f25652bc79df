import pickle

import pytest

from dienhong.kernel.errors import Changed, DomainError, NotAllowed, Refused, RuleViolation, Unreadable

LATE = RuleViolation("paper.late", "Tài liệu gửi muộn 2 ngày.", "received_on")
EMPTY = RuleViolation("paper.empty", "Chưa có tệp đính kèm.")


def test_a_refusal_carries_all_violations_and_reads_as_their_sentences() -> None:
    refused = Refused([LATE, EMPTY])
    assert refused.violations == (LATE, EMPTY)
    assert str(refused) == refused.sentence == "Tài liệu gửi muộn 2 ngày. Chưa có tệp đính kèm."


def test_a_refusal_without_violation_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Refused([])


def test_if_any_passes_over_rules_that_hold() -> None:
    Refused.if_any([None, None])
    with pytest.raises(Refused) as caught:
        Refused.if_any([None, LATE, None, EMPTY])
    assert caught.value.violations == (LATE, EMPTY)


def test_because_is_one_reason() -> None:
    assert Refused.because("paper.empty", "Chưa có tệp đính kèm.").violations == (EMPTY,)


@pytest.mark.parametrize(
    "error", [NotAllowed("Không được phép."), Changed("Đã có người sửa."), Unreadable("Hỏng.")]
)
def test_every_error_is_one_of_the_domain_and_has_a_sentence(error: DomainError) -> None:
    assert isinstance(error, DomainError)
    assert str(error) == error.sentence


def test_errors_survive_a_change_of_process() -> None:
    assert pickle.loads(pickle.dumps(Refused([LATE]))).violations == (LATE,)
    assert pickle.loads(pickle.dumps(Changed("Đã có người sửa."))).sentence == "Đã có người sửa."
