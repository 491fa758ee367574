"""What units of measure stand for: each of CLDR's names as a factor of SI base units.

A name is read as CLDR builds it, out of prefixes, powers, products and quotients of simple units
("square-kilometer", "kilowatt-hour", "microgram-per-cubic-meter": Unicode Technical Standard 35, part 6, "Unit
Identifiers"). Factors are those of the BIPM's SI brochure (9th edition) and of NIST Special Publication 811,
appendix B; where countries differ (gallon, cup, ton), CLDR's plain name is the one of the United States.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

Dimension = frozenset[tuple[str, int]]
"""Base units with their exponents: a speed is meter to the 1 by second to the -1."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure: so many base units of its dimension, from a zero that lies `offset` of them above theirs."""

    dimension: Dimension
    factor: float
    offset: float = 0.0


_PREFIXES: Mapping[str, float] = {
    "quecto": 1e-30,
    "ronto": 1e-27,
    "yocto": 1e-24,
    "zepto": 1e-21,
    "atto": 1e-18,
    "femto": 1e-15,
    "pico": 1e-12,
    "nano": 1e-9,
    "micro": 1e-6,
    "milli": 1e-3,
    "centi": 1e-2,
    "deci": 1e-1,
    "deka": 1e1,
    "hecto": 1e2,
    "kilo": 1e3,
    "mega": 1e6,
    "giga": 1e9,
    "tera": 1e12,
    "peta": 1e15,
    "exa": 1e18,
    "zetta": 1e21,
    "yotta": 1e24,
    "kibi": 2**10,
    "mebi": 2**20,
    "gibi": 2**30,
    "tebi": 2**40,
    "pebi": 2**50,
    "exbi": 2**60,
}
_POWERS: Mapping[str, int] = {"square": 2, "cubic": 3, "pow4": 4}

_DAY = 86_400.0
_YEAR = 365.2425 * _DAY
_INCH = 0.0254
_GALLON = 231 * _INCH**3
_POUND = 453.59237
_LITER = 1e-3
_DEGREE = 0.017453292519943295

_DIMENSIONS: Mapping[str, Mapping[str, float]] = {
    "meter": {
        "meter": 1,
        "inch": _INCH,
        "foot": 12 * _INCH,
        "yard": 36 * _INCH,
        "mile": 63_360 * _INCH,
        "nautical-mile": 1852,
        "mile-scandinavian": 10_000,
        "fathom": 72 * _INCH,
        "furlong": 7920 * _INCH,
        "astronomical-unit": 149_597_870_700,
        "light-year": 9_460_730_472_580_800,
        "parsec": 3.0856775814913673e16,
        "solar-radius": 6.957e8,
        "earth-radius": 6.3781e6,
        "point": _INCH / 72,
    },
    "meter 2": {"hectare": 1e4, "acre": 4046.8564224, "dunam": 1e3},
    "meter 3": {
        "liter": _LITER,
        "gallon": _GALLON,
        "quart": _GALLON / 4,
        "pint": _GALLON / 8,
        "cup": _GALLON / 16,
        "fluid-ounce": _GALLON / 128,
        "tablespoon": _GALLON / 256,
        "teaspoon": _GALLON / 768,
        "dram": _GALLON / 1024,
        "barrel": 42 * _GALLON,
        "bushel": 2150.42 * _INCH**3,
        "cup-metric": 0.25 * _LITER,
        "pint-metric": 0.5 * _LITER,
        "gallon-imperial": 4.54609 * _LITER,
        "quart-imperial": 1.1365225 * _LITER,
        "pint-imperial": 0.56826125 * _LITER,
        "fluid-ounce-imperial": 0.0284130625 * _LITER,
        "acre-foot": 43_560 * (12 * _INCH) ** 3,
    },
    "gram": {
        "gram": 1,
        "tonne": 1e6,
        "metric-ton": 1e6,
        "kiloton": 1e9,
        "megaton": 1e12,
        "quintal": 1e5,
        "carat": 0.2,
        "pound": _POUND,
        "ounce": _POUND / 16,
        "ounce-troy": 31.1034768,
        "stone": 14 * _POUND,
        "ton": 2000 * _POUND,
        "grain": _POUND / 7000,
        "earth-mass": 5.9722e27,
        "solar-mass": 1.98847e33,
        "dalton": 1.66053906660e-24,
    },
    "second": {
        "second": 1,
        "minute": 60,
        "hour": 3600,
        "night": _DAY,
        "day": _DAY,
        "week": 7 * _DAY,
        "fortnight": 14 * _DAY,
        "month": _YEAR / 12,
        "quarter": _YEAR / 4,
        "year": _YEAR,
        "decade": 10 * _YEAR,
        "century": 100 * _YEAR,
        "millennium": 1000 * _YEAR,
    },
    "second -1": {"hertz": 1},
    "meter 1 second -1": {"knot": 1852 / 3600},
    "meter 1 second -2": {"g-force": 9.80665},
    "gram 1 meter 1 second -2": {"newton": 1e3, "pound-force": _POUND * 9.80665},
    "gram 1 meter -1 second -2": {
        "pascal": 1e3,
        "bar": 1e8,
        "atmosphere": 101_325e3,
        "millimeter-ofhg": 133_322.387415,
        "torr": 101_325e3 / 760,
        "pound-force-per-square-inch": _POUND * 9.80665 / _INCH**2,
    },
    "gram 1 meter 2 second -2": {
        "joule": 1e3,
        "calorie": 4184,
        "foodcalorie": 4.184e6,
        "electronvolt": 1.602176634e-16,
        "british-thermal-unit": 1_055_055.85262,
        "therm-us": 1.05480400e11,
    },
    "gram 1 meter 2 second -3": {"watt": 1e3, "horsepower": 745_699.87158227022},
    "ampere": {"ampere": 1},
    "gram 1 meter 2 second -3 ampere -1": {"volt": 1e3},
    "gram 1 meter 2 second -3 ampere -2": {"ohm": 1e3},
    "kelvin": {"kelvin": 1},
    "bit": {"bit": 1, "byte": 8},
    "radian": {
        "radian": 1,
        "degree": _DEGREE,
        "arc-minute": _DEGREE / 60,
        "arc-second": _DEGREE / 3600,
        "revolution": 360 * _DEGREE,
    },
    "decibel": {"decibel": 1},
    "candela": {"candela": 1, "lumen": 1},
    "candela 1 meter -2": {"lux": 1},
    "mole": {"mole": 1},
    "percent": {
        "%": 1,
        "percent": 1,
        "permille": 0.1,
        "permyriad": 0.01,
        "part-per-million": 1e-4,
        "part-per-1e6": 1e-4,
        "part-per-1e9": 1e-7,
    },
    "percentage point": {"pp": 1},
}


