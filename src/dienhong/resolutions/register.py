"""Resolutions of the council, as the engines serve them."""

from dienhong.registers.declaration import Register

registers: tuple[Register, ...] = ()
