"""Other activities of a council, as the engines serve them."""

from dienhong.registers.declaration import Register

registers: tuple[Register, ...] = ()
