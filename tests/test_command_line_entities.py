"""`newsreader entities` filters names, tells where they stand, and makes one cast of all documents."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from command import Answer, Run

from tui.annotations.store import AnnotationStore
from tui.documents.names import NameCorrection

ARTICLES = {
    "a.txt": "La cumbre\n\nAna Pérez viajó a Rusia con Juan Gómez. Ana Pérez habló en Moscú. Rusia calló.",
    "b.txt": "La vuelta\n\nAna Pérez volvió de Rusia. Los rusos firmaron.",
}


@pytest.fixture(autouse=True)
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles, in which the command runs."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def records(answer: Answer) -> list[dict[str, Any]]:
    assert answer.err == ""
    found: list[dict[str, Any]] = json.loads(answer.out)
    return found


class TestDocumentByDocument:
    def test_a_record_tells_document_title_type_count_and_every_mention(self, run: Run) -> None:
        ana = records(run("entities", "news", "--json", "--language", "es"))[0]
        assert (ana["document"], ana["title"]) == ("news/a.txt", "La cumbre")
        assert (ana["name"], ana["type"], ana["count"], ana["canonical"]) == ("Ana Pérez", "PER", 2, "Ana Pérez")
        text = ARTICLES["a.txt"]
        assert [text[mention["start"] : mention["end"]] for mention in ana["mentions"]] == ["Ana Pérez"] * 2
        assert all(mention["text"] == "Ana Pérez" and 0 < mention["certainty"] <= 1 for mention in ana["mentions"])

    @pytest.mark.parametrize(
        ("options", "shown"),
        [
            (["--type", "person"], ["Ana Pérez", "Juan Gómez", "Ana Pérez"]),
            (["--type", "PER", "--type", "demonyms"], ["Ana Pérez", "Juan Gómez", "Ana Pérez", "rusos"]),
            (["--text", "PEREZ"], ["Ana Pérez", "Ana Pérez"]),
            (["--text", "pérez gómez"], []),
            (["--min-mentions", "2"], ["Ana Pérez", "Rusia"]),
        ],
    )
    def test_only_what_is_asked_for_is_printed(self, run: Run, options: list[str], shown: list[str]) -> None:
        found = records(run("entities", "news", "--json", "--language", "es", *options))
        assert [record["name"] for record in found] == shown

    def test_csv_tells_mentions_as_start_and_end(self, run: Run) -> None:
        rows = list(csv.DictReader(io.StringIO(run("entities", "news/b.txt", "--csv", "--language", "es").out)))
        assert rows[0]["mentions"] == "11-20"
        assert ARTICLES["b.txt"][11:20] == rows[0]["name"] == "Ana Pérez"

    def test_what_the_reader_says_of_a_name_counts_at_once_and_in_the_cast(self, run: Run, tmp_path: Path) -> None:
        annotations = ("--annotations", str(tmp_path / "annotations.json"))
        run("entities", "news", "--json", *annotations)
        store = AnnotationStore(tmp_path / "annotations.json", "ana")
        store.correct_names(None, [NameCorrection("Ana Pérez", "ORG", "Ana Pérez SA")], "corrected")
        store.close()
        for options in ([], ["--cast"]):
            found = records(run("entities", "news", "--json", "--text", "ana", *options, *annotations))
            assert {(record["name"], record["type"]) for record in found} == {("Ana Pérez SA", "ORG")}

    def test_names_are_kept_and_the_same_the_second_time(self, run: Run) -> None:
        first, second = (run("entities", "news", "--json") for _ in range(2))
        assert first == second

    @pytest.mark.parametrize(
        ("options", "sentence"),
        [
            (["--type", "colour"], "“colour” is no type of name; there are person, organisation, place"),
            (["--min-mentions", "many"], "Invalid value for '--min-mentions'"),
        ],
    )
    def test_a_wrong_option_ends_with_2(self, run: Run, options: list[str], sentence: str) -> None:
        answer = run("entities", "news", *options)
        assert (answer.code, answer.out) == (2, "")
        assert sentence in answer.err


class TestCast:
    def test_each_entity_is_told_once_with_whom_it_appears_the_most_frequent_first(self, run: Run) -> None:
        ana, russia, *others = records(run("entities", "news", "--cast", "--json", "--language", "es"))
        assert (ana["name"], ana["type"], ana["documents"], ana["mentions"]) == ("Ana Pérez", "PER", 2, 3)
        assert ana["with"][0] == {"name": "Rusia", "type": "LOC", "sentences": 2}
        assert (russia["name"], russia["canonical"], russia["mentions"]) == ("Rusia", "RU", 3)
        assert {other["name"] for other in others} == {"Juan Gómez", "Moscú", "rusos"}

    def test_filters_count_the_mentions_of_all_documents(self, run: Run) -> None:
        found = records(run("entities", "news", "--cast", "--json", "--language", "es", "--min-mentions", "3"))
        assert [record["name"] for record in found] == ["Ana Pérez", "Rusia"]

    def test_separated_values_tell_companions_with_their_sentences(self, run: Run) -> None:
        answer = run("entities", "news", "--cast", "--language", "es", "--text", "gómez")
        assert answer.out.split("\t")[:5] == ["Juan Gómez", "PER", "1", "1", "Ana Pérez (1); Rusia (1)"]
        (row,) = csv.DictReader(
            io.StringIO(run("entities", "news", "--cast", "--csv", "--language", "es", "--text", "gómez").out)
        )
        assert row["with"] == "Ana Pérez (1); Rusia (1)"

    def test_a_file_that_is_not_there_makes_the_exit_code_1(self, run: Run) -> None:
        answer = run("entities", "gone.txt", "news", "--cast", "--json")
        assert (answer.code, answer.err) == (1, "newsreader: gone.txt: no such file or folder\n")
        assert json.loads(answer.out)
