"""The recogniser of the extra `newsreader[spacy]`: any installed spaCy pipeline, in a process of its own."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from json import loads
from pathlib import Path
from threading import Lock

from tui.highlights.highlight import EntityLabel, Span
from tui.highlights.recognisers.process import Process
from tui.highlights.recognisers.recogniser import Finding, RecogniserError

PROGRAM = Path(__file__).with_name("spacy_program.py")
PIECE = 8_000
FIRST_SECONDS, NEXT_SECONDS = 90.0, 30.0
CERTAINTY = 0.8
"""spaCy gives none; this one lets the document-wide pass look for the name elsewhere."""

LABELS: Mapping[str, EntityLabel] = {
    **dict.fromkeys(("PER", "PERSON", "persName"), "PER"),
    **dict.fromkeys(("ORG", "orgName"), "ORG"),
    **dict.fromkeys(("LOC", "GPE", "FAC", "placeName", "geogName"), "LOC"),
    **dict.fromkeys(("MISC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"), "MISC"),
    "NORP": "NORP",
}
"""What the labels of spaCy's pipelines are called here; figures and dates, which some find, are found elsewhere."""

_SIZES = ("lg", "md", "sm")


class SpacyRecogniser:
    """Finds names with one spaCy pipeline, or with the largest installed of each language where none is named.

    A pipeline is named by its package ("fr_core_news_sm") or its folder. Those with a transformer must be named.
    """

    name = "spacy"

    def __init__(self, pipeline: str = "") -> None:
        self.pipelines = {_language(pipeline): pipeline} if pipeline else _installed_pipelines()
        self._processes: dict[str, Process] = {}
        self._lock = Lock()

    @property
    def languages(self) -> Collection[str]:
        """The languages of the pipelines; empty for one that reads any."""
        return () if "xx" in self.pipelines else tuple(self.pipelines)

    def load(self) -> None:
        """See whether there is something to load; a pipeline is loaded with the first text in its language."""
        from importlib.util import find_spec  # noqa: PLC0415 - as in `installed`

        if find_spec("spacy") is None:
            raise RecogniserError("spaCy is not installed (the extra newsreader[spacy] brings it)")
        if not self.pipelines:
            raise RecogniserError("no spaCy pipeline is installed (python -m spacy download NAME gets one)")

    def recognise(self, text: str, language: str) -> Iterator[Finding]:
        """Give the names of a text, piece by piece."""
        process = self._process(self.pipelines.get(language) or self.pipelines["xx"])
        seconds = FIRST_SECONDS
        for start, end in pieces(text, PIECE):
            for first, last, label in process.ask(text[start:end], seconds):
                if label in LABELS:
                    yield start + first, start + last, LABELS[label], CERTAINTY
            seconds = NEXT_SECONDS

    def close(self) -> None:
        """End the processes."""
        with self._lock:
            for process in self._processes.values():
                process.close()
            self._processes.clear()

    def _process(self, pipeline: str) -> Process:
        with self._lock:
            if pipeline not in self._processes:
                self._processes[pipeline] = Process(PROGRAM, [pipeline])
            return self._processes[pipeline]


def pieces(text: str, length: int) -> Iterator[Span]:
    """Cut a text into spans of at most some code points, after a line break if it can be, else after a blank."""
    start = 0
    while start < len(text):
        end = start + length
        if end < len(text):
            cut = text.rfind("\n", start, end) + 1 or text.rfind(" ", start, end) + 1
            end = cut or end
        end = min(end, len(text))
        yield start, end
        start = end


def _language(pipeline: str) -> str:
    with suppress(OSError, ValueError, KeyError):
        return str(loads((Path(pipeline) / "meta.json").read_text(encoding="utf-8"))["lang"])
    return pipeline.partition("_")[0]


def _installed_pipelines() -> Mapping[str, str]:
    """Give the largest installed pipeline of each language, as spaCy's own entry points name them."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - as in `installed`

    found: dict[str, str] = {}
    for entry in sorted(entry_points(group="spacy_models"), key=lambda entry: _size(entry.name)):
        if _size(entry.name) < len(_SIZES):
            found.setdefault(entry.name.partition("_")[0], entry.name)
    return found


def _size(pipeline: str) -> int:
    return next((number for number, size in enumerate(_SIZES) if size in pipeline.split("_")), len(_SIZES))
