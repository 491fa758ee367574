"""A sweep brings up one place after the other; each decision is one key."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from driving import Driver, opened

from tui.annotations.annotation import Tag
from tui.annotations.store import AnnotationStore
from tui.documents.readers import read_document
from tui.widgets.sweep_line import SweepLine

TEXT = "El gasto\n\nEspaña gastó 20 millones de euros en 2024. Francia gastó 7 millones de euros. Nadie más gastó.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def annotations(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    AnnotationStore(path, "ana").set_tags([Tag("money", pin=1), Tag("check", pin=2)], "pinned")
    return path


@pytest.fixture
async def driver(article: Path, annotations: Path) -> AsyncIterator[Driver]:
    async with opened([article], annotations) as driver:
        yield driver


def line(driver: Driver) -> str:
    return driver.screen.query_one(SweepLine).render().plain.strip()


def tags(article: Path, annotations: Path) -> dict[str, tuple[str, ...]]:
    document = read_document(article)
    placed = AnnotationStore(annotations, "ana", for_reading=True).annotations(document)
    return {document.text[slice(*one.span)]: one.annotation.tags for one in placed if one.span}


async def test_each_decision_is_one_key_and_leads_to_the_next_figure(
    driver: Driver, article: Path, annotations: Path
) -> None:
    await driver.press("d", "f")
    assert driver.selected() == "20 millones de euros"
    assert line(driver).startswith("figures 1 of 3 · 0 tagged · 0 skipped")
    assert "= 20 000 000 EUR" in line(driver)
    await driver.press("1")
    assert driver.selected() == "2024"
    assert "saved: tagged “20 millones de euros” money · u undoes" in driver.status
    await driver.press("n")
    assert driver.selected() == "7 millones de euros"
    await driver.press("full_stop")
    assert tags(article, annotations) == {"20 millones de euros": ("money",), "7 millones de euros": ("money",)}
    assert line(driver).startswith("figures done: 2 tagged · 1 skipped · d d takes those up again")
    assert driver.selected() == ""


async def test_what_was_skipped_comes_up_in_the_next_sweep(driver: Driver) -> None:
    await driver.press("d", "f", "1", "space", "1", "d", "d")
    assert driver.selected() == "2024"
    await driver.press("2")
    assert line(driver).startswith("figures done: 1 tagged · 0 skipped")


async def test_a_typed_tag_leads_on_and_a_question_that_is_left_does_not(
    driver: Driver, article: Path, annotations: Path
) -> None:
    await driver.press("d", "f", "t", "escape")
    assert driver.selected() == "20 millones de euros"
    await driver.press("t", *"cost", "enter")
    assert driver.selected() == "2024"
    assert tags(article, annotations) == {"20 millones de euros": ("cost",)}


async def test_back_leads_to_the_one_before_which_is_decided_anew(
    driver: Driver, article: Path, annotations: Path
) -> None:
    await driver.press("d", "f", "1", "b")
    assert driver.selected() == "20 millones de euros"
    await driver.press("2")
    assert tags(article, annotations) == {"20 millones de euros": ("check",)}
    assert driver.selected() == "2024"
    await driver.press("backspace", "n")
    assert tags(article, annotations) == {}
    assert line(driver).startswith("figures 2 of 3 · 0 tagged · 1 skipped")


async def test_undo_takes_the_last_tag_back_and_leads_there(driver: Driver, article: Path, annotations: Path) -> None:
    await driver.press("d", "f", "1", "n", "1", "u")
    assert driver.selected() == "7 millones de euros"
    assert tags(article, annotations) == {"20 millones de euros": ("money",)}
    assert line(driver).startswith("figures 3 of 3 · 1 tagged · 1 skipped")
    await driver.press("u")
    assert driver.selected() == "20 millones de euros"
    assert "undone" in driver.status


async def test_what_is_made_again_leads_on(driver: Driver) -> None:
    await driver.press("d", "f", "1", "u", "ctrl+r")
    assert driver.selected() == "2024"
    assert line(driver).startswith("figures 2 of 3 · 1 tagged")


async def test_a_place_that_gets_its_tag_elsewhere_leads_on(driver: Driver, article: Path, annotations: Path) -> None:
    await driver.press("d", "f")
    document, words = read_document(article), "20 millones de euros"
    place = (TEXT.index(words), TEXT.index(words) + len(words))
    AnnotationStore(annotations, "ben").annotate(document, place, tags=["seen"])
    driver.screen.poll()
    await driver.settle()
    assert driver.selected() == "2024"


async def test_a_sweep_begins_at_the_cursor_and_goes_round(driver: Driver) -> None:
    await driver.press("f", "f", "f", "d", "f")
    assert driver.selected() == "7 millones de euros"
    await driver.press("n")
    assert driver.selected() == "20 millones de euros"
    assert line(driver).startswith("figures 1 of 3")


async def test_names_sentences_and_all_of_them_are_swept(driver: Driver) -> None:
    await driver.press("d", "e")
    assert driver.selected() == "España"
    await driver.press("escape", "g", "g", "d", "s")
    assert driver.selected() == "El gasto"
    await driver.press("n")
    assert driver.selected() == "España gastó 20 millones de euros en 2024."
    await driver.press("escape", "d", "a")
    assert line(driver).startswith("all 2 of 9")


async def test_what_has_a_tag_already_does_not_come_up_but_what_has_a_note_does(
    article: Path, annotations: Path
) -> None:
    document = read_document(article)
    figures = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("20 millones de euros", "2024")]
    store = AnnotationStore(annotations, "ana")
    store.annotate(document, figures[0], tags=["x"])
    store.annotate(document, figures[1], note="Really?")
    async with opened([article], annotations) as driver:
        await driver.press("d", "f")
        assert driver.selected() == "2024"
        await driver.press("1")
        assert tags(article, annotations)["2024"] == ("money",)


async def test_a_note_is_written_on_the_place_without_leaving_it(driver: Driver) -> None:
    await driver.press("d", "f", "m", *"Look", "ctrl+s")
    assert driver.selected() == "20 millones de euros"
    assert line(driver).startswith("figures 1 of 3 · 0 tagged")


async def test_escape_ends_the_sweep_and_keys_are_those_of_the_text_again(driver: Driver) -> None:
    await driver.press("d", "f", "1", "escape")
    assert "the sweep has ended: 1 tagged · 0 skipped · d d goes on from here" in driver.status
    assert not driver.screen.query_one(SweepLine).display
    before = driver.screen.reader.cursor
    await driver.press("b")
    assert driver.screen.reader.cursor < before


async def test_the_keys_of_a_sweep_are_told_while_they_are_chosen_and_in_the_footer(driver: Driver) -> None:
    await driver.press("d")
    assert "f Sweep figures   e Sweep names   s Sweep sentences   a Sweep all" in driver.status
    await driver.press("f")
    assert "n skip   b back" in driver.text()


async def test_where_there_is_nothing_to_sweep_that_is_said(tmp_path: Path, annotations: Path) -> None:
    (tmp_path / "none.txt").write_text("Nada de nada.\n")
    async with opened([tmp_path / "none.txt"], annotations) as driver:
        await driver.press("d", "f")
        assert "no figures here to sweep" in driver.status


async def test_another_document_ends_the_sweep(article: Path, annotations: Path, tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text("Otra cosa: 5 %.\n")
    async with opened([article, tmp_path / "two.txt"], annotations) as driver:
        await driver.press("d", "f", ">", "w")
        assert driver.at_cursor(4) == "cosa"
