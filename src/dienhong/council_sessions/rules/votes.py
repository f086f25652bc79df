"""What a count must be before it has a result; pure. Which majority it takes: ``majority``."""

from __future__ import annotations

from dienhong.kernel.errors import RuleViolation


def vote_is_open(is_open: bool) -> RuleViolation | None:
    """A result stands until the vote is opened again, with a reason."""
    if is_open:
        return None
    return RuleViolation("vote.closed", "Lần biểu quyết này đã có kết quả; muốn sửa thì mở lại và ghi lý do.")


def closed_stays(was_closed: bool, is_closed: bool, changed: bool) -> RuleViolation | None:
    """What was voted on, how and when does not change under a result."""
    if was_closed and is_closed and changed:
        return vote_is_open(is_open=False)
    return None


def of_that_method(method: str, by_name: bool) -> RuleViolation | None:
    """Names belong to a vote by name only: of a secret vote nobody may write down who chose what."""
    if (method == "by_name") == by_name:
        return None
    wanted = "ghi theo từng đại biểu" if method == "by_name" else "chỉ ghi tổng số, không ghi theo người"
    return RuleViolation("vote.method", f"Hình thức biểu quyết này {wanted}.", "method")


def has_delegates(entitled: int) -> RuleViolation | None:
    if entitled:
        return None
    sentence = "Chưa ghi đại biểu nào của ngày này nên không xác định được kết quả."
    return RuleViolation("vote.no_delegates", sentence)


def somebody_present(present: int) -> RuleViolation | None:
    if present:
        return None
    return RuleViolation("vote.nobody", "Không có đại biểu nào có mặt thì không biểu quyết.", "present")


def not_more_than_entitled(present: int, entitled: int) -> RuleViolation | None:
    if present <= entitled:
        return None
    sentence = f"Số có mặt ({present}) lớn hơn tổng số đại biểu của ngày này ({entitled})."
    return RuleViolation("vote.too_many_present", sentence, "present")


def tally_within(cast: int, present: int) -> RuleViolation | None:
    """No more votes than delegates present."""
    if cast <= present:
        return None
    sentence = f"Tổng số ý kiến ({cast}) lớn hơn số đại biểu có mặt ({present})."
    return RuleViolation("vote.too_many", sentence, "in_favour")


def ballots_add_up(
    *, present: int, issued: int, collected: int, valid: int, invalid: int, cast: int
) -> RuleViolation | None:
    """Issued to those present, collected of the issued, valid and invalid of the collected, counted of the valid."""
    if issued > present:
        return _wrong("phát ra", issued, "số đại biểu có mặt", present, "issued")
    if collected > issued:
        return _wrong("thu về", collected, "số phiếu phát ra", issued, "collected")
    if valid + invalid != collected:
        sentence = (
            f"Phiếu hợp lệ và không hợp lệ ({valid} + {invalid}) phải bằng số phiếu thu về ({collected})."
        )
        return RuleViolation("vote.collected", sentence, "valid")
    if cast != valid:
        sentence = f"Các ý kiến trên phiếu ({cast}) phải bằng số phiếu hợp lệ ({valid})."
        return RuleViolation("vote.valid", sentence, "in_favour")
    return None


def _wrong(what: str, number: int, than: str, limit: int, field: str) -> RuleViolation:
    return RuleViolation(f"vote.{field}", f"Số phiếu {what} ({number}) lớn hơn {than} ({limit}).", field)


def counted(count: int | None, field: str) -> RuleViolation | None:
    """A result needs to know who was there and who was in favour."""
    if count is not None:
        return None
    return RuleViolation("vote.not_counted", "Đã ghi kết quả kiểm thì phải ghi số này.", field)
