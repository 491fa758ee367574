"""How Python itself is set where a person waits for the screen."""

import gc
import sys

SWITCH_SECONDS = 0.001
FULL_COLLECTIONS = 1_000


def favour_the_screen() -> None:
    """Let the thread that draws go first: other threads and the garbage collector hold it up for moments only.

    A thread that reads a text gives way after a millisecond, not five. The collector goes through the young objects as
    often as ever, but through all of them, with every thread stopped for 40 to 200 ms, only after some millions of new
    ones; the tokens of a long text would make it do so several times, and none is garbage that it must find.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(*gc.get_threshold()[:2], FULL_COLLECTIONS)
