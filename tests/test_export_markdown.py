"""Annotations leave as Markdown in which every quote reads as in the source."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from strategies import PIECES

from tui.annotations.anchoring import PlacedAnnotation
from tui.annotations.annotation import Annotation, make_anchor
from tui.documents.document import Document, Span, front_matter, make_document
from tui.documents.structure import Structure
from tui.exports.markdown import markdown_of
from tui.highlights.highlight import Figure

TEXT = "The fleet sold ships for up to $5 million. Nobody knew.\nThe harbour master, *Ana*, was content."
SIGNS = (
    *(
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~",
        "~~~",
        "==",
        "=",
        "[",
        "](",
        "]: ",
        "![",
        "<b>",
        "<!--",
        "</p>",
        "<http://a.b>",
    ),
    *(
        "#",
        "# ",
        "- ",
        "+ ",
        "> ",
        "1. ",
        "2) ",
        "---",
        "===",
        ":--",
        "|",
        "|-|",
        "&amp;",
        "&#42;",
        "&",
        "\\",
        "$",
        "%%",
    ),
    *("    ", "\n    ", "^", "~", "!", ":", "https://a.b/c_d_e", "<script>", "^abc", "[^1]"),
)
markdown_like = st.lists(st.sampled_from(SIGNS + PIECES), min_size=1, max_size=25).map("".join)

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def document_of(text: str, title: str = "Title") -> Document:
    return replace(make_document(text, None, "utf-8"), title=title)


def annotated(
    document: Document, span: Span | None, *, note: str = "", tags: Sequence[str] = ("check",)
) -> PlacedAnnotation:
    anchor = make_anchor(document.text, document.sha256, span) if span else None
    moment = "2024-05-06T07:08:09.000Z"
    annotation = Annotation(
        id=f"0b5ad3c6-0000-4000-8000-{span[0] if span else 0:012}",
        document="d0c",
        anchor=anchor,
        tags=tuple(tags),
        note=note,
        created=moment,
        modified=moment,
        creator="ana",
    )
    return PlacedAnnotation(annotation, span)


def quotation(text: str, data: st.DataObject) -> tuple[Document, Span]:
    """A document and some span of it that is not blank."""
    document = document_of(f"{text}x")
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    assume(document.text[start:end].strip())
    return document, (start, end)


def exported(document: Document, *annotations: PlacedAnnotation, figures: Sequence[Figure] = ()) -> str:
    return markdown_of(document, annotations, figures, "en", "seeds/a.txt")


def blocks(markdown: str) -> list[Token]:
    """The tokens of an export's Markdown after its front matter."""
    return RENDERER.parse(front_matter(markdown)[1])


def words(token: Token) -> str:
    """What a reader sees of a paragraph; text alone counts, so that what became code or a link is missed."""
    shown = {"text": lambda child: child.content, "softbreak": lambda _: "\n"}
    return "".join(shown.get(child.type, lambda _: "")(child) for child in token.children or ())


def quoted(markdown: str) -> list[str]:
    """The lines of the first block quote as they read, marks and all."""
    tokens = blocks(markdown)
    start, end = (
        next(n for n, token in enumerate(tokens) if token.type == f"blockquote_{edge}") for edge in ("open", "close")
    )
    inside = tokens[start + 1 : end]
    assert {token.type for token in inside} <= {"paragraph_open", "inline", "paragraph_close"}
    return [line for token in inside if token.type == "inline" for line in words(token).split("\n")]


def paragraphs(markdown: str) -> list[str]:
    return [token.content for token in blocks(markdown) if token.type == "inline" and token.level == 1]


