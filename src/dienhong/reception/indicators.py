"""What the registers of reception feed."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
