"""What the registers of resolutions feed."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
