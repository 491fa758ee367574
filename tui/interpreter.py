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


def put_off_garbage() -> None:
    """Leave the collector off while the program loads, where it finds nothing and looks at all modules many times."""
    gc.disable()


def collect_garbage_again() -> None:
    """Turn the collector on once the first page is painted; what has been loaded by then stays and is not looked at."""
    gc.freeze()
    gc.enable()
