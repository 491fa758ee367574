"""A document's annotations as Markdown: front matter, the document's own tags and note, then quote after quote."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.annotations.anchoring import PlacedAnnotation, text_order
from tui.annotations.annotation import Annotation
from tui.documents.document import Document, Span
from tui.documents.structure import Structure
from tui.exports.checksum import with_checksum
from tui.exports.escaping import escape_words, guard_edges
from tui.exports.file_names import with_links_to_files
from tui.highlights.highlight import Figure
from tui.highlights.wording import figure_value

_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$")
_MARK = "=="


def markdown_of(
    document: Document,
    annotations: Sequence[PlacedAnnotation],
    figures: Iterable[Figure],
    language: str | None,
    source: str,
) -> str:
    """The Markdown of a document's annotations, the same for the same values at any time.

    `source` is the document's place, for those who read the export. Annotations follow each other in text order,
    orphans last in a section of their own. A quote stands in its sentence, marked by `==`, where it is shorter.
    """
    ordered = sorted(annotations, key=text_order)
    structure = Structure(document.text)
    figures = list(figures)
    blocks = [f"# {escape_words(document.title)}"]
    orphans = []
    for placed in ordered:
        if placed.is_orphan:
            orphans += _orphan(placed.annotation)
        elif placed.span is None:
            blocks += _with_comment(placed.annotation)
        else:
            blocks += _quotation(placed.annotation, placed.span, structure, figures)
    if orphans:
        blocks += ["## No longer in the text", *orphans]
    matter = _front_matter(document, [placed.annotation for placed in ordered], language, source)
    markdown = f"---\n{matter}---\n\n" + "\n\n".join(blocks) + "\n"
    # A note that another program left half of a character in must not keep the rest from leaving.
    return with_checksum(markdown.encode("utf-8", "replace").decode())


def _front_matter(document: Document, annotations: Sequence[Annotation], language: str | None, source: str) -> str:
    import yaml  # noqa: PLC0415 - the app must not wait for it before its first export

    values: Mapping[str, object] = {
        "title": document.title,
        "source": source,
        "language": language,
        "sha256": document.sha256,
        "date": document.date,
        "created": min((annotation.created for annotation in annotations), default=None),
        "modified": max((annotation.modified for annotation in annotations), default=None),
        "tags": sorted({tag for annotation in annotations for tag in annotation.tags}),
        "document": annotations[0].document if annotations else None,
    }
    known = {name: value for name, value in values.items() if value}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=float("inf"))


def _quotation(annotation: Annotation, span: Span, structure: Structure, figures: Iterable[Figure]) -> list[str]:
    start, end = span
    paragraph = structure.paragraph_number(start)
    return [
        _block_quote(_quoted_paragraphs(structure, span, _context(structure, span))),
        f"^{annotation.block_id}",
        *_figure_list(structure.text, [figure for figure in figures if figure.start < end and figure.end > start]),
        *_tags_and_note(annotation),
        f"*Paragraph {paragraph}, characters {start}–{end}*",
    ]


def _orphan(annotation: Annotation) -> list[str]:
    anchor = annotation.anchor
    if anchor is None:
        return []
    structure = Structure(anchor.exact)
    whole = (0, len(anchor.exact))
    return [
        _block_quote(_quoted_paragraphs(structure, whole, whole)),
        f"^{annotation.block_id}",
        *_tags_and_note(annotation),
        f"*Once at characters {anchor.start}–{anchor.end}*",
    ]


def _with_comment(annotation: Annotation) -> list[str]:
    return [*_tags_and_note(annotation), f"^{annotation.block_id}"]


def _tags_and_note(annotation: Annotation) -> Iterator[str]:
    if annotation.tags:
        yield " ".join(f"#{tag}" for tag in annotation.tags)
    if annotation.note:
        yield _closed(with_links_to_files(annotation.note))


def _figure_list(text: str, figures: Sequence[Figure]) -> Iterator[str]:
    lines = []
    for figure in figures:
        first, last = figure.modifier_span or (figure.start, figure.end)
        words = " ".join(text[min(first, figure.start) : max(last, figure.end)].split())
        value = figure_value(figure)
        if value:
            lines.append(f"- “{escape_words(words)}” = {escape_words(value)}")
    if lines:
        yield "\n".join(lines)


def _context(structure: Structure, span: Span) -> Span:
    start, end = span
    return min(start, structure.sentence_at(start)[0]), max(end, structure.sentence_at(end - 1)[1])


def _quoted_paragraphs(structure: Structure, quote: Span, context: Span) -> Iterator[str]:
    """The paragraphs of a context as Markdown, with the quote's words marked where they are not all of it."""
    text = structure.text
    is_whole = text[slice(*context)].strip() == text[slice(*quote)].strip()
    for piece in _pieces(structure, context):
        low, high = _stripped(text, max(piece[0], quote[0]), min(piece[1], quote[1]))
        if is_whole or low >= high:
            markdown = escape_words(text[slice(*piece)])
        else:
            before, inside, after = text[piece[0] : low], text[low:high], text[high : piece[1]]
            markdown = f"{escape_words(before)}{_MARK}{escape_words(inside)}{_MARK}{escape_words(after)}"
        yield "\n".join(guard_edges(line) for line in markdown.split("\n"))


def _pieces(structure: Structure, span: Span) -> list[Span]:
    start, end = span
    first = max(0, structure.paragraph_number(start) - 1)
    last = structure.paragraph_number(end - 1)
    cut = [(max(start, low), min(end, high)) for low, high in structure.paragraphs[first:last]]
    return [(low, high) for low, high in cut if low < high] or [span]


def _stripped(text: str, low: int, high: int) -> Span:
    while low < high and text[low].isspace():
        low += 1
    while low < high and text[high - 1].isspace():
        high -= 1
    return low, high


def _block_quote(paragraphs: Iterable[str]) -> str:
    return "\n>\n".join("\n".join(f"> {line}" for line in paragraph.split("\n")) for paragraph in paragraphs)


def _closed(note: str) -> str:
    """A note in Markdown, with the code fence or comment closed that it leaves open, so that what follows stays out."""
    fence = ""
    for line in note.split("\n"):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
        elif match and match[1].startswith(fence) and not match[2].strip():
            fence = ""
    if fence:
        return f"{note}\n{fence}"
    return f"{note}\n-->" if note.rfind("<!--") > note.rfind("-->") else note
