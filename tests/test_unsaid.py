"""What a text leaves unsaid of a figure can be told, also once the reader has said it."""

import pytest

from tui.documents.conventions import NO_CONVENTIONS, Conventions
from tui.highlights.figures import find_figures
from tui.highlights.unsaid import Unsaid, unsaid

SAID = Conventions({"USD": "CAD"}, ".", 2024)


@pytest.mark.parametrize("conventions", [NO_CONVENTIONS, SAID])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Gastó $5 millones.", Unsaid(currency="USD")),
        ("Gastó 5 millones de euros.", Unsaid()),
        ("Cinco kilos.", Unsaid()),
        ("Murieron 20.123 soldados.", Unsaid(readings=("20.123", "20 123"))),
        ("Gastó 5.5 millones.", Unsaid()),
        ("El 28 de octubre.", Unsaid(year=True)),
        ("El 28 de octubre de 2021.", Unsaid()),
        ("Valía $20,123.", Unsaid(currency="USD", readings=("20 123 {}", "20.123 {}"))),
    ],
)
def test_what_is_unsaid_is_told_whatever_the_reader_has_said(text: str, left: Unsaid, conventions: Conventions) -> None:
    figure = find_figures(text, "es", conventions)[0]
    found = unsaid(text, figure, "es", conventions)
    assert (found.currency, found.year) == (left.currency, left.year)
    assert found.readings == (left.readings and tuple(words.format(figure.unit) for words in left.readings))


def test_a_figure_is_found_again_deep_in_a_long_text() -> None:
    text = "Una línea sin nada.\n" * 5000 + "Gastó $5 millones.\n" + "Otra línea.\n" * 5000
    figure = find_figures(text, "es", SAID)[-1]
    assert unsaid(text, figure, "es", SAID) == Unsaid(currency="USD")