class TestQuotes:
    @settings(max_examples=200)
    @given(text=markdown_like, data=st.data())
    def test_a_quote_in_its_sentence_reads_as_in_the_source(self, text: str, data: st.DataObject) -> None:
        document, (start, end) = quotation(text, data)
        text = document.text
        structure = Structure(text)
        low = min(start, structure.sentence_at(start)[0])
        high = max(end, structure.sentence_at(end - 1)[1])
        lines = quoted(exported(document, annotated(document, (start, end))))
        expected = [line for line in text[low:high].split("\n") if line.strip()]
        assert [line.replace("==", "").strip() for line in lines] == [
            line.replace("==", "").strip() for line in expected
        ]

    @given(text=markdown_like.map(lambda text: text.replace("=", "")), data=st.data())
    def test_the_marked_words_are_the_quote(self, text: str, data: st.DataObject) -> None:
        document, (start, end) = quotation(text, data)
        pieces = "\n".join(quoted(exported(document, annotated(document, (start, end))))).split("==")
        marked = "".join(pieces[1::2]) if len(pieces) > 1 else pieces[0]
        assert "".join(marked.split()) == "".join(document.text[start:end].split())

    @settings(max_examples=100)
    @given(text=markdown_like)
    def test_no_quote_changes_what_follows_it(self, text: str) -> None:
        document = document_of(f"{text}x")
        markdown = exported(document, annotated(document, (0, len(document.text)), note="A note"))
        outer = [token.type for token in blocks(markdown) if token.level == 0 and token.nesting == 1]
        assert outer == ["heading_open", "blockquote_open", *["paragraph_open"] * 4]

    @given(title=markdown_like)
    def test_a_title_reads_as_it_is(self, title: str) -> None:
        title = " ".join(title.replace("\u2028", " ").split()).strip()
        heading = next(
            token for token in blocks(exported(document_of(TEXT, title))) if token.type == "inline" or not title
        )
        assert words(heading) == title

    def test_words_within_a_sentence_are_marked_in_it(self) -> None:
        document = document_of(TEXT)
        assert "> The fleet ==sold ships== for up to \\$5 million.\n" in exported(
            document, annotated(document, (10, 20))
        )

    @pytest.mark.parametrize(
        "text",
        [
            *("*a* **b**", "_a_ __b__", "`a`", "``` a", "~~a~~", "~~~ a", "<b>a</b>", "<!-- a -->", "a &amp; b", "\\*"),
            *("[a](b)", "[a]: b", "![a](b)", "<https://a.b>", "# a", "- a", "+ a", "* a", "> a", "1. a", "2) a"),
            *(
                "a\n===",
                "a\n---",
                "a\n- b",
                "a\n+ b",
                "a\n> b",
                "a\n1. b",
                "a | b\n--|--",
                "a | b\n|--|--|",
                "a | b\n:-- | --",
                "a | b\n:--",
            ),
        ],
    )
    def test_no_sign_of_markdown_is_eaten(self, text: str) -> None:
        document = document_of(text)
        assert "\n".join(quoted(exported(document, annotated(document, (0, len(text)))))) == text

    def test_signs_that_notebooks_read_are_escaped_too(self) -> None:
        document = document_of("a ==b== #c $d$ %%e%% ^f")
        assert "> a \\=\\=b\\=\\= \\#c \\$d\\$ \\%\\%e\\%\\% \\^f\n" in exported(document, annotated(document, (0, 23)))

    def test_lines_keep_their_indentation(self) -> None:
        document = document_of("Roses, said the song of the harbour,\n    are red,\n\tand not blue")
        lines = quoted(exported(document, annotated(document, (0, len(document.text)))))
        assert "\n".join(lines) == document.text

    def test_a_whole_sentence_needs_no_mark(self) -> None:
        document = document_of(TEXT)
        start = TEXT.index("Nobody")
        assert "> Nobody knew.\n" in exported(document, annotated(document, (start, start + 12)))

    def test_a_quote_over_paragraphs_is_several_quoted_paragraphs(self) -> None:
        document = document_of(f"{'word ' * 30}end.\n{'mot ' * 30}fin.\n")
        text = document.text
        markdown = exported(document, annotated(document, (text.index("end"), text.index("fin"))))
        assert [line.count("==") for line in quoted(markdown)] == [2, 2]
        assert "\n>\n" in markdown


class TestPage:
    def test_front_matter_tells_the_documents_place_and_its_tags(self) -> None:
        document = replace(document_of(TEXT, 'A: "title" — #1'), date="2024-05-06")
        markdown = exported(
            document, annotated(document, (0, 9), tags=("b", "arms/exports")), annotated(document, None)
        )
        matter = yaml.safe_load(markdown.split("---\n")[1])
        assert {**matter, "checksum": ""} == {
            "title": 'A: "title" — #1',
            "source": "seeds/a.txt",
            "language": "en",
            "sha256": document.sha256,
            "date": "2024-05-06",
            "created": "2024-05-06T07:08:09.000Z",
            "modified": "2024-05-06T07:08:09.000Z",
            "tags": ["arms/exports", "b", "check"],
            "document": "d0c",
            "checksum": "",
        }

    def test_an_annotation_has_its_block_id_tags_note_and_place(self) -> None:
        document = document_of(TEXT)
        markdown = exported(document, annotated(document, (10, 20), tags=("arms/exports", "check"), note="A *note*"))
        assert paragraphs(markdown)[1:] == [
            "^0b5ad3c6",
            "#arms/exports #check",
            "A *note*",
            "*Paragraph 1, characters 10–20*",
        ]

    def test_a_figure_in_the_quote_is_followed_by_its_value(self) -> None:
        document = document_of(TEXT)
        start = TEXT.index("$5")
        inside = Figure(
            start, start + 10, "money", 5e6, unit="USD", modifier="at_most", modifier_span=(start - 6, start - 1)
        )
        outside = Figure(4, 9, "number", 1.0)
        markdown = exported(document, annotated(document, (start - 10, start + 10)), figures=[inside, outside])
        assert "\n- “up to \\$5 million” = at most 5 000 000 USD\n" in markdown
        assert "= 1\n" not in markdown

    def test_the_documents_own_come_first_and_orphans_last_in_text_order(self) -> None:
        document = document_of(TEXT)
        orphan = replace(annotated(document, (0, 3), note="orphan"), span=None)
        markdown = exported(
            document,
            orphan,
            annotated(document, (30, 35), note="second"),
            annotated(document, (4, 9), note="first"),
            annotated(document, None, note="own"),
        )
        notes = [words for words in paragraphs(markdown) if words in {"own", "first", "second", "orphan"}]
        assert notes == ["own", "first", "second", "orphan"]
        assert "## No longer in the text\n\n> The\n" in markdown

    @pytest.mark.parametrize(
        "note", ["```\nopen", "~~~~ python\nx", "a\n<!-- b", "````\n```", "```\ndone\n```", "- a\n- b"]
    )
    def test_a_note_that_leaves_something_open_ends_before_what_follows(self, note: str) -> None:
        document = document_of(TEXT)
        assert (
            paragraphs(exported(document, annotated(document, (0, 9), note=note)))[-1]
            == "*Paragraph 1, characters 0–9*"
        )

    def test_half_a_character_in_a_note_keeps_nothing_from_leaving(self) -> None:
        document = document_of(TEXT)
        assert "half ? of one" in exported(document, annotated(document, (0, 9), note="half \ud83d of one"))

    def test_the_same_annotations_give_the_same_bytes(self) -> None:
        document = document_of(TEXT)
        annotations = [annotated(document, (0, 9)), annotated(document, (4, 20)), annotated(document, None)]
        assert exported(document, *annotations) == exported(document, *annotations[::-1])
