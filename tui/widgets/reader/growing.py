"""What a selection grows to: from the word over highlight, clause, sentence and paragraph to the whole text."""

from collections.abc import Callable, Collection

from tui.documents.clauses import clause_at
from tui.documents.document import Span
from tui.documents.structure import Structure


def larger(structure: Structure, span: Span, highlights: Collection[Span] = ()) -> Span | None:
    """The next larger span around one, which may be empty and so a mere position; None around the whole text.

    It is the smallest that takes in more than the blanks around: words, any of the `highlights`, clauses, sentences,
    paragraphs or all of the text, whole ones at both ends.
    """
    text = structure.text
    start, end = span

    def clause(position: int) -> Span:
        return clause_at(text, structure.sentence_at(position), position, highlights)

    units: tuple[Callable[[int], Span], ...] = (
        structure.word_at,
        clause,
        structure.sentence_at,
        structure.paragraph_at,
    )
    spans = [(unit(start)[0], unit(max(start, end - 1))[1]) for unit in units]
    around = [
        (low, high)
        for low, high in (*spans, *highlights, (0, len(text)))
        if low <= start and high >= end and len(text[low:high].strip()) > len(text[start:end].strip())
    ]
    return min(around, key=lambda found: found[1] - found[0], default=None)
