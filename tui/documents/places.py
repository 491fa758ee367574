"""Places in a text as people write them: a share, a paragraph's number, an offset."""

import re

from tui.documents.structure import Structure

HINT = "42%, a paragraph ¶17 or 17, an offset @123456"

_PLACE = re.compile(r"(?P<sign>[¶@]?)\s*(?P<number>\d{1,15}(?P<fraction>[.,]\d{1,9})?)\s*(?P<percent>%?)")


class PlaceError(ValueError):
    """Words that name no place of a text; the message says so in one sentence, for people."""


def place_of(words: str, structure: Structure) -> int:
    """The position in a text that some words name: `42%`, `¶17` or `17`, `@123456` in code points.

    Raises PlaceError for other words, and for a place after the text's end.
    """
    match = _PLACE.fullmatch(words.strip())
    length = len(structure.text)
    if match is None or (match["sign"] and match["percent"]) or (match["fraction"] and not match["percent"]):
        raise PlaceError(f"“{words}” is no place: {HINT}")
    if match["percent"]:
        share = float(match["number"].replace(",", ".")) / 100
        if share > 1:
            raise PlaceError("a text ends at 100%")
        return structure.snap(min(int(share * length), max(0, length - 1)))
    number = int(match["number"])
    if match["sign"] == "@":
        if number >= length:
            raise PlaceError(f"the last offset of this text is @{max(0, length - 1)}")
        return structure.snap(number)
    paragraph = structure.numbered_paragraph(number)
    if paragraph is None:
        raise PlaceError(f"the paragraphs of this text are ¶1 to ¶{structure.paragraph_number(length)}")
    return paragraph[0]
