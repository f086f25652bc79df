"""The pipeline: repair, structure, figures, relations, findings. Text in, findings out."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from dienhong.checking.document import Document
from dienhong.checking.findings import SEVERITIES, Checked, Finding, Relation, Result
from dienhong.checking.legacy import as_unicode, is_tcvn3
from dienhong.checking.reading import Reading
from dienhong.checking.relations.changes import changes
from dienhong.checking.relations.counts import counts
from dienhong.checking.relations.dates import dates
from dienhong.checking.relations.encodings import encodings
from dienhong.checking.relations.headings import headings
from dienhong.checking.relations.item_lists import list_sums
from dienhong.checking.relations.references import references
from dienhong.checking.relations.repeats import repeats
from dienhong.checking.relations.sequences import sequences
from dienhong.checking.relations.shares import shares
from dienhong.checking.relations.states import states
from dienhong.checking.relations.sums import greater_parts, sums
from dienhong.checking.relations.tables import tables
from dienhong.vietnamese.text import Repaired, repaired

RELATIONS: tuple[Callable[[Reading], Iterable[Relation]], ...] = (
    sums,
    greater_parts,
    list_sums,
    states,
    tables,
    shares,
    changes,
    counts,
    dates,
    headings,
    sequences,
    references,
)
AROUND = 60
LONGEST_EXCERPT = 240


def check(document: Document | str, file: str = "") -> Result:
    """Every relation of a text and the findings of those that do not hold; never raises for any text."""
    original = document if isinstance(document, str) else document.text
    text = repaired(as_unicode(original) if is_tcvn3(original) else original)
    reading = Reading(text.text)
    relations = _relations(reading)
    findings = [_placed(relation, text) for relation in relations if not relation.holds]
    findings += [_finding(relation, original) for relation in encodings(original, text)]
    checked = tuple(_checked(relation, text) for relation in relations)
    figures = sum(len(view.figures) for view in reading.views if view.at < 0 or view.parent)
    return Result(file, len(original), figures, tuple(findings), checked)


def _relations(reading: Reading) -> list[Relation]:
    found = [relation for find in RELATIONS for relation in find(reading)]
    breakdowns = [relation.breakdown for relation in _once(found) if relation.breakdown]
    return _once([*found, *repeats(reading, breakdowns)])


def _once(relations: Iterable[Relation]) -> list[Relation]:
    """Each relation once, in reading order: two constructions may meet the same figures."""
    found: dict[tuple[object, ...], Relation] = {}
    for relation in relations:
        key = (relation.code, relation.places or (relation.start, relation.end, relation.message))
        if key not in found or relation.holds:
            found[key] = relation
    return sorted(found.values(), key=lambda relation: (relation.start, relation.code))


def _placed(relation: Relation, text: Repaired) -> Finding:
    """The finding of a relation of the repaired text, with offsets in the text that was read."""
    start, end = text.original(relation.start), text.original(relation.end)
    return replace(_finding(relation, text.text), start=start, end=end)


def _finding(relation: Relation, text: str) -> Finding:
    severity = relation.severity or SEVERITIES[relation.code]
    excerpt = _excerpt(text, relation.start, relation.end)
    return Finding(
        relation.code,
        severity,
        relation.message,
        excerpt,
        relation.start,
        relation.end,
        relation.stated,
        relation.computed,
    )


def _excerpt(text: str, start: int, end: int) -> str:
    """The place with some words around it, on one line."""
    begin, close = max(0, start - AROUND), min(len(text), max(end, start) + AROUND)
    begin = text.find(" ", begin, start) + 1 if begin else 0
    return " ".join(text[begin : max(close, begin)].split())[:LONGEST_EXCERPT]


def _checked(relation: Relation, text: Repaired) -> Checked:
    start, end = text.original(relation.start), text.original(relation.end)
    return Checked(relation.code, relation.holds, relation.formula, start, end)
