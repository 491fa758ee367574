"""Reads numerals in digits, and finds out what their separators mean."""

import re

from tui.highlights.figures.tokens import Tokens

_GROUP_SIGNS = str.maketrans("", "", " \u00a0\u202f\u2009'’")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
_LONE_GROUP = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_HABIT_WEIGHT = 1.5
_LONGEST = 30


def implied_decimal(token: str) -> str | None:
    """Give the decimal sign that a numeral in digits shows by its own form, or None where it shows nothing.

    Nobody writes "4.000" for four: three noughts are a group.
    """
    dots, commas = token.count("."), token.count(",")
    if dots and commas:
        return max(".,", key=token.rfind)
    sign, count = (".", dots) if dots else (",", commas)
    if not count:
        return None
    if count > 1:
        return _other(sign) if _GROUPED.fullmatch(token) else None
    head, _, tail = token.partition(sign)
    if tail == "000" and head not in {"", "0"} and len(head) <= 3:
        return _other(sign)
    return sign if len(tail) != 3 or head in {"", "0"} or len(head) > 3 else None


def _other(sign: str) -> str:
    return "," if sign == "." else "."


def decimal_sign(tokens: Tokens, indexes: list[int], habit: str) -> str:
    """Give the text's decimal sign: what its clear numerals show, weighed with the language's habit."""
    votes = {".": 0.0, ",": 0.0}
    votes[habit] += _HABIT_WEIGHT
    for index in indexes:
        token = tokens.raw[index]
        divided = "." in token or "," in token
        if divided and tokens.is_number(index) and (sign := implied_decimal(token)):
            votes[sign] += 1
    return max(votes, key=lambda sign: votes[sign])


def digits_value(token: str, decimal: str) -> float | None:
    """Give the value of a numeral in digits, or None where it is none (an address, a version, a list).

    `decimal` decides only where one sign stands before a last group of three.
    """
    plain = token if token.isdecimal() else token.translate(_GROUP_SIGNS)
    if plain.isdecimal():
        return float(plain) if len(plain) <= _LONGEST else None
    sign = implied_decimal(plain) or decimal
    whole, found, fraction = plain.rpartition(sign) if sign in plain else (plain, "", "")
    if not whole and fraction:
        return float(f"0.{fraction}")
    if whole.isdecimal() or (sign not in whole and _GROUPED.fullmatch(whole)):
        digits = whole.replace(".", "").replace(",", "")
        return (
            float(f"{digits}.{fraction or 0}")
            if (not found or fraction.isdecimal()) and len(digits) <= _LONGEST
            else None
        )
    return None


def is_lone_group(token: str) -> bool:
    """Whether one sign before three digits is all that stands in a numeral: it may group or divide them."""
    return len(token) > 4 and _LONE_GROUP.fullmatch(token) is not None


def is_read_against_habit(token: str, value: float | None, habit: str) -> bool:
    """Whether a lone group was given another value than the language's habit alone would give it."""
    if not is_lone_group(token):
        return False
    whole, _, last = token.partition(habit)
    return value != float(f"{whole}.{last}" if last else token.replace(_other(habit), ""))
