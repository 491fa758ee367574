"""The currencies that a figure can be in."""

from tui.highlights.figures.cldr import cldr_names
from tui.highlights.figures.symbols import CURRENCY_CODES


def currency_names() -> dict[str, str]:
    """Currency codes (ISO 4217) in alphabetical order, each with its English name in Unicode CLDR or ""."""
    names = cldr_names("en").currencies
    codes = sorted({*names, *CURRENCY_CODES.split("|")})
    return {code: names.get(code, "").partition("|")[0].capitalize() for code in codes}
