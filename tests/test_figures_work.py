"""What finding figures costs: counted in calls, which are the same on every machine, and never in seconds."""

import sys
from types import FrameType

import pytest

from tui.highlights.figures import find_figures
from tui.highlights.figures.tokens import cut_tokens

HOSTILE = {
    "en": "1,1,1|1-|((((1|- - - |1/1/1/|9|1'1|1 1 |x10^|12:10:|1. |two and |twenty-|hundred |half a |one in |1 over 2 "
    "|point five |the |1 to |5, 6, 7, |July |at 5 |$|5 ft |COVID-19-|S&P 500 |1% |6 points |million million |nineteen ",
    "es": "mil mil |de 5 a 5 a 5 a |entre 1 y |5 y |cien mil millones de |dos horas y |y medio |lunes 5, |mayo de |"
    "1 de cada |coma |más de |todo el |siglo |de |un ",
    "fr": "quatre-|vingt et |un et |années |20h00 |l'an |mille |de 5 à ",
    "de": "ein|zwanzig|einundzwanzig|5. |der 5. |von 5 bis |Jahre ",
    "pt": "mil e |e meio |de 5 a |um ",
    "it": "cento|mila |e mezzo |un |dal 5 al ",
}
REPEATED = [(language, piece) for language, pieces in HOSTILE.items() for piece in pieces.split("|")]


def calls_to_read(text: str, language: str) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        find_figures(text, language)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(("language", "piece"), REPEATED)
def test_a_text_twice_as_long_costs_no_more_than_twice_the_work(language: str, piece: str) -> None:
    find_figures(piece, language)
    small, large = (calls_to_read(piece * times, language) for times in (100, 200))
    assert large <= 2.2 * small


def test_words_that_no_figure_can_start_at_cost_no_calls() -> None:
    find_figures("", "en")
    assert calls_to_read("Nobody saw them leave. " * 100, "en") == calls_to_read("Nobody saw them leave. ", "en")


def test_tokens_stand_where_the_text_has_them_whatever_the_white_space() -> None:
    text = "\t It  cost\u00a05\u2009000 €,\n \nor 1.5\n\n\n% more \n"
    tokens = cut_tokens(text)
    words = [(text[slice(*tokens.span(index, index + 1))], word) for index, word in enumerate(tokens.raw)]
    assert [word for _, word in words if word] == [
        "It",
        "cost",
        "5\u2009000",
        "€",
        ",",
        "\n\n",
        "or",
        "1.5",
        "\n\n",
        "%",
        "more",
    ]
    assert all(cut == word for cut, word in words if word.strip())
