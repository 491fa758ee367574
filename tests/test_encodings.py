"""Bytes become text by the encoding that they are in, whether or not anything says which that is."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from strategies import raw_texts

from tui.annotations.store import AnnotationStore
from tui.documents.encodings import EncodingError, decode, encoding_named
from tui.documents.readers import read_document, read_head

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "es": (
        "El puerto de Cádiz cerró antes de la tormenta, según contó la capitanía.",
        "¿Quién pagará los daños? «Nadie lo sabe aún», respondió la concejala.",
        "Murió el señor Ibáñez, que cuidó el faro cuarenta años.",
    ),
    "fr": (
        "Le château d'eau a cédé pendant la fête du village, près de Nîmes.",
        "« Où étions-nous ? » a demandé la députée à l'assemblée.",
        "Les élèves ont reçu une leçon gratuite dès février.",
    ),
    "de": (
        "Die Fähre über den Fluss fährt seit gestern nicht mehr.",
        "Für Gäste aus Österreich schließt das Hotel früher.",
        "Der größte Käse wog fünfzig Kilogramm.",
    ),
    "pt": (
        "A construção da ponte não começará antes do verão, avisou a câmara.",
        "O preço do pão subiu três vezes neste mês.",
        "Avós e irmãs também pediram explicações à polícia.",
    ),
    "it": (
        "La città riaprirà il mercato lunedì, perché la piazza è libera.",
        "Più di metà dei voti andò alla società civile.",
        "Così finì la novità: nessuno pagò.",
    ),
    "pl": (
        "Prezydent miasta odwiedził szkołę i obiecał nową pływalnię.",
        "Pociąg spóźnił się o trzy godziny, więc ludzie wyszli na dworzec.",
        "Źródła wody będą badane jeszcze w święta.",
    ),
}
WESTERN, CENTRAL = ("cp1252", "cp850", "mac-roman"), ("cp1250", "iso8859-2", "cp852")


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        (language, encoding)
        for language in SENTENCES
        for encoding in ("utf-16-le", "utf-16-be", *(CENTRAL if language == "pl" else WESTERN))
    ],
)
def test_nearly_all_short_texts_are_read_in_their_encoding(language: str, encoding: str) -> None:
    chance = random.Random(7)
    texts = ["\n".join(chance.choices(SENTENCES[language], k=3)) for _ in range(20)]
    right = sum(decode(text.encode(encoding))[0] == text for text in texts)
    assert right >= 19


def test_curly_quotes_and_dashes_do_not_make_a_text_central_european() -> None:
    text = "The mayor’s “promise” – trams by spring – cost £3,500 … nobody paid.\nIt’s a café’s loss."
    assert decode(text.encode("cp1252")) == (text, "cp1252")


def test_letters_far_into_an_english_text_are_found() -> None:
    text = "The river rose again and nobody came.\n" * 5000 + "Only Señora Núñez did."
    assert decode(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Мэр пообещал, что трамвай дойдёт до больницы весной. Никто ему не ответил. " * 3),
        ("shift_jis", "市長は春までに路面電車が病院に届くと約束した。誰も答えなかった。" * 3),
    ],
)
def test_other_scripts_are_read_too(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@given(raw_texts)
def test_utf_8_is_read_as_it_is(text: str) -> None:
    content = text.encode("utf-8", "replace")
    if b"\0" not in content and not text.startswith("\ufeff"):
        assert decode(content) == (content.decode(), "utf-8")


@pytest.mark.parametrize("content", [bytes(range(256)), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0" * 40])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(EncodingError, match="is binary"):
        decode(content)


@pytest.mark.parametrize("end", range(16_380, 16_390))
def test_a_head_that_ends_within_a_letter_is_still_utf_8(tmp_path: Path, end: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Título\n\n" + "x" * (end - 9) + "ñ" * 40, encoding="utf-8")
    assert (read_head(path).title, read_head(path).encoding) == ("Título", "utf-8")


class TestTheReadersWord:
    @pytest.mark.parametrize(
        ("name", "meant"),
        [("CP1252", "cp1252"), (" latin1 ", "iso8859-1"), ("UTF8", "utf-8"), ("mac_roman", "mac-roman")],
    )
    def test_an_encoding_has_many_names(self, name: str, meant: str) -> None:
        assert encoding_named(name) == meant

    @pytest.mark.parametrize("name", ["", "klingon", "rot13", "base64", "undefined", "a\0b"])
    def test_what_makes_no_text_of_bytes_is_no_encoding(self, name: str) -> None:
        assert encoding_named(name) is None

    def test_it_goes_before_what_is_detected(self) -> None:
        assert decode("señal".encode("cp1252"), "cp850")[0] == "se±al"

    def test_what_it_cannot_stand_for_is_shown_as_such(self) -> None:
        assert decode("señal".encode("cp1252"), "utf-8") == ("se\ufffdal", "utf-8")

    def test_it_is_kept_until_it_is_taken_back(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("La señal llegó.".encode("cp1252"))
        document = read_document(path)
        store = AnnotationStore(tmp_path / "annotations" / "annotations.json", "ana")
        store.set_encoding(document, "cp850")
        assert (store.encodings(), store.choices().encoding(path)) == ({path: "cp850"}, "cp850")
        store.undo()
        assert store.encodings() == {}
        store.redo()
        store.set_encoding(document, None)
        assert store.encodings() == {}
        store.close()

    def test_annotations_stay_on_words_that_are_the_same_in_it(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("La señal llegó a Burgos.".encode("cp1252"))
        store = AnnotationStore(tmp_path / "annotations" / "annotations.json", "ana")
        wrong = read_document(path, "cp850")
        start = wrong.text.index("Burgos")
        store.annotate(wrong, (start, start + 6), tags=["city"])
        right = read_document(path)
        [placed] = store.annotations(right)
        assert placed.span
        assert right.text[slice(*placed.span)] == "Burgos"
        store.close()
