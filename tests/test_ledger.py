"""Figures of many documents: what they count, which of them a reader asks for, and where they are said again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.document import make_document
from tui.highlights.collection.filtering import (
    FigureFilter,
    FilterError,
    magnitude,
    magnitude_order,
    parse_amount,
    parse_figure_filter,
)
from tui.highlights.collection.ledger import LedgerRow, ledger_rows, same_figures
from tui.highlights.conversion import Rates
from tui.highlights.figures import find_figures

RATES = Rates("2026-11-20", "EUR", {"USD": 1.1})
SIMILAR = (
    *("5.5 mil millones de euros", "5 480 millones de euros", "3 km", "2 millas", "3.000 m", "20 a 30 km"),
    *(
        "20 soldados",
        "unos 20.000",
        "más de 20.400",
        "casi 21.000",
        "tres horas",
        "180 minutos",
        "del 3 al 5 %",
        "el 4 %",
    ),
)


def rows_of(text: str, language: str = "es", name: str = "a.txt") -> list[LedgerRow]:
    document = make_document(text, Path("/news", name), "utf-8")
    return ledger_rows(document, find_figures(document.text, language), language)


def row_of(text: str, language: str = "es", name: str = "a.txt") -> LedgerRow:
    [row] = rows_of(text, language, name)
    return row


class TestRows:
    def test_a_row_has_the_figure_what_it_counts_and_its_sentence(self) -> None:
        text = "Kiev calla\n\nNadie lo vio. Llegaron más de 20,000 soldados. Nada más."
        row = row_of(text)
        assert (row.words, row.noun, row.title) == ("20,000", "soldados", "Kiev calla")
        assert row.sentence == "Llegaron más de 20,000 soldados."
        assert text.index(row.sentence) == row.sentence_start

    @pytest.mark.parametrize(
        ("text", "language", "noun"),
        [
            ("1.200 millones de barriles", "es", "barriles"),
            ("1,7 millones de personas", "es", "personas"),
            ("300 nuevos soldados", "es", "soldados"),
            ("300 grandes empresas", "es", "empresas"),
            ("300 jóvenes", "es", "jóvenes"),
            ("90 police officers", "en", "officers"),
            ("20 o más detenidos", "es", "detenidos"),
            ("cientos de misiles", "es", "misiles"),
            ("24 reuniones de alto nivel", "es", "reuniones"),
            ("20 former Russian soldiers", "en", "soldiers"),
            ("300 more people", "en", "people"),
            ("3 business leaders", "en", "leaders"),
            ("35 km", "en", "km"),
            ("20 000 russische Soldaten", "de", "Soldaten"),
            ("20.000 soldati", "it", "soldati"),
            ("40 hôpitaux", "fr", "hôpitaux"),
            ("5 euros", "es", ""),
            ("el 3 de mayo de 2024", "es", ""),
            ("20 murieron", "es", ""),
            ("20.\n\nPersonas", "es", ""),
        ],
    )
    def test_the_noun_is_what_a_number_counts(self, text: str, language: str, noun: str) -> None:
        assert rows_of(f"Son {text}.", language)[0].noun == noun


class TestSameFigures:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("5.5 mil millones de dólares", "5 480 000 000 dólares"),
            ("1,7 millones de personas", "1 684 231 habitantes"),
            ("20.000 soldados", "20 mil efectivos"),
            ("3 500 kilómetros", "2.175 millas"),
            ("del 3,1 al 3,6 %", "el 3,5 %"),
            ("más de 5.000 soldados", "5.040 soldados"),
            ("72 horas", "tres días"),
            ("el 28 de octubre", "el 28 de octubre de 2024"),
            ("20 ‰", "2 %"),
        ],
    )
    def test_figures_agree_within_the_rounding_they_are_written_with(self, one: str, other: str) -> None:
        row, found = row_of(f"Fueron {one}."), row_of(f"Fueron {other}.", name="b.txt")
        assert same_figures(row, [row, found]) == [found]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("5,5 millones de dólares", "5,4 millones de dólares"),
            ("5,5 millones de dólares", "5,5 millones de euros"),
            ("20 soldados", "21 soldados"),
            ("20 soldados", "20,4"),
            ("un 1 %", "un 0,5 %"),
            ("20 soldados", "20 %"),
            ("3 %", "3 puntos porcentuales"),
            ("el 28 de octubre", "el 29 de octubre de 2024"),
            ("tres días", "cuatro días"),
        ],
    )
    def test_other_figures_do_not(self, one: str, other: str) -> None:
        assert not same_figures(row_of(f"Fueron {one}."), [row_of(f"Fueron {other}.", name="b.txt")])

    def test_a_tolerance_takes_the_place_of_rounding(self) -> None:
        row, found = row_of("100 soldados"), row_of("104 soldados")
        assert same_figures(row, [found], tolerance=0.05) == [found]
        assert not same_figures(row, [found], tolerance=0.03)

    def test_currencies_agree_by_rates_alone(self) -> None:
        row, found = row_of("1,1 millones de dólares"), row_of("1 millón de euros")
        assert not same_figures(row, [found])
        assert same_figures(row, [found], rates=RATES) == [found]

    def test_the_same_figure_at_another_place_of_its_document_is_found(self) -> None:
        first, second = rows_of("Llegaron 20 soldados. De los 20 soldados murieron dos niños.")[:2]
        assert same_figures(first, [first, second]) == [second]

    @given(
        st.lists(
            st.sampled_from(SIMILAR),
            min_size=2,
            max_size=6,
        ),
        st.none() | st.floats(min_value=0, max_value=1),
    )
    def test_who_agrees_is_agreed_with(self, texts: list[str], tolerance: float | None) -> None:
        rows = [row for number, text in enumerate(texts) for row in rows_of(f"Hubo {text}.", name=f"{number}.txt")]
        for row in rows:
            for other in same_figures(row, rows, tolerance):
                assert row in same_figures(other, rows, tolerance)


class TestFilter:
    def test_a_line_names_kinds_units_magnitudes_and_words(self) -> None:
        asked = parse_figure_filter('money USD >=1e9 <=5bn Rusia "mil millones"')
        assert asked == FigureFilter(
            frozenset(["money"]), frozenset(["USD"]), 1e9, 5e9, words=("rusia", "mil millones")
        )

    @pytest.mark.parametrize(
        ("line", "shown"),
        [
            ("percentages", ["3,5 %"]),
            ("measures", ["40 km"]),
            ("kilometers", ["40 km"]),
            (">5km", ["40 km"]),
            ("usd", ["5,5 millones de dólares"]),
            (">20_000", ["5,5 millones de dólares"]),
            (">=20k", ["5,5 millones de dólares", "20.000"]),
            ("5..7m", ["5,5 millones de dólares"]),
            ("soldado", ["20.000"]),
            ("MAQUINA", ["40 km"]),
            ("age", []),
            ("days", ["Tres días"]),
            ("duration >=3days", ["Tres días"]),
            ("number km", []),
        ],
    )
    def test_only_what_is_asked_for_is_shown(self, line: str, shown: list[str]) -> None:
        text = "Informe\n\nValía 5,5 millones de dólares. Cayó un 3,5 %. La máquina: 40 km. 20.000 soldados. Tres días."
        asked = parse_figure_filter(line)
        assert [row.words for row in rows_of(text) if asked.matches(row)] == shown

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            (">", "a number is missing after “>”"),
            (">abc", "“abc” is no number; write it as 1e9, 5bn, 2.5m or 1_000"),
            ("2x..3", "“2x”: “x” is neither k, m, bn, tn nor a unit"),
        ],
    )
    def test_a_wrong_number_is_told(self, line: str, sentence: str) -> None:
        with pytest.raises(FilterError, match=f"^{sentence}$"):
            parse_figure_filter(line)

    @given(st.text(max_size=30))
    def test_any_line_is_a_filter_or_told_to_be_none(self, line: str) -> None:
        try:
            asked = parse_figure_filter(line)
        except FilterError:
            return
        assert asked.matches(row_of("20 soldados")) in {True, False}

    @given(st.data())
    def test_a_row_passes_a_filter_of_any_of_its_words(self, data: st.DataObject) -> None:
        [row] = rows_of("Llegaron más de 20.000 soldados norcoreanos según el informe de Núñez.")
        word = data.draw(st.sampled_from(row.sentence.split()))
        assert parse_figure_filter(f'"{word}"').matches(row)

    def test_digits_alone_are_words_to_look_for(self) -> None:
        assert parse_figure_filter("4999").words == ("4999",)

    def test_rows_are_sorted_by_magnitude_within_a_scale(self) -> None:
        rows = rows_of("Fueron 20 soldados, 5 millones de euros, dos horas y tres días desde el 3 de mayo de 2024.")
        ordered = [row.words for row in sorted(rows, key=magnitude_order)]
        assert ordered == ["5 millones de euros", "20", "tres días", "dos horas", "3 de mayo de 2024"]

    def test_a_range_is_as_large_as_its_middle(self) -> None:
        assert magnitude(row_of("de 20 a 30 km").figure) == 25

    @pytest.mark.parametrize(
        ("text", "amount"),
        [("5.5e9 USD", (5.5e9, "USD")), ("3 %", (3, "%")), ("12km", (12, "kilometer")), ("20k", (2e4, None))],
    )
    def test_an_amount_is_read_with_its_unit(self, text: str, amount: tuple[float, str | None]) -> None:
        assert parse_amount(text) == amount
