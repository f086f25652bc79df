"""Meetings of the council's bodies and conferences between levels, as the engines serve them."""

from dienhong.registers.declaration import Register

registers: tuple[Register, ...] = ()
