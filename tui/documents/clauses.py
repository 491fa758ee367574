"""The clauses of a sentence, as its punctuation sets them apart."""

import re
from collections.abc import Collection

from tui.documents.document import Span

# A comma or colon within a number, a time or an address has no blank after it; a hyphen within a word none around it.
_BOUNDARY = re.compile(r"[,;:](?=[\s\"'»”’)\]])|[，、；：]|\s[-–—―](?=\s)|[—―]|[()\[\]{}«»“”„\"（）「」『』《》]")


def clause_at(text: str, sentence: Span, position: int, whole: Collection[Span] = ()) -> Span:
    """The clause of a sentence at a position, without the blanks around it; a clause may be the whole sentence.

    Clauses end at commas, semicolons, colons, dashes, brackets and quotation marks, which belong to none but at the
    sentence's end; nothing ends within one of the `whole` spans. At such a mark it is the clause before it.
    """
    start, end = sentence
    low, high = start, end
    for match in _BOUNDARY.finditer(text, start, end):
        if any(inner < match.end() and match.start() < outer for inner, outer in whole):
            continue
        if match.end() <= position or not text[low : match.start()].strip():
            low = match.end()
        else:
            high = match.start()
            break
    if not text[low:high].strip():
        return sentence
    while text[low].isspace():
        low += 1
    while text[high - 1].isspace():
        high -= 1
    return (low, high)
