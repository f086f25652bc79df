"""Real reports: what holds in them is recognised, what is wrong is told, and any changed number is named."""

from random import Random

import pytest

from dienhong.checking import Result, check, read_file
from dienhong.checking.reading import Reading
from dienhong.checking.relations.item_lists import list_sums
from dienhong.checking.relations.repeats import repeats
from dienhong.checking.relations.states import states
from dienhong.checking.relations.sums import sums
from dienhong.vietnamese.text import repaired
from tests.checking.measure import names
from tests.shared_files import SHARED

pytestmark = pytest.mark.skipif(SHARED is None, reason="the shared files are not here")
FIGURES = ("sum", "percent", "ratio", "count", "repeat")


def seed(number: str) -> str:
    assert SHARED
    (path,) = (SHARED / "seeds").glob(f"{number}_*.txt")
    return read_file(path).text


def told(result: Result, code: str) -> list[str]:
    return [finding.message for finding in result.findings if finding.code == code]


def test_the_yearly_report_holds() -> None:
    result = check(seed("000"))
    assert sum(one.code in FIGURES and one.holds for one in result.checked) >= 15
    assert all(one.holds for one in result.checked if one.code in FIGURES)
    assert result.errors == ()
    assert result.characters == 25111


def test_what_is_wrong_in_the_yearly_report_is_told() -> None:
    result = check(seed("000"))
    assert len(told(result, "heading")) == 1
    assert "thiếu mục III" in told(result, "heading")[0]
    assert len(told(result, "encoding")) == 1


@pytest.mark.parametrize("number", ["002", "003"])
def test_no_false_error(number: str) -> None:
    assert check(seed(number)).errors == ()


def test_broken_numbering_is_told() -> None:
    assert told(check(seed("003")), "heading")
    assert told(check(seed("002")), "heading") == []


def test_any_changed_number_of_a_sum_is_named_and_nothing_else() -> None:
    text = repaired(seed("000")).text
    reading, random = Reading(text), Random(7)
    found = [*sums(reading), *list_sums(reading), *states(reading)]
    found += repeats(reading, [relation.breakdown for relation in found if relation.breakdown])
    places = sorted({place for relation in found if relation.code == "sum" for place in relation.places})
    assert len(places) >= 50
    for start, end in places:
        shown = text[start:end].split("/")[0]
        changed = f"{int(shown) + random.choice([1, 2, 3]):0{len(shown)}d}"
        errors = check(text[:start] + changed + text[start + len(shown) :]).errors
        assert errors, (shown, changed, text[start - 40 : end + 40])
        assert all(names(error.message, changed) for error in errors), [error.message for error in errors]
