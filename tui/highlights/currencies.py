"""The currencies that a figure can be in."""

from tui.highlights.figures.languages.en import LANGUAGE
from tui.highlights.figures.symbols import CURRENCY_CODES

# The rest of ISO 4217, which the grammar does not read as codes: most are words or too rare to be meant.
_OTHER_CODES = "ALL|ANG|AWG|BTN|CUP|MOP|SOS|TOP"


def currency_names() -> dict[str, str]:
    """Currency codes (ISO 4217) in alphabetical order, each with an English name or ""."""
    names = {code: phrases.partition("|")[0] for code, phrases in LANGUAGE.currencies.items() if "?" not in code}
    codes = sorted({*CURRENCY_CODES.split("|"), *_OTHER_CODES.split("|")})
    return {code: names.get(code, "") for code in codes}
