"""The names that Unicode CLDR gives to currencies, units, months and weekdays."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.highlights.figures import find_figures

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tui" / "highlights" / "figures" / "data"


def test_the_shipped_names_are_those_that_the_tool_builds(tmp_path: Path) -> None:
    pytest.importorskip("babel")
    tool = ROOT / "tools" / "build_cldr_names.py"
    subprocess.run([sys.executable, tool, "--output", tmp_path], check=True, stdout=subprocess.DEVNULL)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {path.name: path.read_bytes() for path in DATA.glob("*.tsv")}


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("es", "3,5 millones de coronas islandesas", 3.5e6, "ISK"),
        ("en", "250 Mauritanian ouguiyas", 250, "MRU"),
        ("fr", "20 roupies mauriciennes", 20, "MUR"),
        ("fr", "1 200 $AU", 1200, "AUD"),
        ("pt", "mil rands sul-africanos", 1000, "ZAR"),
        ("de", "zwei Millionen tunesischen Dinar", 2e6, "TND"),
        ("it", "600 dinari kuwaitiani", 600, "KWD"),
        ("es", "12 milibares", 12, "millibar"),
        ("en", "40 newtons", 40, "newton"),
        ("fr", "512 Go", 512, "gigabyte"),
        ("pt", "80 milhas cúbicas", 80, "cubic-mile"),
        ("de", "fünf Kubikmeilen", 5, "cubic-mile"),
        ("it", "7 parsec", 7, "parsec"),
    ],
)
def test_names_that_only_cldr_lists_are_units(language: str, text: str, value: float, unit: str) -> None:
    (figure,) = find_figures(text, language)
    assert (text[figure.start : figure.end], figure.value, figure.unit) == (text, value, unit)


@pytest.mark.parametrize(
    ("language", "text", "timex"),
    [
        ("es", "mar 3 de marzo de 2020", "2020-03-03"),
        ("es", "3 mar 2020", "2020-03-03"),
        ("fr", "jeu. 5 févr. 2026", "2026-02-05"),
        ("pt", "sexta-feira, 12 de setembro", "XXXX-09-12"),
        ("it", "mer 14 gen 2015", "2015-01-14"),
        ("de", "Do, 5. März 2020", "2020-03-05"),
    ],
)
def test_short_and_joined_names_of_months_and_weekdays_are_read_in_dates(language: str, text: str, timex: str) -> None:
    (figure,) = find_figures(text, language)
    assert (text[figure.start : figure.end], figure.value) == (text, timex)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Desemboca en el mar Caribe."),
        ("fr", "La mer est calme et le ven est loin."),
        ("it", "Il mar Nero è calmo."),
        ("pt", "A segunda metade do mar."),
    ],
)
def test_a_short_name_by_itself_is_no_date(language: str, text: str) -> None:
    assert "date" not in {figure.kind for figure in find_figures(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [("it", "100 tonnellate", "tonne"), ("fr", "due à mille francs", "CHF"), ("pt", "5 mil libras", "GBP")],
)
def test_what_the_language_itself_says_wins_over_cldr(language: str, text: str, unit: str) -> None:
    assert [figure.unit for figure in find_figures(text, language)] == [unit]
