"""What a link that is being written may be meant for."""

from tui.annotations.annotation import Anchor, Annotation
from tui.annotations.link_suggestions import MOST_SUGGESTIONS, suggested_annotations, suggested_documents, titled
from tui.documents.catalogue import ListedFile
from tui.documents.descriptions import make_description


def file_of(name: str, title: str | None = None, problem: str | None = None) -> ListedFile:
    description = None if title is None else make_description(name, title)
    return ListedFile("/news", name, problem=problem, description=description)


def annotation(id_: str, quote: str | None, tags: tuple[str, ...] = (), note: str = "", start: int = 0) -> Annotation:
    anchor = Anchor(start, start + len(quote), quote, "", "", "") if quote else None
    return Annotation(id_, "d", anchor, tags, note, "2026", "2026", "ana")


FILES = [file_of("1.txt", "La guerra de los barcos"), file_of("2.txt", "Barcos en Córdoba"), file_of("barcos.txt")]


def words(typed: str) -> list[str]:
    return [suggestion.link.title for suggestion in suggested_documents(FILES, typed)]


def test_documents_that_begin_with_what_is_typed_come_first_and_those_nobody_has_looked_into_go_by_their_name() -> None:
    assert words("barcos") == ["Barcos en Córdoba", "barcos.txt", "La guerra de los barcos"]
    assert words("cordoba BARCOS") == ["Barcos en Córdoba"]
    assert words("cebollas") == []
    assert len(words("")) == 3


def test_no_more_are_suggested_than_one_looks_through_and_none_that_cannot_be_read() -> None:
    files = [file_of(f"{number}.txt", f"Ships {number}") for number in range(100)]
    assert len(suggested_documents(files, "ships")) == MOST_SUGGESTIONS
    assert suggested_documents([file_of("a.pdf", problem="no format")], "a") == []


def test_a_title_means_the_document_that_has_it_whole_or_else_the_file_of_that_name() -> None:
    assert titled(FILES, "Barcos en Córdoba") is FILES[1]
    assert titled(FILES, "barcos.txt") is FILES[2]
    assert titled(FILES, "Barcos") is None


def test_annotations_are_suggested_in_text_order_by_quote_tags_note_and_block_id() -> None:
    annotations = [
        annotation("bbbbbbbb-1", "cuarenta marineros", ("people",), start=9),
        annotation("aaaaaaaa-1", "treinta barcos", ("ships",), "too many?", start=3),
        annotation("cccccccc-1", None, ("read",)),
    ]

    def found(typed: str) -> list[str]:
        return [suggestion.link.fragment for suggestion in suggested_annotations("T", annotations, typed)]

    assert found("") == ["^cccccccc", "^aaaaaaaa", "^bbbbbbbb"]
    assert found("BARCOS") == found("ships") == found("many") == found("^aaaa") == ["^aaaaaaaa"]
    assert found("barcos people") == []
