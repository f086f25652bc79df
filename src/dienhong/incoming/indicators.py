"""Reports that came in feed no figure: what they tell is the sender's to record."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