def _dimension(name: str) -> Dimension:
    words = name.split(" ")
    is_base = len(words) == 1 or not words[1].lstrip("-").isdecimal()
    pairs = [(name, 1)] if is_base else zip(words[::2], map(int, words[1::2]), strict=True)
    return frozenset(pairs)


_SIMPLE: Mapping[str, Measure] = {
    unit: Measure(_dimension(name), float(factor))
    for name, units in _DIMENSIONS.items()
    for unit, factor in units.items()
} | {
    "celsius": Measure(_dimension("kelvin"), 1.0, 273.15),
    "fahrenheit": Measure(_dimension("kelvin"), 5 / 9, 459.67 * 5 / 9),
}


@cache
def measure(name: str) -> Measure | None:
    """The measure that a CLDR unit name stands for, None for a name that is no unit of measure ("USD")."""
    if known := _simple(name):
        return known
    exponents: Counter[str] = Counter()
    factor = 1.0
    above, *below = name.split("-per-")
    for side, sign in ((above, 1), *((part, -1) for part in below)):
        product = _product(side)
        if product is None:
            return None
        factor *= product.factor**sign
        for unit, exponent in product.dimension:
            exponents[unit] += sign * exponent
    return Measure(frozenset((unit, exponent) for unit, exponent in exponents.items() if exponent), factor)


def _product(name: str) -> Measure | None:
    """The measure of units multiplied by each other: "kilowatt-hour"."""
    exponents: Counter[str] = Counter()
    factor, power = 1.0, 1
    words = name.split("-")
    if all(word.isdecimal() for word in words):
        return None
    while words:
        if words[0] in _POWERS:
            power = _POWERS[words.pop(0)]
            continue
        if words[0].isdecimal():
            factor *= float(words.pop(0))
            continue
        found = _longest(words)
        if found is None:
            return None
        length, part = found
        del words[:length]
        factor *= part.factor**power
        for unit, exponent in part.dimension:
            exponents[unit] += exponent * power
        power = 1
    return Measure(frozenset(exponents.items()), factor)


def _longest(words: list[str]) -> tuple[int, Measure] | None:
    """The simple unit that the most words name, and their number: "nautical-mile", not a "nautical"."""
    for length in range(len(words), 0, -1):
        found = _simple("-".join(words[:length]))
        if found and not found.offset:
            return length, found
    return None


def _simple(name: str) -> Measure | None:
    """The measure of a unit with or without a prefix: "megabyte"."""
    if name in _SIMPLE:
        return _SIMPLE[name]
    for prefix, scale in _PREFIXES.items():
        base = _SIMPLE.get(name.removeprefix(prefix)) if name.startswith(prefix) else None
        if base and not base.offset:
            return Measure(base.dimension, base.factor * scale)
    return None
