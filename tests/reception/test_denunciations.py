"""Denunciations: for named handlers only, sealed at rest, every reading told, their words nowhere else."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from dienhong.accounts.models import User
from dienhong.accounts.sealing import unseal
from dienhong.audit.models import Entry
from dienhong.followup.models import Undertaking
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.reception.actions.denunciations import (
    change_denunciation,
    make_secret,
    read_denunciation,
    record_denunciation,
)
from dienhong.reception.actions.handlers import end_handler, name_handler
from dienhong.reception.actions.letters import say_same
from dienhong.reception.deadlines import facts_of_letter
from dienhong.reception.indicators import indicators
from dienhong.reception.models import Letter
from dienhong.reception.queries import likely_same
from dienhong.reception.register import letters
from dienhong.registers import actions as records
from dienhong.registers.listing import Listing
from dienhong.registers.spreadsheet import spreadsheet_of
from dienhong.vietnamese.text import fold
from dienhong.workbook.exporting import export

from ..factories import NOW, make_body, make_user
from .factories import (
    RECEIVED,
    SECRET,
    handlers_of,
    make_denunciation,
    make_handler,
    make_letter,
    take,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def handler(commune: Council) -> User:
    return make_handler(commune)


@pytest.fixture
def letter(commune: Council, handler: User) -> Letter:
    return make_denunciation(commune, handler)


def everything_stored() -> str:
    """Every value of every table, as the database holds it."""
    told = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            told += [str(value) for row in cursor.fetchall() for value in row]
    return "\n".join(told)


def secrets_in(text: str) -> list[str]:
    """What of the sender or the content can be read there, as it was written or folded."""
    folded = fold(text)
    return [word for word in SECRET.values() if word in text or fold(word) in folded]


def test_its_handler_reads_it_and_every_reading_is_told(letter: Letter, handler: User) -> None:
    assert read_denunciation(letter, by=handler, at=NOW) == {**SECRET, "field": "budget"}
    read_denunciation(letter, by=handler, at=NOW)
    verbs = [(entry.verb, entry.actor_id) for entry in Entry.objects.of_record(letter)]
    assert verbs == [("Ghi đơn tố cáo", handler.pk), *[("Đọc đơn tố cáo", handler.pk)] * 2]


def test_who_is_not_named_neither_reads_nor_writes_it(
    letter: Letter, commune: Council, clerk: User, district_clerk: User
) -> None:
    leader = make_user("thuong.truc", Role.LEADER, commune)
    for user in (clerk, leader, district_clerk, User.objects.operator()):
        with pytest.raises(NotAllowed, match="giao xử lý"):
            read_denunciation(letter, by=user, at=NOW)
        with pytest.raises(NotAllowed):
            change_denunciation(letter, values={}, said=SECRET, expected_version=1, by=user, at=NOW)
        with pytest.raises(NotAllowed):
            record_denunciation(commune, values={"received_on": RECEIVED}, said=SECRET, by=user, at=NOW)
        with pytest.raises(NotAllowed):
            take(letter, "accept", user)


def test_a_handler_elsewhere_is_nobody_here(letter: Letter, sister: Council) -> None:
    with pytest.raises(NotAllowed):
        read_denunciation(letter, by=make_handler(sister, "ben.kia"), at=NOW)


def test_nothing_of_it_stands_in_any_table(letter: Letter, handler: User, commune: Council) -> None:
    body = make_body(commune, "executive", "UBND xã Mẫu")
    said = {**SECRET, "matter": SECRET["matter"] + " và đất"}
    change_denunciation(
        letter, values={"competence": "own"}, said=said, expected_version=1, by=handler, at=NOW
    )
    take(letter, "accept", handler)
    take(letter, "pass-on", handler, passed_to=body, slip_number="1/PC", report_due_on=date(2023, 12, 8))
    take(letter, "settle", handler, outcome=SECRET["sender"])
    read_denunciation(letter, by=handler, at=NOW)
    records.cancel(letters, letter, reason="Ghi nhầm", expected_version=letter.version, by=handler, at=NOW)
    assert secrets_in(everything_stored()) == []
    assert unseal(letter.sealed)["outcome"] == SECRET["sender"]
    assert "đơn tố cáo DTH-2023-001 theo phiếu chuyển 1/PC" in Undertaking.objects.get().text


def test_nothing_of_it_stands_in_the_file(letter: Letter, tmp_path: Any) -> None:
    """The bytes of a copy of the database, as a backup would take it."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps no single file; its tables are looked through above")
    connection.ensure_connection()
    raw = connection.connection.serialize()
    found = [word for word in SECRET.values() if word.encode() in raw or fold(word).encode() in raw]
    assert b"DTH-2023-001" in raw and found == []


def test_search_list_and_file_show_a_masked_row(letter: Letter, commune: Council, clerk: User) -> None:
    make_letter(commune, clerk)
    listing = Listing(letters, commune, clerk, {})
    assert listing.total == 2
    (masked,) = [record for record in listing.rows if listing.sight.is_masked(record)]
    shown = {c.name: listing.sight.said(masked, c.name) for c in letters.columns}
    assert {name for name, value in shown.items() if value} == {"kind", "received_on", "competence", "status"}
    assert Listing(letters, commune, clerk, {"tim": "bi an"}).total == 0
    assert Listing(letters, commune, clerk, {"tim": letter.code}).total == 0
    workbook = spreadsheet_of(listing)
    assert secrets_in(_cells(workbook)) == [] and "Mật" in _cells(workbook)


def _cells(workbook: bytes) -> str:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(workbook))
    return "\n".join(
        str(cell)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    )


def test_no_yearly_workbook_carries_it_not_even_the_handlers(
    letter: Letter, commune: Council, handler: User
) -> None:
    assert letter.code not in _cells(export(commune, 2023, handler))


