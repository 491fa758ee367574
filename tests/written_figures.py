"""Figures as num2words and Babel write them, each in a short sentence, with what find_figures should make of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from babel import dates, numbers, units
from num2words import num2words

from tui.highlights.figures import find_figures

LOCALES = {"es": "es", "en": "en_US", "fr": "fr", "pt": "pt_PT", "pt_BR": "pt_BR", "de": "de", "it": "it"}
"""The varieties whose figures are written: their name in num2words and in Babel."""
VARIETIES = tuple(LOCALES)

COUNTING = {
    "es": "Se contaron {} edificios en la zona.",
    "en": "They counted {} buildings in the area.",
    "fr": "On a compté {} arbres dans la ville.",
    "pt": "Foram contados {} prédios na cidade.",
    "de": "In der Stadt stehen {} Bäume am Fluss.",
    "it": "Sono stati contati {} alberi nella zona.",
}
STATING = {
    "es": "El resultado fue {}, dijo la ministra.",
    "en": "The result was {}, the minister said.",
    "fr": "Le résultat était {}, dit la ministre.",
    "pt": "O resultado foi {}, disse a ministra.",
    "de": "Das Ergebnis war {}, sagte die Ministerin.",
    "it": "Il risultato era {}, disse la ministra.",
}
PLACING = {
    "es": "Llegó en el {} puesto de la carrera.",
    "en": "She came in the {} place of the race.",
    "fr": "Elle prit la {} place de la course.",
    "pt": "Chegou no {} lugar da corrida.",
    "de": "Es war der {} Platz im Rennen.",
    "it": "Arrivò al {} posto della corsa.",
}
DATING = {
    "es": "El acuerdo se firmó el {} en Lima.",
    "en": "The agreement was signed on {} in Lima.",
    "fr": "L'accord fut signé le {} à Lima.",
    "pt": "O acordo foi assinado em {} em Lima.",
    "de": "Das Abkommen wurde am {} in Lima unterzeichnet.",
    "it": "L'accordo fu firmato il {} a Lima.",
}
YEARLY = {
    "es": "Ocurrió en {}, según el diario.",
    "en": "It happened in {}, the paper says.",
    "fr": "C'était en {}, selon le journal.",
    "pt": "Ocorreu em {}, segundo o jornal.",
    "de": "Es geschah {}, schrieb die Zeitung.",
    "it": "Accadde nel {}, scrive il giornale.",
}
TIMING = {
    "es": "La sesión empezó a las {} en Lima.",
    "en": "The session began at {} in Lima.",
    "fr": "La séance commença à {} à Lima.",
    "pt": "A sessão começou às {} em Lima.",
    "de": "Die Sitzung begann um {} in Lima.",
    "it": "La seduta cominciò alle {} a Lima.",
}

CURRENCIES = ("EUR", "USD", "GBP", "JPY", "CHF", "BRL", "MXN", "ARS", "CAD", "CNY", "INR", "SEK", "PLN", "TRY", "ZAR")
UNITS = (
    "length-kilometer",
    "length-meter",
    "length-centimeter",
    "length-millimeter",
    "length-mile",
    "length-foot",
    "length-inch",
    "length-nautical-mile",
    "length-nanometer",
    "area-square-kilometer",
    "area-square-meter",
    "area-hectare",
    "area-acre",
    "area-square-mile",
    "volume-liter",
    "volume-milliliter",
    "volume-cubic-meter",
    "volume-cubic-kilometer",
    "volume-gallon",
    "volume-barrel",
    "mass-kilogram",
    "mass-gram",
    "mass-tonne",
    "mass-milligram",
    "mass-ounce",
    "speed-kilometer-per-hour",
    "speed-mile-per-hour",
    "speed-meter-per-second",
    "speed-knot",
    "temperature-celsius",
    "temperature-fahrenheit",
    "energy-kilocalorie",
    "energy-kilowatt-hour",
    "energy-kilojoule",
    "power-kilowatt",
    "power-megawatt",
    "power-gigawatt",
    "power-horsepower",
    "pressure-hectopascal",
    "pressure-millibar",
    "digital-gigabyte",
    "digital-terabyte",
    "digital-megabyte",
    "digital-megabit",
    "frequency-hertz",
    "frequency-megahertz",
    "frequency-gigahertz",
    "angle-degree",
    "force-newton",
    "electric-volt",
)

Value = float | str


@dataclass(frozen=True, slots=True)
class Written:
    """A figure written in a sentence, and what it stands for."""

    language: str
    template: str
    written: str
    kind: str
    value: Value
    unit: str | None = None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.template.format(self.written)

    @property
    def is_found(self) -> bool:
        """Whether it is the one figure found in its sentence, with exact bounds, value and unit."""
        start = self.template.index("{")
        found = [(f.start, f.end, f.kind, f.value, f.unit) for f in find_figures(self.text, self.language)]
        return found == [(start, start + len(self.written), self.kind, self.value, self.unit)]


Writer = Callable[[str, Random], Written]


def _spoken(variety: str, value: float, to: str = "cardinal") -> str:
    return _corrected(num2words(value, lang=variety, to=to), variety)


def _corrected(written: str, variety: str) -> str:
    # num2words takes a vowel too many from the Italian eighteen after hundreds.
    return written.replace("dicotto", "diciotto") if variety == "it" else written


def _any_integer(random: Random) -> int:
    return random.randrange(2, 10 ** random.randint(1, 13))


def cardinal(variety: str, random: Random) -> Written:
    """A whole number in words."""
    value = _any_integer(random)
    template = random.choice([COUNTING, STATING])[variety[:2]]
    return Written(variety[:2], template, _spoken(variety, value), "number", float(value))


def round_cardinal(variety: str, random: Random) -> Written:
    """A whole number in words with few digits that are not nought."""
    value = random.randint(2, 999) * 10 ** random.choice([0, 1, 2, 3, 4, 6, 9, 12])
    return Written(variety[:2], COUNTING[variety[:2]], _spoken(variety, value), "number", float(value))


def spoken_decimal(variety: str, random: Random) -> Written:
    """A number with decimals in words."""
    value = round(random.randint(0, 10 ** random.randint(1, 4)) + random.randint(1, 99) / 100, 2)
    return Written(variety[:2], STATING[variety[:2]], _spoken(variety, value), "number", value)


def year(variety: str, random: Random) -> Written:
    """A year in words."""
    value = random.randint(1300, 2059)
    return Written(variety[:2], YEARLY[variety[:2]], _spoken(variety, value, "year"), "number", float(value))


def ordinal(variety: str, random: Random) -> Written:
    """An ordinal in words."""
    value = random.randint(2, 10 ** random.randint(1, 3))
    return Written(variety[:2], PLACING[variety[:2]], _spoken(variety, value, "ordinal"), "ordinal", float(value))


def ordinal_number(variety: str, random: Random) -> Written:
    """An ordinal in digits with a suffix."""
    value = random.randint(2, 10 ** random.randint(1, 3))
    written = (
        f"{value}." if variety == "de" else f"{value}º" if variety == "it" else _spoken(variety, value, "ordinal_num")
    )
    return Written(variety[:2], PLACING[variety[:2]], written, "ordinal", float(value))


def decimal(variety: str, random: Random) -> Written:
    """A number in digits, grouped, with decimals or without, at times negative."""
    value = random.choice([_any_integer(random), random.randint(0, 10**8) / random.choice([10, 100])])
    value *= random.choice([1, 1, 1, -1])
    written = numbers.format_decimal(value, locale=LOCALES[variety])
    template = random.choice([COUNTING, STATING] if value > 0 else [STATING])[variety[:2]]
    if written.lstrip("-").isdecimal() and len(written) == 4:
        template = COUNTING[variety[:2]]
    return Written(variety[:2], template, written, "number", float(value))


def compact(variety: str, random: Random) -> Written:
    """A number in digits with a scale in words or shortened; short names of billions mean two things."""
    value = random.randint(10, 9999) * 10 ** random.choice([2, 5, 6, 8, 9, 11])
    form = "long" if value >= 1e12 else random.choice(["long", "short"])
    written = numbers.format_compact_decimal(value, format_type=form, locale=LOCALES[variety], fraction_digits=4)
    return Written(variety[:2], COUNTING[variety[:2]], written, "number", float(value))


def price(variety: str, random: Random) -> Written:
    """An amount of money with a sign or code."""
    return _money(variety, random, "standard")


def named_price(variety: str, random: Random) -> Written:
    """An amount of money with the name of its currency."""
    return _money(variety, random, "name")


def _money(variety: str, random: Random, form: str) -> Written:
    code = random.choice(CURRENCIES)
    value = random.randint(200, 10 ** random.randint(3, 11)) / 100
    written = numbers.format_currency(value, code, locale=LOCALES[variety], format_type=form)
    value = round(value, numbers.get_currency_precision(code))
    if code == "JPY":
        value = float(round(value))
        written = numbers.format_currency(value, code, locale=LOCALES[variety], format_type=form)
    return Written(variety[:2], STATING[variety[:2]], written, "money", value, code)


def spoken_price(variety: str, random: Random) -> Written:
    """An amount of money in words, with its hundredths."""
    value = random.randint(200, 10 ** random.randint(3, 8)) / 100
    code = "BRL" if variety == "pt_BR" else "EUR"
    written = num2words(value, lang=variety, to="currency", **({} if variety == "pt_BR" else {"currency": code}))
    return Written(variety[:2], STATING[variety[:2]], _corrected(written, variety), "money", value, code)


def percent(variety: str, random: Random) -> Written:
    """A share in per cent."""
    value = random.choice([random.randint(1, 100), random.randint(1, 9999) / 10])
    written = numbers.format_percent(value / 100, format=None, locale=LOCALES[variety], decimal_quantization=False)
    return Written(variety[:2], STATING[variety[:2]], written, "percent", float(value), "%")


def day(variety: str, random: Random) -> Written:
    """A date."""
    form = random.choice(["full", "long", "medium", "short"])
    value = date.fromordinal(random.randint(date(1951, 1, 1).toordinal(), date(2049, 1, 1).toordinal()))
    if form == "short":
        value = value.replace(day=random.randint(13, 28))
    written = dates.format_date(value, form, locale=LOCALES[variety])
    return Written(variety[:2], DATING[variety[:2]], written, "date", value.isoformat())


def clock(variety: str, random: Random) -> Written:
    """A time of day."""
    form = random.choice(["short", "medium"])
    value = time(random.randint(0, 23), random.randint(0, 59), random.randint(0, 59) if form == "medium" else 0)
    written = dates.format_time(value, form, locale=LOCALES[variety])
    timex = f"T{value:%H:%M:%S}" if form == "medium" else f"T{value:%H:%M}"
    return Written(variety[:2], TIMING[variety[:2]], written, "time", timex)


def duration(variety: str, random: Random) -> Written:
    """A span of time."""
    count = random.randint(1, 40)
    timex, delta = random.choice(
        [
            (f"PT{count}S", timedelta(seconds=count)),
            (f"PT{count}M", timedelta(minutes=count)),
            (f"PT{count}H", timedelta(hours=count)),
            (f"P{count}D", timedelta(days=count)),
            (f"P{count}W", timedelta(weeks=count)),
            (f"P{count}M", timedelta(days=count * 30)),
            (f"P{count}Y", timedelta(days=count * 365)),
        ]
    )
    granularity = {"S": "second", "H": "hour", "D": "day", "W": "week", "Y": "year"}.get(timex[-1], "month")
    granularity = "minute" if "T" in timex and timex[-1] == "M" else granularity
    written = dates.format_timedelta(delta, granularity=granularity, threshold=1e9, locale=LOCALES[variety])
    return Written(variety[:2], STATING[variety[:2]], written, "duration", timex)


def measure(variety: str, random: Random) -> Written:
    """A number with a unit of measure."""
    unit = random.choice(UNITS)
    value = random.choice([random.randint(2, 999), random.randint(2, 99_999), random.randint(11, 999) / 10])
    written = units.format_unit(value, unit, "long", locale=LOCALES[variety])
    return Written(variety[:2], STATING[variety[:2]], written, "quantity", float(value), unit.partition("-")[2])


WRITERS: tuple[Writer, ...] = (
    cardinal,
    round_cardinal,
    spoken_decimal,
    year,
    ordinal,
    ordinal_number,
    decimal,
    compact,
    price,
    named_price,
    spoken_price,
    percent,
    day,
    clock,
    duration,
    measure,
)


def rates(variety: str, size: int) -> dict[str, float]:
    """Give, for each kind of figure, the share that is found exactly, over so many, the same ones every time."""
    return {writer.__name__: _rate(variety, writer, size) for writer in WRITERS}


def _rate(variety: str, writer: Writer, size: int) -> float:
    random = Random(f"{variety} {writer.__name__}")
    return sum(writer(variety, random).is_found for _ in range(size)) / size
