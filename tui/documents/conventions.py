"""What a text's figures leave unsaid, and the reader has said instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

DecimalSign = Literal[".", ","]

LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Conventions:
    """How the figures of one text are to be read where it does not say so itself.

    `currencies` leads from the unit that would be assumed ("USD" for a bare "$", "¢") to the ISO 4217 code that is
    meant; `decimal` is the text's decimal sign, `year` that of its dates without one. What is empty or None is left to
    the program.
    """

    currencies: Mapping[str, str] = field(default_factory=dict)
    decimal: DecimalSign | None = None
    year: int | None = None

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.currencies or self.decimal or self.year)

    def with_currency(self, assumed: str, meant: str | None) -> "Conventions":
        """The conventions in which an assumed unit stands for another; None leaves it to the program again."""
        others = {unit: code for unit, code in self.currencies.items() if unit != assumed}
        return replace(self, currencies={**others, assumed: meant} if meant else others)


NO_CONVENTIONS = Conventions()
