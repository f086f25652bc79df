"""Series of numbers that official documents and records take theirs from."""

from django.db import models


class NumberSeries(models.Model):
    """The last number given in one series of one council and year, e.g. 04 of 2023 in "TB-TTHĐND".

    Decree 30/2020/NĐ-CP, art. 15: a series runs from 1 January to 31 December and begins again at 1.
    """

    council_id = models.BigIntegerField()
    series = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "dãy số"
        constraints = [
            models.UniqueConstraint(fields=["council_id", "series", "year"], name="documents_one_series")
        ]

    def __str__(self) -> str:
        return f"{self.series} năm {self.year}: đã đến số {self.last}"
