"""`newsreader export` gives annotations back as Markdown."""

from pathlib import Path

from command import STORY, Run

from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document

EXPORT = Path("annotations", "export", "Puerto reabierto.md")


def test_each_annotated_document_becomes_a_file_in_the_export_folder(run: Run, annotated: Path) -> None:
    (annotated / "seeds" / "other.txt").write_text("Nobody annotated this.")
    answer = run("export")
    assert (answer.code, answer.out, answer.err) == (0, f"{EXPORT}\n", "")
    assert [path.name for path in EXPORT.parent.iterdir()] == [EXPORT.name]
    assert "Who is she?" in EXPORT.read_text(encoding="utf-8")


def test_the_figures_of_a_quote_have_their_values(run: Run, annotated: Path) -> None:
    document = read_document(annotated / "seeds" / "2024-05-04_port.txt")
    start = STORY.index("una inversión")
    store = AnnotationStore(annotated / "annotations" / "annotations.json", "ana")
    store.annotate(document, (start, STORY.index(", dijo")), tags=("money",))
    assert "- “5,5 millones de euros” = 5 500 000 EUR\n" in run("export", "--output", "-").out


def test_a_tag_includes_those_below_it(run: Run, annotated: Path) -> None:
    out = run("export", "--tag", "places", "--output", "-").out
    assert "#places/spain" in out
    assert "#people" not in out


def test_a_document_is_chosen_by_its_path_or_part_of_its_title(run: Run, annotated: Path) -> None:
    for name in ("puerto", "seeds/2024-05-04_port.txt"):
        assert run("export", "--document", name).out == f"{EXPORT}\n"
    assert run("export", "--document", "nothing").code == 1


def test_nothing_to_export_is_told(run: Run, project: Path) -> None:
    answer = run("export")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("newsreader: nothing to export")


def test_standard_output_gets_what_a_file_in_the_working_folder_would_hold(run: Run, annotated: Path) -> None:
    run("export", "--output", "x.md")
    assert run("export", "--output", "-").out == Path("x.md").read_text(encoding="utf-8")


def test_a_file_takes_one_document_only(run: Run, annotated: Path) -> None:
    (annotated / "seeds" / "copy.md").write_text(f"{STORY}\nAgain.")
    document = read_document(annotated / "seeds" / "copy.md")
    AnnotationStore(annotated / "annotations" / "annotations.json", "ana").annotate(document, None, note="A copy")
    answer = run("export", "--output", "x.md")
    assert (answer.code, answer.out) == (2, "")
    assert "x.md is one file, and 2 documents have such annotations" in answer.err
    assert run("export", "--output", "folder").out.count("\n") == 2


def test_an_export_that_was_changed_stays_and_the_reader_is_told(run: Run, annotated: Path) -> None:
    run("export")
    EXPORT.write_text("mine")
    answer = run("export")
    assert answer.out == f"{EXPORT.with_name('Puerto reabierto (2).md')}\n"
    assert answer.err.startswith(f"newsreader: {EXPORT} was changed since it was exported")
    assert EXPORT.read_text() == "mine"


def test_an_export_that_cannot_be_written_ends_with_one_line_and_2(run: Run, annotated: Path) -> None:
    Path("file").touch()
    answer = run("export", "--output", "file/x")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "could not be written" in answer.err
