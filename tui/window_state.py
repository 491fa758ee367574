"""Which parts of the window the reader has hidden, kept between runs."""

import contextlib
from pathlib import Path


class WindowState:
    """The hidden parts of the window by name, in one JSON file that is read at the first question."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hidden: frozenset[str] | None = None

    def is_hidden(self, part: str) -> bool:
        """Whether the reader has hidden a part."""
        if self._hidden is None:
            self._hidden = self._load()
        return part in self._hidden

    def hide(self, part: str, *, is_hidden: bool) -> None:
        """Remember that a part is hidden, or is not; a disk that refuses it is no reason to stop."""
        import json  # noqa: PLC0415 - not before something is hidden

        hidden = self._load()
        self._hidden = hidden | {part} if is_hidden else hidden - {part}
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_name(f"{self._path.name}.tmp")
            temporary.write_text(json.dumps({"hidden": sorted(self._hidden)}), encoding="utf-8")
            temporary.replace(self._path)

    def _load(self) -> frozenset[str]:
        try:
            text = self._path.read_text(encoding="utf-8")
            import json  # noqa: PLC0415 - not where nothing is hidden

            return frozenset(str(part) for part in json.loads(text)["hidden"])
        except (OSError, ValueError, TypeError, KeyError):
            return frozenset()
