"""`newsreader annotations`: what it lists, prints and answers."""

import json
from pathlib import Path

import pytest
from command import STORY, Run

from tui.annotations.store import AnnotationStore


@pytest.mark.usefixtures("annotated")
class TestListing:
    @pytest.mark.parametrize(
        ("asked", "quotes"),
        [
            ("", ["", "Sevilla", "Ana Pérez"]),
            ("tag:places", ["Sevilla"]),
            ("-has:quote", [""]),
            ("who", ["Ana Pérez"]),
            ("entity:perez", ["Ana Pérez"]),
            ("-entity:perez has:quote", ["Sevilla"]),
            ("since:today by:ana document:reabierto tag:people", ["Ana Pérez"]),
        ],
    )
    def test_annotations_that_are_asked_for_are_listed_in_the_order_of_the_text(
        self, run: Run, asked: str, quotes: list[str]
    ) -> None:
        answer = run("annotations", "--json", "--language", "es", "--", asked)
        assert (answer.code, answer.err) == (0, "")
        assert [record["quote"] for record in json.loads(answer.out)] == quotes

    def test_each_has_its_place_in_the_text_as_it_is_now(self, run: Run, annotated: Path) -> None:
        (annotated / "seeds" / "2024-05-04_port.txt").write_text(f"Hoy\n\n{STORY.replace('Sevilla', 'Cádiz')}")
        found = json.loads(run("annotations", "has:quote", "--json").out)
        assert [(one["quote"], one["paragraph"], one["orphan"]) for one in found] == [
            ("Sevilla", None, True),
            ("Ana Pérez", 3, False),
        ]
        text = (annotated / "seeds" / "2024-05-04_port.txt").read_text()
        assert text[found[1]["start"] : found[1]["end"]] == "Ana Pérez"
        assert found[0]["start"] is None

    def test_only_those_in_the_paths_that_are_named(self, run: Run, annotated: Path) -> None:
        (annotated / "other").mkdir()
        assert len(json.loads(run("annotations", "", "seeds", "--json").out)) == 3
        assert run("annotations", "", "other").code == 1

    def test_a_kept_filter_is_known(self, run: Run, annotated: Path) -> None:
        store = AnnotationStore(annotated / "annotations" / "annotations.json", "ana")
        store.keep_filter("mine", "tag:people")
        store.close()
        assert "Ana Pérez" in run("annotations", "@mine").out

    def test_a_wrong_filter_is_told_in_one_line(self, run: Run) -> None:
        answer = run("annotations", "since:soon")
        assert answer.code == 2
        assert "“soon” is no day" in answer.err

    def test_a_terminal_has_a_table(self, run: Run) -> None:
        lines = run("annotations", terminal=True).out.splitlines()
        assert lines[0].split() == ["Quote", "Tags", "Note", "Document"]
        assert any("places/spain" in line for line in lines)
