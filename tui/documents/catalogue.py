"""The files of a library as they lie on the disk: listed folder by folder, and kept up with what changes there."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge, nsmallest
from itertools import islice
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.readers import unreadable_format

if TYPE_CHECKING:
    # Files are described once the first page is on screen.
    from tui.documents.descriptions import Description

STANDARD_INPUT = "standard input"
BATCH = 2000
FIRST_BATCH = 50
"""How many of a folder come before the others are put in order: more than a screen shows."""

# A longer sort would hold the one thread that runs, and with it the screen.
_RUN = 4000
# A folder that changed this short a time ago may change again without its time telling.
_SETTLING_NS = 2e9
_UNSETTLED = -1


@dataclass(slots=True, eq=False)
class ListedFile:
    """A file of the library, or standard input where `folder` is None, with what is known of it so far.

    `problem` says why it is not read, where its name tells; `description` is None until somebody has looked into it.
    """

    folder: str | None
    name: str
    size: int = 0
    mtime_ns: int = 0
    problem: str | None = None
    description: "Description | None" = None

    @property
    def identity(self) -> tuple[str | None, str]:
        """What tells the file from all others, and stays when it changes."""
        return self.folder, self.name

    @property
    def path(self) -> Path | None:
        """Where the file is."""
        return None if self.folder is None else Path(self.folder, self.name)

    @property
    def why_unread(self) -> str | None:
        """Why the file is not read, as far as that is known."""
        return self.problem or (self.description.problem if self.description else None)


class _Folder(NamedTuple):
    """A folder as it was when its time was `mtime_ns`: its files in order, and the names of its folders."""

    mtime_ns: int
    identity: tuple[int, int]
    files: list[ListedFile]
    folders: list[str]


class Catalogue:
    """The files at and under some absolute paths, each listed once; `unreadable` are folders that cannot be listed.

    A folder's own files come before those of its sub-folders, by name whatever the case; hidden ones are left out.
    """

    def __init__(self, paths: Sequence[Path], *, has_standard_input: bool = False) -> None:
        self._paths = tuple(map(str, paths))
        self._first = [ListedFile(None, STANDARD_INPUT)] if has_standard_input else []
        self._folders: dict[str, _Folder] = {}
        self._before: dict[str, _Folder] = {}
        self._named: dict[str, ListedFile] = {}
        self.unreadable: list[str] = []

    def scan(self) -> Iterator[Sequence[ListedFile]]:
        """All files in order, a few of each folder first, then some thousand at a time.

        What was listed before is the same object as then, unless the file has another size or time by now; folders
        whose own time has not changed are not listed again.
        """
        self._before, self._folders, self.unreadable = self._folders, {}, []
        named: dict[str, ListedFile] = {}
        if self._first:
            yield self._first
        for path in self._paths:
            if os.path.isdir(path):  # noqa: PTH112 - a Path for each of many takes longer than the question
                for files in self._scan_folder(path, frozenset()):
                    yield [file for file in files if _path(file) not in named] if named else files
            elif path not in named and not self._holds(path):
                named[path] = self._named.get(path) or _named_file(path)
                yield [named[path]]
        self._named, self._before = named, {}

    def has_changed(self) -> bool:
        """Whether a folder, or a file that was named, is another than when last scanned."""
        is_other = any(_folder_time(path) != folder.mtime_ns for path, folder in self._folders.items())
        return is_other or any(os.path.isdir(path) != (path in self._folders) for path in self._paths)  # noqa: PTH112

    def _scan_folder(self, path: str, above: frozenset[tuple[int, int]]) -> Iterator[Sequence[ListedFile]]:
        """The files of a folder and those below; `above` leads here, and a link back to one of it is a loop."""
        if path in self._folders:
            return
        try:
            status = os.stat(path)  # noqa: PTH116 - as above
            identity = (status.st_dev, status.st_ino)
            if identity in above:
                return
            before = self._before.get(path)
            is_known = before is not None and (before.mtime_ns, before.identity) == (status.st_mtime_ns, identity)
            names = [] if is_known else _names(path)
        except OSError as error:
            if not isinstance(error, FileNotFoundError):
                self.unreadable.append(path)
            return
        if before and is_known:
            folder = before
            yield folder.files
        else:
            is_settled = time.time_ns() - status.st_mtime_ns > _SETTLING_NS
            folder = _Folder(status.st_mtime_ns if is_settled else _UNSETTLED, identity, [], [])
            yield from _list(path, names, folder, before)
        self._folders[path] = folder
        for name in folder.folders:
            yield from self._scan_folder(os.path.join(path, name), above | {identity})  # noqa: PTH118 - as above

    def _holds(self, path: str) -> bool:
        folder, name = os.path.split(path)
        return folder in self._folders and any(file.name == name for file in self._folders[folder].files)


def _list(path: str, names: Sequence[str], folder: _Folder, before: _Folder | None) -> Iterator[Sequence[ListedFile]]:
    """Put what has these names into a folder, and give its files in batches."""
    known = {file.name: file for file in before.files} if before else {}
    for batch in _in_order(names):
        files = []
        for name in batch:
            try:
                status = os.stat(os.path.join(path, name))  # noqa: PTH116, PTH118 - as above
            except OSError:
                # It has just gone, or it is a link that leads nowhere or to itself.
                continue
            if S_ISDIR(status.st_mode):
                folder.folders.append(name)
            elif S_ISREG(status.st_mode):
                files.append(_listed(path, name, status, known.get(name)))
        folder.files.extend(files)
        yield files


def _listed(folder: str, name: str, status: os.stat_result, known: ListedFile | None) -> ListedFile:
    """A file of a folder: the one that is known, unless that has changed."""
    if known and (known.size, known.mtime_ns) == (status.st_size, status.st_mtime_ns):
        return known
    return ListedFile(folder, name, status.st_size, status.st_mtime_ns, unreadable_format(name))


def _named_file(path: str) -> ListedFile:
    """A file that was named itself, whether or not it is there."""
    folder, name = os.path.split(path)
    try:
        status = os.stat(path)  # noqa: PTH116 - its folder is text
    except OSError:
        return ListedFile(folder, name, problem=unreadable_format(name))
    return ListedFile(folder, name, status.st_size, status.st_mtime_ns, unreadable_format(name))


def _path(file: ListedFile) -> str:
    return os.path.join(file.folder or "", file.name)  # noqa: PTH118 - asked of every file


def _folder_time(path: str) -> int | None:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 - asked of every folder each second
    except OSError:
        return None


def _names(path: str) -> list[str]:
    """The names of what is in a folder and not hidden, in no order."""
    return [name for name in os.listdir(path) if not name.startswith(".")]  # noqa: PTH208 - as above


def _in_order(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Names in order, in batches."""
    yield nsmallest(FIRST_BATCH, names, key=_order)
    runs = [sorted(names[start : start + _RUN], key=_order) for start in range(0, len(names), _RUN)]
    rest = islice(merge(*runs, key=_order), FIRST_BATCH, None)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _order(name: str) -> tuple[str, str]:
    return name.casefold(), name
