"""The command line answers without the app, for people and for pipes."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from command import COMMAND, STORY, Answer, Run

from tui.annotations.store import AnnotationStore
from tui.cli import main
from tui.cli.root import SUBCOMMANDS, newsreader
from tui.documents.readers import read_document


def records(answer: Answer) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(answer.out)
    return found


@pytest.mark.usefixtures("project")
class TestList:
    @pytest.mark.usefixtures("annotated")
    def test_without_a_path_the_seeds_are_listed(self, run: Run) -> None:
        assert records(run("list", "--json")) == [
            {
                "document": str(Path("seeds", "2024-05-04_port.txt")),
                "title": "Puerto reabierto",
                "date": "2024-05-04",
                "tagged": 2,
                "noted": 2,
                "problem": None,
            }
        ]

    def test_a_pipe_gets_what_csv_gives_with_tabs_and_no_headings(self, run: Run) -> None:
        headings, row = csv.reader(io.StringIO(run("list", "--csv").out))
        assert headings == ["document", "title", "date", "tagged", "noted", "problem"]
        assert run("list").out == "\t".join(row) + "\n"

    def test_a_terminal_gets_a_table(self, run: Run) -> None:
        lines = run("list", terminal=True).out.splitlines()
        assert lines[0].split() == ["Title", "Date", "Tagged", "Noted", "Document"]
        assert lines[1].startswith("Puerto reabierto")

    def test_the_configs_library_is_listed_where_there_are_no_seeds(
        self, run: Run, project: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (home / "config" / "newsreader").mkdir(parents=True)
        (home / "config" / "newsreader" / "config.toml").write_text(f"library = '{project / 'seeds'}'")
        monkeypatch.chdir(home)
        assert [record["title"] for record in records(run("list", "--json"))] == ["Puerto reabierto"]

    def test_without_any_documents_it_says_what_to_do(
        self, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(home)
        answer = run("list")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("newsreader: no documents: name a folder or a file")

    def test_standard_input_is_a_document(self, run: Run) -> None:
        (record,) = records(run("list", "-", "--json", stdin=b"From a pipe"))
        assert (record["document"], record["title"]) == ("-", "From a pipe")


@pytest.mark.usefixtures("project")
class TestUnreadable:
    def test_what_cannot_be_read_is_told_in_a_line_and_the_rest_goes_on(self, run: Run, project: Path) -> None:
        (project / "seeds" / "empty.txt").touch()
        (project / "seeds" / "photo.jpg").touch()
        answer = run("figures", "seeds")
        assert answer.err == f"newsreader: {Path('seeds', 'empty.txt')}: is empty\n"
        assert "5,5 millones" in answer.out
        assert answer.code == 0

    def test_a_named_path_that_is_not_there_makes_the_exit_code_1(self, run: Run) -> None:
        answer = run("figures", "gone.txt", "seeds")
        assert answer.err == "newsreader: gone.txt: no such file or folder\n"
        assert "5,5 millones" in answer.out
        assert answer.code == 1

    def test_a_folder_without_documents_is_told(self, run: Run, project: Path) -> None:
        (project / "empty").mkdir()
        answer = run("entities", "empty", "--json")
        assert (answer.code, answer.out) == (1, "[]\n")
        assert answer.err == "newsreader: empty: no documents there (.txt, .md)\n"

    def test_a_list_shows_the_reason(self, run: Run, project: Path) -> None:
        (project / "seeds" / "photo.jpg").touch()
        problems = [record["problem"] for record in records(run("list", "--json"))]
        assert problems == [None, ".jpg: not a format that is read (.txt, .md)"]


@pytest.mark.usefixtures("project")
class TestFindings:
    def test_figures_have_typed_values(self, run: Run) -> None:
        money = next(record for record in records(run("figures", "seeds", "--json")) if record["kind"] == "money")
        start = STORY.index("5,5")
        assert money["sentence"] == STORY.splitlines()[2]
        assert (money["text"], money["value"], money["unit"]) == ("5,5 millones de euros", 5.5e6, "EUR")
        assert (money["words"], money["start"], money["end"]) == ("5 500 000 EUR", start, start + 21)

    def test_csv_has_plain_numbers_and_empty_cells(self, run: Run) -> None:
        rows = list(csv.DictReader(io.StringIO(run("figures", "seeds", "--csv").out)))
        money = next(row for row in rows if row["kind"] == "money")
        assert (money["value"], money["low"], money["assumed"]) == ("5500000", "", "")

    def test_entities_have_all_their_mentions(self, run: Run) -> None:
        person = next(record for record in records(run("entities", "seeds", "--json")) if record["type"] == "PER")
        assert (person["name"], person["count"]) == ("Ana Pérez", 2)
        assert [STORY[mention["start"] : mention["end"]] for mention in person["mentions"]] == ["Ana Pérez"] * 2  # type: ignore[attr-defined]

    def test_the_language_can_be_given_before_or_after_the_command(self, run: Run, project: Path) -> None:
        text = "Costó 5.500 euros."
        (project / "a.txt").write_text(text, encoding="utf-8")
        values = [
            [record["value"] for record in records(run(*arguments, "--json"))]
            for arguments in (
                ("--language", "es", "figures", "a.txt"),
                ("figures", "a.txt", "--language", "es"),
                ("--language", "en", "figures", "a.txt", "--language", "es"),
            )
        ]
        assert values == [[5500.0]] * 3

    def test_the_language_that_the_reader_chose_is_used(self, run: Run, project: Path) -> None:
        document = read_document(project / "seeds" / "2024-05-04_port.txt")
        AnnotationStore(project / "annotations" / "annotations.json", "ana").set_language(document, "en")
        assert "EUR" not in run("figures", "seeds").out

    def test_a_path_is_needed(self, run: Run) -> None:
        assert run("figures").code == 2


class TestOutput:
    def test_nothing_from_a_document_is_markup_or_reaches_the_terminal_as_a_control(
        self, run: Run, tmp_path: Path
    ) -> None:
        (tmp_path / "a.txt").write_text("[bold]Title[/b] \x1b[31m \u202e \x9b\n\n5 euros", encoding="utf-8")
        for terminal in (True, False):
            out = run("list", tmp_path, terminal=terminal).out
            assert "[bold]Title[/b]" in out
            assert not {"\x1b[31m", "\u202e", "\x9b"}.intersection(out)

    def test_json_keeps_a_direction_mark_as_an_escape(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("A \u202e title", encoding="utf-8")
        answer = run("list", tmp_path, "--json")
        assert "\\u202e" in answer.out
        assert records(answer)[0]["title"] == "A \u202e title"

    def test_a_pipe_gets_utf_8_whatever_the_terminal_speaks(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Año 漢字", encoding="utf-8")
        narrow = {**os.environ, "PYTHONIOENCODING": "ascii"}
        answer = subprocess.run(
            [*COMMAND, "list", str(tmp_path), "--json"], capture_output=True, env=narrow, check=True
        )
        assert "Año 漢字".encode() in answer.stdout

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
    def test_a_name_that_is_no_text_is_printed_all_the_same(self, tmp_path: Path) -> None:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b.txt")).write_text("Words", encoding="utf-8")
        for form in ([], ["--json"], ["--csv"]):
            answer = subprocess.run([*COMMAND, "list", str(tmp_path), *form], capture_output=True, check=True)
            assert b"Words" in answer.stdout
            assert b"\x1b" not in answer.stdout


@pytest.mark.usefixtures("project")
class TestEndings:
    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["--wrong"], "newsreader: No such option"),
            (["list", "--wrong"], "newsreader: No such option"),
            (
                ["--language", "Spanish", "list"],
                "newsreader: Invalid value for '--language': “Spanish” is no two-letter",
            ),
            (["lst"], "newsreader: lst: no such file, folder or command"),
        ],
    )
    def test_a_wrong_command_line_ends_with_one_line_and_2(self, run: Run, arguments: list[str], sentence: str) -> None:
        answer = run(*arguments)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert answer.err.startswith(sentence)

    def test_a_wrong_config_ends_with_one_line_and_2(self, run: Run, home: Path) -> None:
        (home / "config" / "newsreader").mkdir(parents=True)
        (home / "config" / "newsreader" / "config.toml").write_text("colum_width = 80")
        answer = run("list")
        assert (answer.code, answer.err.count("\n")) == (2, 1)
        assert "there is no setting “colum_width”" in answer.err

    def test_a_damaged_annotations_file_ends_with_one_line_and_2(self, run: Run, annotated: Path) -> None:
        file = annotated / "annotations" / "annotations.json"
        file.write_text("{")
        answer = run("list")
        assert (answer.code, answer.err.count("\n")) == (2, 1)
        assert file.read_text() == "{"

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
    def test_a_reader_that_closes_the_pipe_ends_it_quietly(self, tmp_path: Path) -> None:
        for number in range(300):
            (tmp_path / f"{number}.txt").write_text("Words " * 50)
        script = f'"$0" -c "$1" list "{tmp_path}" --json | head -n 1'
        answer = subprocess.run(["sh", "-c", script, *COMMAND[::2]], capture_output=True, text=True, check=True)
        assert (answer.stdout, answer.stderr) == ("[\n", "")

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
    def test_ctrl_c_ends_it_quietly_with_130(self) -> None:
        with subprocess.Popen(
            [*COMMAND, "figures", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdin is not None
            process.stdin.write(b"x" * 200_000)
            process.stdin.flush()
            process.send_signal(signal.SIGINT)
            out, err = process.communicate()
        assert (process.returncode, out, err.strip()) == (130, b"", b"")


class TestHelp:
    @pytest.mark.parametrize("command", ["", *SUBCOMMANDS])
    def test_every_command_has_help(self, run: Run, command: str) -> None:
        answer = run(*command.split(), "--help")
        assert answer.code == 0
        assert answer.out.startswith(f"Usage: newsreader {command}".strip())

    def test_the_program_lists_its_commands_with_whole_sentences(self, run: Run) -> None:
        out = run("--help").out
        summaries = [line.split() for line in out.partition("Commands:")[2].splitlines() if line.endswith(".")]
        assert [words[0] for words in summaries] == list(SUBCOMMANDS)

    def test_the_version_is_shown(self, run: Run) -> None:
        assert run("--version").out.startswith("newsreader")

    def test_the_shell_can_complete_commands_and_options(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("_NEWSREADER_COMPLETE", "bash_complete")
        for words, completions in (("newsreader fi", "plain,figures"), ("newsreader list --js", "plain,--json")):
            monkeypatch.setenv("COMP_WORDS", words)
            monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
            with pytest.raises(SystemExit):
                main()
            assert completions in capsys.readouterr().out.splitlines()

    def test_every_sub_command_can_be_loaded(self) -> None:
        context = click.Context(newsreader)
        assert {name: command.name for name in SUBCOMMANDS if (command := newsreader.get_command(context, name))} == {
            name: name for name in SUBCOMMANDS
        }
