"""What the registers of confidence feed."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
