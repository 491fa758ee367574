"""Signs, codes and unit symbols that mean the same in every language.

Currency codes are ISO 4217's; names of units are CLDR's.
"""

CURRENCY_SIGNS = {
    "USD": "US$|U$S|U$D|USD$|USD $|US $",
    "USD?": "$",
    "EUR": "€|€ur|EU€|Euro",
    "GBP": "£|GB£|UK£",
    "JPY": "JP¥|JPY¥|¥|￥",
    "CNY": "CN¥|RMB|RMB¥|RMB ¥",
    "BRL": "R$|BR$|BRL$",
    "BRR": "CR$",
    "CAD": "C$|CA$|CAD$|CDN$|Can$|c $",
    "AUD": "A$|AU$|AUD$",
    "NZD": "NZ$|NZD$",
    "HKD": "HK$|HKD$",
    "SGD": "S$|SG$|SGD$",
    "TWD": "NT$|TWD$",
    "MXN": "MX$|Mex$|MXN$",
    "ARS": "AR$|ARS$",
    "CLP": "CLP$",
    "COP": "COP$|COL$",
    "UYU": "UY$|$U",
    "JMD": "J$",
    "TTD": "TT$",
    "FJD": "FJ$",
    "NAD": "N$",
    "INR": "₹|Rs|Rs.|Rs.",
    "RUB": "₽",
    "UAH": "₴",
    "TRY": "₺",
    "KRW": "₩",
    "VND": "₫",
    "ILS": "₪",
    "NGN": "₦",
    "PHP": "₱",
    "THB": "฿",
    "BTC": "₿",
    "CRC": "₡",
    "PYG": "₲",
    "GHS": "₵",
    "KZT": "₸",
    "GEL": "₾",
    "MNT": "₮",
    "MYR": "RM",
    "PLN": "zł",
    "CZK": "Kč",
    "HUF": "Ft",
    "CHF": "Fr.|SFr|SFr.",
    "PEN": "S/|S/.",
    "BOB": "Bs|Bs.",
}

APOSTROPHES = frozenset("'’‘")

SUBUNITS = frozenset(["¢", "p"])
SUBUNIT_SIGNS = {"¢?": "¢"}

CURRENCY_CODES = (
    "AED|AFN|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHF|"
    "CLP|CNH|CNY|COP|CRC|CVE|CZK|DEM|DJF|DKK|DOP|DZD|EGP|ERN|ESP|ETB|EUR|FJD|FKP|FRF|GBP|GEL|GHS|GIP|GMD|"
    "GNF|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|ITL|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|"
    "KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|"
    "NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SRD|SSP|"
    "STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XCG|XOF|XPF|"
    "YER|ZAR|ZMW|ZWG|ZWL|BTC|ETH|USDT"
)

UNIT_SYMBOLS = {
    "kilometer": "km|kms|Km",
    "meter": "m|mts",
    "centimeter": "cm",
    "millimeter": "mm",
    "micrometer": "µm|μm",
    "nanometer": "nm",
    "picometer": "pm",
    "decimeter": "dm",
    "hectometer": "hm",
    "mile": "mi",
    "foot": "ft",
    "yard": "yd",
    "square-kilometer": "km²|km2|Km²|Km2|sq km|km^2",
    "square-meter": "m²|m2|sq m|m^2",
    "square-centimeter": "cm²|cm2",
    "square-foot": "sq ft|sqft|ft²",
    "square-mile": "sq mi|mi²",
    "hectare": "ha|Ha",
    "cubic-meter": "m³|m3|m^3",
    "cubic-centimeter": "cm³|cm3|cc",
    "cubic-kilometer": "km³|km3",
    "cubic-foot": "cu ft|ft³",
    "liter": "l|L",
    "milliliter": "ml|mL",
    "liter-per-square-meter": "l/m²|l/m2",
    "centiliter": "cl",
    "deciliter": "dl",
    "hectoliter": "hl",
    "gallon": "gal",
    "kilogram": "kg|Kg|kgs|KG",
    "gram": "g|gr|grs",
    "milligram": "mg",
    "microgram": "µg|μg|mcg",
    "tonne": "t|tm|Tm",
    "kiloton": "kt",
    "pound": "lb|lbs",
    "ounce": "oz",
    "kilometer-per-hour": "km/h|kph|kmh|km / h|Km/h|km/hr",
    "mile-per-hour": "mph|mi/h",
    "meter-per-second": "m/s",
    "kilometer-per-second": "km/s",
    "knot": "kn",
    "celsius": "°C|ºC|° C|º C|°c|ºc|C",
    "fahrenheit": "°F|ºF|° F|º F|°f|ºf|º f|° f|F",
    "kelvin": "K|°K",
    "degree": "°",
    "kilowatt-hour": "kWh|kwh|KWh|kW/h",
    "megawatt-hour": "MWh",
    "gigawatt-hour": "GWh",
    "terawatt-hour": "TWh",
    "watt": "W",
    "kilowatt": "kW|kw|KW",
    "megawatt": "MW",
    "gigawatt": "GW",
    "terawatt": "TW",
    "kilojoule": "kJ",
    "kilocalorie": "kcal",
    "volt": "V",
    "kilovolt": "kV",
    "milliampere-hour": "mAh",
    "horsepower": "hp|CV|cv",
    "byte": "B",
    "kilobyte": "kB|KB|kb",
    "megabyte": "MB",
    "gigabyte": "GB|gb",
    "terabyte": "TB",
    "petabyte": "PB",
    "megabit": "Mb",
    "megabit-per-second": "Mbps|Mbit/s|Mb/s",
    "gigabit-per-second": "Gbps|Gbit/s|Gb/s",
    "hertz": "Hz",
    "kilohertz": "kHz",
    "megahertz": "MHz",
    "gigahertz": "GHz",
    "hectopascal": "hPa",
    "millibar": "mbar",
    "decibel": "dB",
    "microgram-per-cubic-meter": "µg/m³|μg/m³|µg/m3|μg/m3",
    "part-per-million": "ppm",
    "barrel": "bbl",
}

