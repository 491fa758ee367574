"""spaCy works in a process of its own, which fails, hangs and ends without harm. A stand-in takes spaCy's place."""

import os
import sys
import time
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.highlights.recognisers import spacy
from tui.highlights.recognisers.chosen import Recognisers
from tui.highlights.recognisers.process import Process
from tui.highlights.recognisers.recogniser import RecogniserError
from tui.highlights.recognisers.spacy import SpacyRecogniser, pieces
from tui.highlights.recognisers.spacy_program import needless

STAND_IN = """
import os, re, sys, time
from pathlib import Path
from types import SimpleNamespace

print("a library's chatter")
util = SimpleNamespace(get_package_path=lambda name: Path(__file__).parent / name)

def load(name, exclude=()):
    (Path(__file__).parent / "pid").write_text(str(os.getpid()))
    if name == "es_missing":
        raise OSError(f"Can't find model '{name}'")
    return read

def read(text):
    if "HANG" in text:
        time.sleep(60)
    if "DIE" in text:
        os._exit(3)
    if "RAISE" in text:
        raise ValueError("what a text")
    text.encode()
    labels = {"Z": "PERSON", "Q": "GPE", "X": "DATE"}
    return SimpleNamespace(ents=[
        SimpleNamespace(start_char=m.start(), end_char=m.end(), label_=labels[m[0][0]])
        for m in re.finditer("[ZQX][a-z]+", text)
    ])
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which Python finds a stand-in for spaCy."""
    (tmp_path / "spacy.py").write_text(STAND_IN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def recognisers(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> Recognisers:
    """The recogniser as it is installed, chosen for all languages, with a pipeline that the stand-in has."""
    install(monkeypatch, ("spacy", "tui.highlights.recognisers.spacy:SpacyRecogniser"))
    return Recognisers({"": "spacy:es_fake"})


def install(monkeypatch: pytest.MonkeyPatch, *entries: tuple[str, str]) -> None:
    """Install entry points, each a name and what it leads to, in whatever group is asked for."""
    monkeypatch.setattr(
        metadata, "entry_points", lambda group: [metadata.EntryPoint(name, value, group) for name, value in entries]
    )


def is_running(stand_in: Path) -> bool:
    """Whether the process that wrote its number is there; a few moments are given to it to leave."""
    number = int((stand_in / "pid").read_text())
    for _ in range(40):
        try:
            os.kill(number, 0)
            if Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return False
        except OSError:
            return False
        time.sleep(0.05)
    return True


def test_names_are_found_in_pieces_with_our_labels(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy, "PIECE", 20)
    text = "Zora \ud800 vio Qatar.\nXanuary pasa.\n🎉 Zora \n" * 5
    recogniser = SpacyRecogniser("es_fake")
    found = list(recogniser.recognise(text, "es"))
    recogniser.close()
    assert [(text[start:end], label) for start, end, label, _ in found] == [
        ("Zora", "PER"),
        ("Qatar", "LOC"),
        ("Zora", "PER"),
    ] * 5


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("DIE", "its process ended with exit code 3"),
        ("RAISE", "ValueError: what a text"),
        ("HANG", "its process gave no answer within 0.5 seconds"),
    ],
)
def test_a_process_that_dies_raises_or_hangs_costs_a_line_and_leaves(
    recognisers: Recognisers, stand_in: Path, monkeypatch: pytest.MonkeyPatch, word: str, reason: str
) -> None:
    assert [e.canonical for e in recognisers.entities("Ayer vino Zora.", "es")] == ["Zora"]
    monkeypatch.setattr(spacy, "FIRST_SECONDS", 0.5)
    assert "FR" in [e.canonical for e in recognisers.entities(f"{word} en Francia.", "es")]
    assert recognisers.notices == [f"the recogniser “spacy:es_fake” failed: {reason}; the built-in one goes on"]
    assert not is_running(stand_in)


def test_a_pipeline_that_cannot_be_loaded_costs_a_line(recognisers: Recognisers) -> None:
    recognisers = Recognisers({"": "spacy:es_missing"})
    assert [e.canonical for e in recognisers.entities("En Francia.", "es")] == ["FR"]
    assert "Can't find model 'es_missing'; the built-in one goes on" in recognisers.notices[0]


def test_without_spacy_one_is_told_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(RecogniserError, match=r"newsreader\[spacy\]"):
        SpacyRecogniser("es_fake").load()


def test_the_process_ends_when_it_is_closed(recognisers: Recognisers, stand_in: Path) -> None:
    recognisers.entities("Zora.", "es")
    recognisers.close()
    assert not is_running(stand_in)


def test_the_process_ends_with_the_one_that_started_it_even_while_it_works(stand_in: Path) -> None:
    code = """
import os, threading, time
from pathlib import Path
from tui.highlights.recognisers.spacy import SpacyRecogniser
recogniser = SpacyRecogniser("es_fake")
list(recogniser.recognise("Zora", "es"))
threading.Thread(target=lambda: list(recogniser.recognise("HANG", "es")), daemon=True).start()
time.sleep(0.3)
os.kill(os.getpid(), 9)
"""
    root = Path(__file__).parents[1]
    path = os.pathsep.join([str(stand_in), str(root)])
    os.spawnve(os.P_WAIT, sys.executable, [sys.executable, "-c", code], {**os.environ, "PYTHONPATH": path})
    assert not is_running(stand_in)


def test_the_largest_installed_pipeline_of_a_language_is_used(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("es_core_news_sm", "es_core_news_lg", "es_dep_news_trf", "fr_core_news_md")
    install(monkeypatch, *((name, name) for name in names))
    recogniser = SpacyRecogniser()
    assert recogniser.languages == ("es", "fr")
    assert recogniser.pipelines == {"es": "es_core_news_lg", "fr": "fr_core_news_md"}


def test_only_what_finds_names_is_loaded() -> None:
    components = {
        "tok2vec": {"factory": "tok2vec"},
        "tagger": {"factory": "tagger", "model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1"}}},
        "names": {"factory": "ner", "model": {"tok2vec": {"@architectures": "spacy.HashEmbedCNN.v2"}}},
        "entity_ruler": {"factory": "entity_ruler"},
    }
    assert needless({"components": components}) == ["tok2vec", "tagger"]
    components["names"] = {"factory": "ner", "model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1"}}}
    assert needless({"components": components}) == ["tagger"]


@given(st.text(alphabet="ab \n", max_size=60), st.integers(1, 12))
def test_pieces_join_up_to_the_text_and_are_never_too_long(text: str, length: int) -> None:
    cut = [text[start:end] for start, end in pieces(text, length)]
    assert "".join(cut) == text
    assert all(0 < len(piece) <= length for piece in cut)


def test_what_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with pytest.raises(RecogniserError, match="cannot be started"):
        Process(tmp_path / "program.py", [])
