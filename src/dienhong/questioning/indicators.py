"""What the registers of questioning feed."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