DURATION_SYMBOLS = {"TH": "h|hrs|hr", "TM": "min", "TS": "s|seg|sec"}

TIMES_AFTER_SLASH = {
    "ms": "millisecond",
    "millisecond": "millisecond",
    "s": "second",
    "sec": "second",
    "second": "second",
    "min": "minute",
    "h": "hour",
    "hr": "hour",
    "hour": "hour",
    "d": "day",
    "day": "day",
    "día": "day",
    "year": "year",
    "año": "year",
}

PERCENT_SIGNS = {"%": "%|％|pct", "permyriad": "bps|bp|pb|pbs", "permille": "‰"}

FRACTION_SIGNS = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}

MODIFIER_SIGNS = {
    "more_than": ">",
    "less_than": "<",
    "at_least": "≥|>=|=>",
    "at_most": "≤|<=|=<",
    "approximately": "~|≈|±",
}

PARTS_OF_YEAR = {code.lower(): code for code in ("Q1", "Q2", "Q3", "Q4", "H1", "H2")} | {
    f"t{quarter}": f"Q{quarter}" for quarter in range(1, 5)
}
"""TIMEX3 codes of quarters and halves, by how English and the Romance languages abbreviate them."""

ROMAN_CENTURIES = {
    tens + unit: 10 * len(tens) + value
    for tens in ("", "X", "XX")
    for value, unit in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if tens or unit
}

NUMBERED_NAMES = (
    "boeing|airbus|windows|iphone|ipad|galaxy|pixel|playstation|ibex|nasdaq|s&p|nikkei|cac|dax|ftse|stoxx|merval|covid|"
    "apollo|apolo|falcon|soyuz|shahed|formula|fórmula|formule|formel|agenda|ios|android|chatgpt|gpt|xbox|artemis|"
    "ariane|chandrayaan|sputnik|starship|antena|canal|canale|rai|orf|rtl|srf|zdf|bbc|itv|france|rtp|big brother brasil|"
    "fox|nbc|cbs|abc|nifty|sensex|topix|hang seng|seat|radio|kepler|voyager|luna|"
    "lexus|peugeot|galaxy s|euro stoxx|kospi|russell"
)
"""Names in many languages that a number goes with: "S&P 500", "Agenda 2030"."""

NAMES_AFTER_NUMBERS = frozenset(["FM", "MHz", "Max", "MAX", "Dreamliner"])
"""Names that make one of the number before them: "107.7 FM", "737 Max"."""

STREETS = frozenset(
    [
        "calle",
        "avenida",
        "avda",
        "paseo",
        "plaza",
        "rua",
        "travessa",
        "praça",
        "rue",
        "avenue",
        "boulevard",
        "place",
        "via",
        "viale",
        "piazza",
        "corso",
    ]
)
"""Words after which, and a name, a number is that of a house."""

SMALLER_UNITS = {
    ("foot", "inch"): 12.0,
    ("yard", "foot"): 3.0,
    ("pound", "ounce"): 16.0,
    ("stone", "pound"): 14.0,
    ("meter", "centimeter"): 100.0,
    ("kilometer", "meter"): 1000.0,
    ("kilogram", "gram"): 1000.0,
}
"""How many of the second unit make one of the first, where people say them in one breath."""

SHORT_SMALLER_UNITS = {("foot", "in"): "inch", ("TH", "m"): "TM", ("TM", "s"): "TS"}
"""Symbols that mean a unit only right after a larger one."""

INDEX_WORDS = frozenset(
    [
        "ibex",
        "ftse",
        "dax",
        "cac",
        "dow",
        "nasdaq",
        "s&p",
        "stoxx",
        "nikkei",
        "sensex",
        "nifty",
        "merval",
        "bovespa",
        "ibovespa",
        "mib",
        "hang",
        "topix",
        "asx",
        "tsx",
        "smi",
        "atx",
        "psi",
        "aex",
        "index",
        "índice",
        "índices",
        "indice",
        "indici",
        "leitindex",
        "indexpunkte",
    ]
)
"""Names of share indices and words for them, in lower case: the points in their sentences are theirs."""
