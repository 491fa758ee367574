"""`newsreader figures` filters, compares, converts and sorts, and its rows leave as they come."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import COMMAND, Answer, Run

from tui.annotations.store import AnnotationStore
from tui.documents.conventions import Conventions
from tui.documents.readers import read_document

RATES = '[rates]\ndate = 2026-11-20\nbase = "EUR"\nUSD = 1.1\n'


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles, in which the command runs."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "La guerra\n\nCostó 5.500 millones de dólares. Llegaron más de 20.000 soldados norcoreanos en 3 días.",
        encoding="utf-8",
    )
    (folder / "b.txt").write_text(
        "La paz\n\nLa ayuda fue de 5.480 millones de dólares y 40 euros. El camino, de 10 millas, tardó 72 horas.",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def rates(home: Path) -> None:
    (home / "config" / "newsreader").mkdir(parents=True)
    (home / "config" / "newsreader" / "config.toml").write_text(RATES)


def texts(answer: Answer) -> list[str]:
    assert answer.err == ""
    return [record["text"] for record in json.loads(answer.out)]


@pytest.mark.usefixtures("news")
class TestFilters:
    @pytest.mark.parametrize(
        ("options", "shown"),
        [
            (["--kind", "money"], ["5.500 millones de dólares", "5.480 millones de dólares", "40 euros"]),
            (["--kind", "measures", "--kind", "number"], ["20.000", "10 millas"]),
            (["--unit", "EUR"], ["40 euros"]),
            (["--unit", "miles"], ["10 millas"]),
            (["--from", "5490m"], ["5.500 millones de dólares"]),
            (["--from", "20", "--to", "20k"], ["20.000", "40 euros"]),
            (["--text", "SOLDADOS guerra"], ["20.000", "3 días"]),
            (["--same-as", "5.5e9 USD"], ["5.500 millones de dólares", "5.480 millones de dólares"]),
            (["--same-as", "5.5e9 USD", "--tolerance", "0.1%"], ["5.500 millones de dólares"]),
            (["--same-as", "16 km"], ["10 millas"]),
            (["--same-as", "P3D"], ["3 días", "72 horas"]),
            (["--same-as", "20 mil soldados"], ["20.000"]),
            (["--kind", "number", "--sort", "magnitude"], ["20.000"]),
        ],
    )
    def test_only_what_is_asked_for_is_printed(self, run: Run, options: list[str], shown: list[str]) -> None:
        assert texts(run("figures", "news", "--json", *options)) == shown

    def test_the_largest_come_first_where_that_is_asked_for(self, run: Run) -> None:
        answer = run("figures", "news", "--json", "--kind", "money", "--kind", "number", "--sort", "magnitude")
        assert texts(answer) == ["5.500 millones de dólares", "5.480 millones de dólares", "20.000", "40 euros"]

    def test_a_row_tells_what_is_counted_and_where(self, run: Run) -> None:
        [record] = json.loads(run("figures", "news", "--json", "--kind", "number").out)
        assert (record["noun"], record["title"], record["document"]) == ("soldados", "La guerra", "news/a.txt")
        assert record["sentence"] == "Llegaron más de 20.000 soldados norcoreanos en 3 días."

    @pytest.mark.parametrize(
        ("options", "sentence"),
        [
            (["--kind", "colour"], "“colour” is no kind of figure; there are money, percentage"),
            (["--unit", "parrot"], "“parrot” is no unit that is known"),
            (["--from", "much"], "“much” is no number; write it as 1e9, 5bn, 2.5m or 1_000"),
            (["--same-as", "nothing"], "“nothing” is no single figure"),
            (["--same-as", "5 km", "--tolerance", "some"], "“some” is no number"),
            (["--tolerance", "5%"], "--tolerance says how much may lie between"),
            (["--in", "parrot"], "“parrot” is no unit that is known"),
            (["--in", "EUR"], "no rates: currencies are converted by the table [rates] of the config"),
        ],
    )
    def test_a_wrong_option_ends_with_one_sentence_and_2(self, run: Run, options: list[str], sentence: str) -> None:
        answer = run("figures", "news", *options)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert answer.err.startswith(f"newsreader: {sentence}")


@pytest.mark.usefixtures("news")
class TestConversion:
    def test_measures_are_told_in_another_unit_as_well(self, run: Run) -> None:
        records = json.loads(run("figures", "news", "--json", "--in", "km").out)
        converted = {record["text"]: (record["converted"], record["converted_unit"]) for record in records}
        assert converted["10 millas"] == (16.09344, "kilometer")
        assert converted["20.000"] == (None, None)

    @pytest.mark.usefixtures("rates")
    def test_money_is_told_in_another_currency_with_the_day_of_the_rates(self, run: Run) -> None:
        rows = list(csv.DictReader(io.StringIO(run("figures", "news", "--csv", "--kind", "money", "--in", "EUR").out)))
        assert [row["converted"] for row in rows] == ["5000000000", "4981818181.8182", "40"]
        assert [row["remark"] for row in rows] == ["rates of 2026-11-20", "rates of 2026-11-20", ""]

    @pytest.mark.usefixtures("rates")
    def test_the_largest_in_the_other_unit_come_first(self, run: Run, news: Path) -> None:
        (news / "c.txt").write_text("Costó 4.990 millones de euros.", encoding="utf-8")
        answer = run("figures", "news", "--json", "--from", "1m", "--in", "EUR", "--sort", "magnitude")
        assert [record["unit"] for record in json.loads(answer.out)] == ["USD", "EUR", "USD"]

    @pytest.mark.usefixtures("rates")
    def test_a_currency_without_a_rate_is_told_at_once(self, run: Run) -> None:
        answer = run("figures", "news", "--in", "ARS")
        assert (answer.code, answer.err) == (2, "newsreader: no rate for ARS in the table of 2026-11-20\n")

    @pytest.mark.usefixtures("rates")
    def test_same_figures_are_found_in_another_currency(self, run: Run) -> None:
        assert texts(run("figures", "news", "--json", "--same-as", "4.98e9 EUR")) == ["5.480 millones de dólares"]


@pytest.mark.usefixtures("news")
class TestTable:
    def test_a_terminal_gets_columns_that_fit_it(self, run: Run) -> None:
        lines = run("figures", "news", "--kind", "number", "--kind", "money", terminal=True).out.splitlines()
        assert lines[0].split() == ["Figure", "Of", "what", "Kind", "Value", "Document"]
        assert any("soldados" in line and "20\u00a0000" in line and "news/a.txt" in line for line in lines)
        assert max(map(len, lines)) <= 100

    def test_one_document_needs_no_column(self, run: Run) -> None:
        heading, *_ = run("figures", "news/a.txt", terminal=True).out.splitlines()
        assert "Document" not in heading


class TestReading:
    def test_the_second_time_nothing_is_read_and_all_is_the_same(
        self, run: Run, news: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for file in news.iterdir():
            os.utime(file, (time.time() - 60,) * 2)
        first = run("figures", "news", "--json")
        monkeypatch.setattr("tui.highlights.collection.reading.DocumentReader.found_in", None)
        assert run("figures", "news", "--json") == first

    def test_what_the_reader_said_of_a_document_counts(self, run: Run, news: Path, tmp_path: Path) -> None:
        annotations = tmp_path / "annotations.json"
        AnnotationStore(annotations, "ana").set_conventions(
            read_document(news / "a.txt"), Conventions({"USD": "CAD"}), "dollars"
        )
        records = json.loads(run("figures", "news", "--json", "--unit", "CAD", "--annotations", annotations).out)
        assert [record["text"] for record in records] == ["5.500 millones de dólares"]

    @pytest.mark.usefixtures("news")
    def test_no_figures_are_an_empty_array(self, run: Run) -> None:
        assert run("figures", "news", "--json", "--kind", "age").out == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes and signals")
class TestStreaming:
    @pytest.fixture
    def many(self, tmp_path: Path) -> Path:
        """Enough articles for several processes and some seconds."""
        for number in range(700):
            (tmp_path / f"{number:03}.txt").write_text(f"Llegaron {number} soldados y 5 millones. " * 100)
        return tmp_path

    @pytest.mark.parametrize("form", ["--json", "--csv"])
    def test_a_reader_that_closes_the_pipe_ends_it_quietly(self, many: Path, form: str) -> None:
        script = f'"$0" -c "$1" --language es figures "{many}" {form} | head -n 3'
        answer = subprocess.run(["sh", "-c", script, *COMMAND[::2]], capture_output=True, text=True, check=True)
        assert (len(answer.stdout.splitlines()), answer.stderr) == (3, "")

    def test_ctrl_c_ends_all_processes_quietly(self, many: Path) -> None:
        with subprocess.Popen(
            [*COMMAND, "--language", "es", "figures", many],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            assert process.stdout
            first = process.stdout.readline()
            os.killpg(process.pid, signal.SIGINT)
            _, err = process.communicate()
        assert (process.returncode, err.strip()) == (130, b"")
        assert first
