"""Oversight: programme, undertakings of oversight, recommendations, as the engines serve them."""

from dienhong.registers.declaration import Register

registers: tuple[Register, ...] = ()
