"""Python is set so that the screen goes first."""

import gc
import sys
from collections.abc import Iterator

import pytest

from tui.interpreter import collect_garbage_again, favour_the_screen, put_off_garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """What a test sets is set back."""
    interval, threshold = sys.getswitchinterval(), gc.get_threshold()
    gc.enable()
    yield
    sys.setswitchinterval(interval)
    gc.set_threshold(*threshold)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="its collector has no full collections")
def test_a_hundred_thousand_new_objects_bring_no_full_collection() -> None:
    favour_the_screen()
    generations: set[int] = set()

    def note(phase: str, information: dict[str, int]) -> None:
        generations.add(information["generation"])

    gc.callbacks.append(note)
    kept = [[] for _ in range(100_000)]
    gc.callbacks.remove(note)
    assert len(kept) == 100_000
    assert generations == {0, 1}


def test_threads_give_way_within_a_millisecond() -> None:
    favour_the_screen()
    assert sys.getswitchinterval() == pytest.approx(0.001)


def test_what_was_loaded_before_the_first_page_is_never_looked_at_by_the_collector() -> None:
    put_off_garbage()
    assert not gc.isenabled()
    loaded = [[]]
    collect_garbage_again()
    assert gc.isenabled()
    assert not any(found is loaded for found in gc.get_objects())
    gc.unfreeze()
