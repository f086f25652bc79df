"""What the registers of activities feed."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
