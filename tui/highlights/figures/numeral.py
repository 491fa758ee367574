"""The value that numerals are read into."""

from typing import Literal, NamedTuple

Form = Literal["digits", "words", "one", "fraction", "slash", "vague"]


class Numeral(NamedTuple):
    """A numeral from token `start` to before token `end`.

    `scale` is what its scale words alone multiply by. A vague numeral ("hundreds of thousands") has bounds in place of
    its value. `against_habit` says that a separator was read otherwise than the language is used to.
    """

    start: int
    end: int
    value: float
    form: Form
    scale: float = 1.0
    low: float | None = None
    high: float | None = None
    against_habit: bool = False
