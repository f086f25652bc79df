"""The registers of resolutions, as the engines serve them."""

from dienhong.resolutions.register.parts import preparations, relations, targets
from dienhong.resolutions.register.programme import programme
from dienhong.resolutions.register.resolutions import resolutions

__all__ = ["preparations", "programme", "registers", "relations", "resolutions", "targets"]

registers = (resolutions, programme, preparations, relations, targets)