def test_it_counts_for_everybody(letter: Letter, commune: Council, clerk: User, district_clerk: User) -> None:
    for user in (clerk, district_clerk):
        figure = evaluate(indicators, Scope([commune], Period.year(2023), user))["letters.received"]
        assert (figure.total, figure.by["kind"]["denunciation"]) == (1, 1)


def test_it_is_due_by_the_law_on_denunciations(letter: Letter, handler: User) -> None:
    assert [fact.value for fact in facts_of_letter(letter)] == ["15/11/2023"]
    take(letter, "accept", handler)
    assert [fact.value for fact in facts_of_letter(letter)] == ["15/11/2023", "08/12/2023"]
    other = Letter(
        council=letter.council, kind="denunciation", competence="other_agency", received_on=RECEIVED
    )
    assert [fact.value for fact in facts_of_letter(other)] == ["13/11/2023"]


def test_the_common_form_neither_takes_it_nor_makes_it_another_letter(
    letter: Letter, handler: User, commune: Council
) -> None:
    with pytest.raises(Refused, match="biểu mẫu riêng"):
        make_letter(commune, handler, kind="denunciation")
    for values in ({"matter": "Nội dung lộ ra"}, {"kind": "petition"}):
        with pytest.raises(Refused, match="biểu mẫu riêng"):
            records.change(letters, letter, values=values, expected_version=1, by=handler, at=NOW)
    with pytest.raises(Refused, match="nút “Ghi đơn tố cáo”"):
        records.change(letters, letter, values={"competence": "own"}, expected_version=1, by=handler, at=NOW)
    plain = make_letter(commune, handler)
    with pytest.raises(Refused, match="biểu mẫu riêng"):
        records.change(
            letters, plain, values={"kind": "denunciation"}, expected_version=1, by=handler, at=NOW
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(matter="Nội dung lộ ra")


def test_it_must_say_something_and_stays_what_it_is(letter: Letter, handler: User, commune: Council) -> None:
    given: dict[str, Any] = {"by": handler, "at": NOW}
    with pytest.raises(Refused, match="tóm tắt nội dung"):
        record_denunciation(commune, values={"received_on": RECEIVED}, said={"matter": " "}, **given)
    with pytest.raises(Refused, match="Chưa đến ngày"):
        record_denunciation(commune, values={"received_on": date(2024, 1, 1)}, said=SECRET, **given)
    with pytest.raises(Refused, match="tóm tắt nội dung"):
        change_denunciation(letter, values={}, said={"matter": ""}, expected_version=1, **given)
    plain = make_letter(commune, handler)
    with pytest.raises(Refused, match="không áp dụng"):
        read_denunciation(plain, **given)
    with pytest.raises(Refused, match="không áp dụng"):
        change_denunciation(plain, values={}, said=SECRET, expected_version=1, **given)
    with pytest.raises(Refused, match="không áp dụng"):
        say_same(plain, letter, same=True, **given)
    assert likely_same(letter, handler) == []


def test_a_change_keeps_what_came_of_it(letter: Letter, handler: User) -> None:
    take(letter, "settle", handler, outcome="Đã kết luận")
    said = {"matter": "Khác", "sender": ""}
    change_denunciation(letter, values={}, said=said, expected_version=letter.version, by=handler, at=NOW)
    assert unseal(letter.sealed) == {"matter": "Khác", "outcome": "Đã kết luận"}


def test_a_letter_that_turns_out_to_be_one_is_sealed(commune: Council, clerk: User, handler: User) -> None:
    plain = make_letter(commune, clerk, **SECRET)
    assert secrets_in(everything_stored())
    make_secret(letters, plain, expected_version=1, by=clerk, at=NOW)
    assert secrets_in(everything_stored()) == []
    said = read_denunciation(plain, by=handler, at=NOW)
    assert said == {**SECRET, "field": "land"}
    with pytest.raises(NotAllowed):
        read_denunciation(plain, by=clerk, at=NOW)
    with pytest.raises(Refused, match="không áp dụng"):
        make_secret(letters, plain, expected_version=2, by=handler, at=NOW)


def test_what_others_already_follow_cannot_be_made_secret(commune: Council, clerk: User) -> None:
    body = make_body(commune, "executive", "UBND xã Mẫu")
    plain = make_letter(commune, clerk)
    take(plain, "pass-on", clerk, passed_to=body, report_due_on=date(2023, 12, 8))
    with pytest.raises(Refused, match="đã có ở nơi khác"):
        make_secret(letters, plain, expected_version=plain.version, by=clerk, at=NOW)


def test_leaders_name_handlers_and_take_it_back(commune: Council, sister_clerk: User, clerk: User) -> None:
    leader = make_user("thuong.truc", Role.LEADER, commune)
    given: dict[str, Any] = {"from_on": date(2023, 1, 1), "at": NOW}
    with pytest.raises(NotAllowed, match="Thường trực HĐND"):
        name_handler(commune, user=clerk, by=clerk, **given)
    with pytest.raises(Refused, match="chuyên viên Văn phòng"):
        name_handler(commune, user=sister_clerk, by=leader, **given)
    name_handler(commune, user=clerk, by=leader, **given)
    with pytest.raises(Refused, match="đang được giao"):
        name_handler(commune, user=clerk, by=leader, **given)
    letter = make_denunciation(commune, clerk)
    (named,) = handlers_of(commune)
    with pytest.raises(NotAllowed):
        end_handler(named, ended_on=date(2023, 11, 20), expected_version=1, by=clerk, at=NOW)
    end_handler(named, ended_on=date(2023, 11, 20), expected_version=1, by=leader, at=NOW)
    with pytest.raises(NotAllowed):
        read_denunciation(letter, by=clerk, at=NOW)
