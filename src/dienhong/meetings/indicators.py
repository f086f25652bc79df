"""What the registers of meetings feed."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
