"""Filters are kept in the annotations file under names, undone, merged and checked like everything else there."""

from pathlib import Path

import pytest

from tui.annotations.annotation import StoreError
from tui.annotations.merging.merge import merge
from tui.annotations.storage.checking import check
from tui.annotations.store import AnnotationStore


def opened(folder: Path, name: str = "a.json") -> AnnotationStore:
    return AnnotationStore(folder / name, "ana")


def test_a_kept_filter_is_there_in_the_next_run_by_its_name(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.keep_filter("week", " since:7d ")
    store.keep_filter("arms", "tag:arms -has:note")
    store.close()
    assert opened(tmp_path).kept_filters() == {"arms": "tag:arms -has:note", "week": "since:7d"}


def test_keeping_changing_and_forgetting_are_undone_one_by_one(tmp_path: Path) -> None:
    store = opened(tmp_path)
    states = [store.kept_filters()]
    for change in (
        lambda: store.keep_filter("a", "one"),
        lambda: store.keep_filter("a", "two"),
        lambda: store.forget_filter("a"),
        lambda: store.keep_filter("a", "three"),
    ):
        change()
        states.append(store.kept_filters())
    for before in reversed(states[:-1]):
        store.undo()
        assert store.kept_filters() == before
    for after in states[1:]:
        store.redo()
        assert store.kept_filters() == after


@pytest.mark.parametrize("name", ["", "two words", "a/b", "@a", "a:b"])
def test_a_name_that_could_not_be_typed_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="is no name of a filter"):
        opened(tmp_path).keep_filter(name, "tag:x")


def test_a_merge_takes_the_filters_of_both_and_keeps_ours_of_one_name() -> None:
    ours = {"filters": {1: {"name": "a", "query": "mine"}, 2: {"name": "b", "query": "b"}}}
    theirs = {"filters": {1: {"name": "c", "query": "c", "more": 1}, 2: {"name": "a", "query": "theirs"}}}
    kept = merge(ours, theirs).tables["filters"]
    assert {record["name"]: record["query"] for record in kept.values()} == {"a": "mine", "b": "b", "c": "c"}
    assert {"name": "c", "query": "c", "more": 1} in kept.values()


def test_check_counts_filters_and_names_one_that_is_none(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.keep_filter("week", "since:7d")
    store.close()
    assert "filters 1" in check(tmp_path / "a.json").findings[0].text
    path = tmp_path / "a.json"
    path.write_text(path.read_text().replace('"query"', '"question"'))
    findings = [finding.text for finding in check(path).findings if finding.is_wrong]
    assert findings == ["filters 1: cannot be understood: kept, and not shown"]
