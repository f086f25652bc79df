"""A report that is not stored: begun and printed in one go, for commands and measurements."""

from __future__ import annotations

from datetime import date

from dienhong.accounts.models import User
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.reports.addresses import Nowhere
from dienhong.reports.composing import Composer, begin, subject_of
from dienhong.reports.coverage import Coverage
from dienhong.reports.figures import Figures
from dienhong.reports.kinds import Kind
from dienhong.reports.paper import Head, Paper, paper_of
from dienhong.reports.queries import own_template


def drafted_paper(kind: Kind, council: Council, period: Period, as_of: date | None, user: User) -> Paper:
    """The report as it would be begun today, from the council's own template where it has one. Raises Refused."""
    own = own_template(council, kind)
    figures = Figures(Coverage.of(council, period, as_of, user))
    sections = begin(kind, figures, own.text if own else "")
    composed = Composer(figures.coverage, Nowhere(), figures).compose(sections)
    head = Head(subject_of(kind, figures), period.label, period.until.year)
    return paper_of(kind, head, composed, figures, user)
