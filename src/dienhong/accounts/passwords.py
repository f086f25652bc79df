"""First passwords: given by an administrator over the desk, replaced by their owner at the first sign-in."""

from random import Random

_ALPHABET = "abcdefghkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody mistakes for one another when read aloud or from paper."""


def first_password(randomness: Random) -> str:
    """Three groups of four, like "k7mq-x2hd-9vtr": about 59 bits. In earnest, pass ``random.SystemRandom()``."""
    return "-".join("".join(randomness.choices(_ALPHABET, k=4)) for _ in range(3))
