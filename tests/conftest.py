"""What all tests share: a machine without config, and hypothesis at a steady pace."""

import gc
import io
import sys
from pathlib import Path

import pytest
from command import STORY, Answer, Run
from hypothesis import HealthCheck, settings

from tui.annotations.store import AnnotationStore
from tui.cli import main
from tui.documents.readers import read_document

settings.register_profile(
    "newsreader", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("newsreader")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: no config, annotations or state of the person who runs the tests is read or written."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for variable in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(home / variable.lower()))
    for variable in ("NEWSREADER_CONFIG", "NEWSREADER_ANNOTATIONS"):
        monkeypatch.delenv(variable, raising=False)
    return home


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `newsreader` with some arguments, standard input and, with `terminal`, a terminal to print to."""

    def run(*arguments: object, stdin: bytes = b"", terminal: bool = False) -> Answer:
        monkeypatch.setattr("sys.argv", ["newsreader", *map(str, arguments)])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.setenv("TERM", "dumb")
        with pytest.raises(SystemExit) as ended:
            main()
        # An app that is about to open puts off the collector, and only its first page turns it on again.
        gc.enable()
        answer = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Answer(ended.value.code, answer.out, answer.err)

    return run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a story in seeds/."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "2024-05-04_port.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def annotated(project: Path) -> Path:
    """The same, with Sevilla tagged, Ana Pérez noted, and an annotation on the whole."""
    document = read_document(project / "seeds" / "2024-05-04_port.txt")
    store = AnnotationStore(project / "annotations" / "annotations.json", "ana")
    for quote, tags, note in (("Sevilla", ("places/spain",), ""), ("Ana Pérez", ("people",), "Who is she?")):
        start = document.text.index(quote)
        store.annotate(document, (start, start + len(quote)), tags=tags, note=note)
    store.annotate(document, None, note="Read it again")
    store.close()
    return project
