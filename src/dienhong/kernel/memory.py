"""What Python's collector of garbage should know of a process of ours."""

import gc

_YOUNG = 20_000
"""New objects between two looks: a request or an import makes tens of thousands that go away by themselves."""


def settle() -> None:
    """Called once when a process has started: what is loaded by then lives as long as it, so no look need walk it."""
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 20)
