"""The language that a text is written in."""

LANGUAGES = ("es", "en", "fr", "pt", "de", "it")
"""The languages whose figures and entities are found, best first (ISO 639-1)."""

SAMPLE_LENGTH = 4000
SHORT_LENGTH = 200


def detect_language(text: str) -> str:
    """The ISO 639-1 code of a text's language, told from its first 4,000 characters.

    A short text is taken for one of LANGUAGES, since among a hundred candidates a headline is a toss-up.
    """
    import py3langid  # noqa: PLC0415 - brings numpy and a model, 0.5 s that the first paint must not wait for

    sample = text[:SAMPLE_LENGTH]
    codes = [str(code) for code, _score in py3langid.rank(sample)]
    return next(code for code in codes if code in LANGUAGES) if len(sample) < SHORT_LENGTH else codes[0]
