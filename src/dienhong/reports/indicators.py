"""Reports feed no figures: they are made of them."""

from dienhong.indicators.declaration import Indicator

indicators: tuple[Indicator, ...] = ()
