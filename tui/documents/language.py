"""The language that a text is written in."""

import re

from tui.documents.language_model import language_model

LANGUAGES = ("es", "en", "fr", "pt", "de", "it")
"""The languages whose figures and entities are found, best first (ISO 639-1)."""

SAMPLE_LENGTH = 2000
SHORT_LENGTH = 200

_NO_LETTERS = re.compile(r"[\W\d_]+")
_NEARLY = 0.5


def detect_language(text: str) -> str:
    """The code of a text's language (ISO 639-1, or the longer one where it has none), told from how it begins.

    Where the most likely language of a short text is none of LANGUAGES, and one of those is nearly as likely, it is
    taken for that one, since among 176 a headline is a toss-up.
    """
    sample = text[:SAMPLE_LENGTH]
    # Names in capitals look foreign in any language.
    words = _NO_LETTERS.sub(" ", sample).lower()
    likely = language_model().probabilities(words)
    first = max(likely, key=likely.__getitem__)
    if first in LANGUAGES or len(sample) >= SHORT_LENGTH:
        return first
    ours = max(LANGUAGES, key=likely.__getitem__)
    return ours if likely[ours] > _NEARLY * likely[first] else first
