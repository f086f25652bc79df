"""Personnel decisions, confidence ratings and confidence votes, as the engines serve them."""

from dienhong.registers.declaration import Register

registers: tuple[Register, ...] = ()
