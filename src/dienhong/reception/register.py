"""Reception of citizens and their letters, as the engines serve them."""

from dienhong.registers.declaration import Register

registers: tuple[Register, ...] = ()
