"""How far the reader has come in each document: position and what was read, kept between runs."""

import contextlib
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from tui.documents.document import Document

READ_SHARE = 0.95


class Progress(NamedTuple):
    """Where the cursor stood and how far down the text was seen, in code points, of a text of `length`.

    `last_read` is when that was last so, in seconds since 1970; 0 where nobody has kept that.
    """

    position: int = 0
    furthest: int = 0
    length: int = 0
    last_read: int = 0

    @property
    def is_read(self) -> bool:
        """Whether the text was seen to its end, or as good as."""
        return self.length > 0 and self.furthest >= READ_SHARE * self.length

    @property
    def state(self) -> Literal["unread", "begun", "read"]:
        """How far that is, in a word."""
        return "read" if self.is_read else "begun" if self.furthest else "unread"


class ProgressFile:
    """The progress in all documents, in one JSON file that several programs may write; losing it costs no work."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._load()

    def of_document(self, document: Document) -> Progress:
        """The progress in a document: by its path, and by its text where there is no path."""
        return self._known.get(_key(document), Progress())

    def of_path(self, path: Path) -> Progress:
        """The progress in the document at a path."""
        return self._known.get(str(path), Progress())

    def last_reads(self) -> Mapping[str, int]:
        """When each document was last read, by its absolute path."""
        return {path: progress.last_read for path, progress in self._known.items()}

    def keep(self, document: Document, position: int, furthest: int, *, is_opened: bool = False) -> None:
        """Remember a position and the furthest that was seen, and that a document was read now if it has just opened.

        A disk that refuses it is no reason to stop reading.
        """
        key, length = _key(document), len(document.text)
        known = self.of_document(document)
        furthest = max(furthest, known.furthest if known.length == length else 0)
        progress = known._replace(position=position, furthest=furthest, length=length)
        if progress == known and not is_opened:
            return
        progress = progress._replace(last_read=int(time.time()))
        import json  # noqa: PLC0415 - as below

        from filelock import FileLock, Timeout  # noqa: PLC0415 - nothing is kept before the first page is on screen

        with contextlib.suppress(OSError, Timeout):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{self._path}.lock", timeout=1):
                self._known = {**self._load(), key: progress}
                temporary = self._path.with_name(f"{self._path.name}.tmp")
                kept = {name: value._asdict() for name, value in self._known.items()}
                temporary.write_text(json.dumps(kept, ensure_ascii=False, indent=0), encoding="utf-8")
                temporary.replace(self._path)
        self._known[key] = progress

    def _load(self) -> dict[str, Progress]:
        try:
            text = self._path.read_text(encoding="utf-8")
            import json  # noqa: PLC0415 - not where nothing was kept

            kept = json.loads(text)
            return {
                key: Progress(int(value["position"]), int(value["furthest"]), int(value["length"]), _last_read(value))
                for key, value in kept.items()
            }
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}


def _last_read(value: Mapping[str, object]) -> int:
    kept = value.get("last_read", 0)
    return kept if isinstance(kept, int) else 0


def _key(document: Document) -> str:
    return str(document.path) if document.path else document.sha256
