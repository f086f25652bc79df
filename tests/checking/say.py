"""Short questions that the tests ask of the engine."""

from dienhong.checking import Finding, check


def errors(text: str) -> list[str]:
    """Codes of the errors of a text, in reading order."""
    return [finding.code for finding in check(text).errors]


def findings(text: str, code: str) -> list[Finding]:
    return [finding for finding in check(text).findings if finding.code == code]


def formulas(text: str, code: str = "sum") -> list[str]:
    """What was recognised and holds."""
    return [one.formula for one in check(text).checked if one.code == code and one.holds]
