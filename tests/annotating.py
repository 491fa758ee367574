"""A program that works on an annotations file as it is told, line by line, for tests with several at once."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb import where

from tui.annotations.annotation import StoreError
from tui.annotations.storage import journaled as storage_module
from tui.annotations.storage.journaled import JournaledStorage
from tui.annotations.storage.table import AnnotationDatabase
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_text

DOCUMENT = read_text(b"Ten ships came in. Two of them left on Monday.", None)


class TableProgram:
    """What a program does through TinyDB's tables."""

    def __init__(self, path: str) -> None:
        self.storage = JournaledStorage(Path(path))
        self.table = AnnotationDatabase(storage=lambda: self.storage).table("annotations")

    def insert(self, record: dict[str, Any]) -> None:
        self.table.insert(record)

    def update(self, identity: str, fields: dict[str, Any]) -> None:
        self.table.update(fields, where("id") == identity)

    def remove(self, identity: str) -> None:
        self.table.remove(where("id") == identity)

    def fold(self) -> None:
        self.storage.fold()

    def close(self) -> None:
        self.storage.close()

    def read(self) -> list[dict[str, Any]]:
        return sorted((dict(record) for record in self.table), key=lambda record: str(record["id"]))


class StoreProgram:
    """What a program does through the annotation store."""

    def __init__(self, path: str) -> None:
        # Each process is another person, with an undo of their own.
        self.store = AnnotationStore(Path(path), str(os.getpid()))

    def annotate(self, span: list[int], tags: list[str] | None, note: str | None) -> list[str | None]:
        """Gives the ids of the annotation that was on the span, and of the one that is there now."""
        before = self.store.annotation_on(DOCUMENT, (span[0], span[1]))
        after = self.store.annotate(DOCUMENT, (span[0], span[1]), tags=tags, note=note)
        return [annotation.id if annotation else None for annotation in (before, after)]

    def undo(self) -> bool | None:
        return self._step(self.store.undo)

    def redo(self) -> bool | None:
        return self._step(self.store.redo)

    def fold(self) -> None:
        self.store.fold()

    def close(self) -> None:
        self.store.close()

    def read(self) -> dict[str, list[Any]]:
        placed = self.store.annotations(DOCUMENT)
        return {one.annotation.id: [one.span, one.annotation.tags, one.annotation.note] for one in placed}

    def _step(self, step: Callable[[], str | None]) -> bool | None:
        """Whether a step was done, None where it was refused."""
        try:
            return step() is not None
        except StoreError:
            return None


def main() -> None:
    """Obey: each line is a JSON list of a method and its arguments, each answer the JSON of what it gives."""
    program: TableProgram | StoreProgram | None = None
    for line in sys.stdin:
        method, *arguments = json.loads(line)
        answer = None
        if method == "open":
            kind, path, storage_module.WINDOW = arguments
            program = TableProgram(path) if kind == "table" else StoreProgram(path)
        else:
            answer = getattr(program, method)(*arguments)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
