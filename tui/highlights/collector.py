"""Python's garbage collector, held back while a text is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LOCK = Lock()
_readers: list[bool] = []


@contextmanager
def held_back() -> Iterator[None]:
    """Collect no garbage meanwhile, in any thread, unless it was off before.

    A long text's tokens make the collector go through all objects several times, each time with every thread stopped
    for 40 to 200 ms; there is no garbage among them that counting references does not free.
    """
    with _LOCK:
        _readers.append(gc.isenabled())
        gc.disable()
    try:
        yield
    finally:
        with _LOCK:
            was_enabled = _readers[0]
            _readers.pop()
            if not _readers and was_enabled:
                gc.enable()
