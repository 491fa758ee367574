"""Adds up numerals word by word."""

CENTURIES = frozenset(range(13, 21))
"""What is a hundred times as much before two more digits of a year: nineteen eighty-four."""


class NumeralSum:
    """Adds up a numeral word by word: `closed` parts ended in a scale word, `group` is the part below the next one."""

    __slots__ = ("closed", "group", "group_in_digits", "last_scale", "pure", "scale")

    def __init__(self) -> None:
        self.closed: list[float] = []
        self.group: float | None = None
        self.group_in_digits = False
        self.scale = 1.0
        self.last_scale = 1.0
        self.pure = True

    @property
    def value(self) -> float:
        """What the numeral stands for so far."""
        return sum(self.closed) + (self.group or 0.0)

    @property
    def started(self) -> bool:
        """Whether any word was taken."""
        return self.group is not None or bool(self.closed)

    @property
    def ends_in_scale(self) -> bool:
        """Whether the last word was a scale word: "two thousand"."""
        return self.group is None and bool(self.closed)

    @property
    def ending_scale(self) -> float:
        """What the scale words at the numeral's end multiply by, or one."""
        if self.pure:
            return self.scale
        return self.last_scale if self.ends_in_scale else 1.0

    def take_digits(self, value: float) -> bool:
        """Add a numeral in digits, and tell whether it fits."""
        if self.group and self.group >= 100 and self.group % 100 == 0 and value < 100 and not self.group_in_digits:
            self.group += value
            return True
        if self.group is not None or (self.closed and not (value < 1000 <= self.closed[-1] and value == int(value))):
            return False
        self.pure = self.pure and not self.closed
        self.group, self.group_in_digits = value, True
        return True

    def add(self, value: int, *, vigesimal: bool, year_pairs: bool) -> bool:
        """Add a word below a hundred, or for a number of hundreds, and tell whether it fits."""
        if self.group is None or (self.group == 0 and not self.group_in_digits):
            self.pure = self.pure and not self.closed
            self.group, self.group_in_digits = value, False
            return True
        if self.group_in_digits:
            return False
        tail = self.group % 100
        if vigesimal and value == 20 and tail == 4:
            self.group += 76
            return True
        fits = (
            (value < 100 <= self.group and tail == 0)
            or (0 < value < 10 and tail >= 20 and tail % 10 == 0)
            or (vigesimal and 10 <= value < 20 and tail in {60, 80})
            or (vigesimal and 7 <= value < 10 and tail == 10)
        )
        if year_pairs and self.group in CENTURIES and value >= 10 and not self.closed:
            self.group *= 100
            fits = True
        if fits:
            self.group += value
        return fits

    def take_hundred(self, *, lone: bool, below: int) -> bool:
        """Multiply by a hundred what is `below` a number, and tell whether it was; a `lone` word stands for itself."""
        if not self.group:
            if not lone:
                return False
            self.group = 1.0
        if self.group >= below:
            return False
        self.group = self.group * 100
        self.group_in_digits = False
        return True

    def take_scale(self, scale: float, *, lone: bool) -> bool:
        """Multiply by a scale word's value, and tell whether it may; a `lone` one may stand for itself."""
        base = (self.group or 0.0) + sum(part for part in self.closed if part < scale)
        if not base:
            if not lone or self.group is not None or (self.closed and self.closed[-1] <= scale):
                return False
            base = 1.0
        self.closed = [part for part in self.closed if part >= scale]
        self.closed.append(base * scale)
        self.group = None
        self.scale *= scale
        self.last_scale = scale
        return True

    def take_lower(self, rest: "NumeralSum") -> None:
        """Add another sum, all of which is below the last scale word."""
        self.closed += rest.closed
        self.group = rest.group
        self.last_scale = rest.last_scale
        self.pure = False

    def add_part(self, part: float) -> bool:
        """Add a part of one, or of the last scale word, and tell whether there is anything to add it to."""
        if self.group is not None:
            self.group += part
        elif self.closed:
            self.closed[-1] += self.last_scale * part
        else:
            return False
        return True
