"""What the registers of oversight feed."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
