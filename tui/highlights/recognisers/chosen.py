"""The recognisers that the reader has chosen, and the built-in one where they have none or theirs fails."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.highlights.recognisers.recogniser import BUILT_IN, Finding, Recogniser, RecogniserError, close

if TYPE_CHECKING:
    # What is found, and what the reader says of it, come with the first text that is read.
    from tui.documents.names import NameCorrection
    from tui.highlights.highlight import Entity

NOTHING_CHOSEN: Mapping[str, str] = MappingProxyType({})


class Recognisers:
    """The recogniser of each language, made when a text in it is first read.

    `chosen` names recognisers by language, that of all other languages by the empty text. `notices` are lines for the
    reader about what failed; who shows them takes them out. Safe to use from several threads.
    """

    def __init__(self, chosen: Mapping[str, str] = NOTHING_CHOSEN) -> None:
        self.notices: list[str] = []
        self._chosen = chosen
        self._made: dict[str, Recogniser] = {}
        self._set_aside: set[str] = set()
        self._told: set[str] = set()
        self._lock = RLock()

    def __reduce__(self) -> tuple[type["Recognisers"], tuple[Mapping[str, str]]]:
        """Those of another process are made anew there."""
        return Recognisers, (dict(self._chosen),)

    @property
    def plug_ins(self) -> frozenset[str]:
        """The names of the chosen recognisers that did not come with the program."""
        return frozenset(self._chosen.values()) - {BUILT_IN}

    @property
    def has_failed(self) -> bool:
        """Whether a chosen recogniser has been set aside, so that the built-in one reads its texts."""
        return bool(self._set_aside)

    def version(self) -> str:
        """What changes when a recogniser may find other names for a reason outside the program's own files.

        Names are found by the built-in tagger's package or, with plug-ins, by any that is installed.
        """
        from importlib.util import find_spec  # noqa: PLC0415 - only whoever keeps names asks

        from tui.highlights.recognisers.installed import packages  # noqa: PLC0415 - as above

        parts = [f"tagger {find_spec('pycrfsuite') is not None}"]
        if self.plug_ins:
            parts += [*(f"{language}={name}" for language, name in sorted(self._chosen.items())), packages()]
        return " ".join(parts)

    def of(self, language: str) -> str:
        """Name the recogniser that reads a language, as the settings do: the chosen one, if it can, or the built-in."""
        name = self._chosen.get(language) or self._chosen.get("", BUILT_IN)
        if name == BUILT_IN or name in self._set_aside:
            return BUILT_IN
        try:
            with self._lock:
                languages = self._recogniser(name).languages
        except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
            self.set_aside(name, error)
            return BUILT_IN
        if not languages or language in languages:
            return name
        if language in self._chosen:
            self._tell_once(f"the recogniser “{name}” does not read “{language}”; the built-in one does")
        return BUILT_IN

    def recognise(self, name: str, text: str, language: str) -> Iterator[Finding]:
        """Give what a recogniser finds in a text; raises RecogniserError where it fails."""
        from tui.highlights.recognisers.checking import checked  # noqa: PLC0415 - loads where there is text to read

        with self._lock:
            recogniser = self._recogniser(name)
        wrong = Counter[str]()
        yield from checked(recogniser, text, language, wrong)
        if wrong:
            reasons = ", ".join(sorted(wrong))
            self._tell_once(f"the recogniser “{name}” gives names that are left out: {reasons}")

    def entities(self, text: str, language: str, said: "Sequence[NameCorrection]" = ()) -> "Sequence[Entity]":
        """Give the entities of a text in its order, from the language's recogniser, or the built-in where it fails.

        What the reader has `said` of the names wins over both.
        """
        from tui.highlights.entities import entities_of  # noqa: PLC0415 - loads only where there is text to read
        from tui.highlights.entities.corrections import corrected  # noqa: PLC0415 - as above

        name = self.of(language)
        try:
            found = entities_of(text, language, self.recognise(name, text, language))
        except RecogniserError as error:
            self.set_aside(name, error)
            return self.entities(text, language, said)
        return corrected(text, found, said)

    def set_aside(self, name: str, error: Exception) -> None:
        """Leave what a recogniser was to read to the built-in one from now on, whose own errors are raised again."""
        if name == BUILT_IN:
            raise error
        with self._lock:
            self._set_aside.add(name)
            close(self._made.pop(name, None))
        reason = " ".join(str(error).split()) or type(error).__name__
        self._tell_once(f"the recogniser “{name}” failed: {reason}; the built-in one goes on")

    def close(self) -> None:
        """Close the recognisers that want to be."""
        # Without the lock: one that is still being loaded shall not keep the reader from leaving.
        for recogniser in list(self._made.values()):
            close(recogniser)

    def _recogniser(self, name: str) -> Recogniser:
        if name not in self._made:
            from tui.highlights.recognisers.installed import made  # noqa: PLC0415 - as in recognise()

            recogniser = made(name)
            recogniser.load()
            self._made[name] = recogniser
        return self._made[name]

    def _tell_once(self, notice: str) -> None:
        with self._lock:
            if notice not in self._told:
                self._told.add(notice)
                self.notices.append(notice)
