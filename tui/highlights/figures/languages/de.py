"""German."""

from tui.highlights.figures.languages import Language

_UNITS = {1: "ein", 2: "zwei", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 8: "acht", 9: "neun"}
_TENS = {
    20: "zwanzig",
    30: "dreißig|dreissig",
    40: "vierzig",
    50: "fünfzig",
    60: "sechzig",
    70: "siebzig",
    80: "achtzig",
    90: "neunzig",
}
_TWO_DIGITS = {
    ten + unit: "|".join(f"{unit_name}und{name}" for name in names.split("|"))
    for ten, names in _TENS.items()
    for unit, unit_name in _UNITS.items()
}

LANGUAGE = Language(
    decimal=",",
    compounds=True,
    capital_nouns=True,
    numerals={
        0: "null",
        1: "ein|eins|eine|einen|einem|einer|eines",
        2: "zwei|zwo",
        3: "drei",
        4: "vier",
        5: "fünf|fuenf",
        6: "sechs",
        7: "sieben",
        8: "acht",
        9: "neun",
        10: "zehn",
        11: "elf",
        12: "zwölf|zwoelf",
        13: "dreizehn",
        14: "vierzehn",
        15: "fünfzehn",
        16: "sechzehn",
        17: "siebzehn",
        18: "achtzehn",
        19: "neunzehn",
    }
    | _TENS
    | _TWO_DIGITS,
    ones="ein|eine|einen|einem|einer|eines|eins",
    hundreds="hundert",
    scales={
        12: "dutzend",
        1e3: "tausend",
        1e6: "million|millionen",
        1e9: "milliarde|milliarden",
        1e12: "billion|billionen",
        1e15: "billiarde|billiarden",
        1e18: "trillion|trillionen",
    },
    lone_scales="hundert|tausend",
    abbreviations={
        1e3: "k|K|Tsd.|Tsd|tsd.",
        1e6: "M|Mio.|Mio|mio.|mio|Mill.",
        1e9: "Mrd.|Mrd|mrd.|mrd",
        1e12: "Bio.|Bio",
    },
    joiners={"und": "tens"},
    fraction_joiners="und",
    decimal_words="komma",
    negative_words="minus",
    halves_after={0.5: "einhalb|und ein halb|und eine halbe|und einen halben|und ein halbes"},
    fractions={
        0.5: "halb|halbe|halben|halber|halbes|hälfte",
        1.5: "anderthalb|eineinhalb|eineinhalbe|einundhalb|einundeinhalb",
        2.5: "zweieinhalb|zweieinhalbe|zweieinhalben|zweiundeinhalb",
        3.5: "dreieinhalb",
        4.5: "viereinhalb",
        5.5: "fünfeinhalb",
        6.5: "sechseinhalb",
        7.5: "siebeneinhalb",
        0.75: "dreiviertel",
        0.25: "viertel",
    },
    partitives="hälfte|viertel|dreiviertel",
    denominators={
        2: "halbe|halben",
        3: "drittel",
        4: "viertel",
        5: "fünftel",
        6: "sechstel",
        7: "siebtel",
        8: "achtel",
        9: "neuntel",
        10: "zehntel",
        100: "hundertstel",
        1000: "tausendstel",
    },
    ratios="von|aus",
    vague={
        (10, 100): "dutzende",
        (100, 1e3): "hunderte|hunderten|hunderter",
        (1e3, 1e6): "tausende|tausenden",
        (1e4, 1e6): "zehntausende|zehntausenden",
        (1e5, 1e6): "hunderttausende|hunderttausenden",
        (1e6, 1e9): "millionen",
        (1e9, 1e12): "milliarden",
    },
    ordinals={
        number: "|".join(
            name + ending for name in names.split("|") for ending in ("ste", "sten", "ster", "stes", "stem")
        )
        for number, names in (_TENS | _TWO_DIGITS).items()
    }
    | {
        number: "|".join(stem + ending for ending in ("e", "en", "er", "es", "em"))
        for number, stem in {
            2: "zweit",
            3: "dritt",
            4: "viert",
            5: "fünft",
            6: "sechst",
            7: "siebt",
            8: "acht",
            9: "neunt",
            10: "zehnt",
            11: "elft",
            12: "zwölft",
            13: "dreizehnt",
            14: "vierzehnt",
            15: "fünfzehnt",
            16: "sechzehnt",
            17: "siebzehnt",
            18: "achtzehnt",
            19: "neunzehnt",
            100: "hundertst",
            1000: "tausendst",
            1_000_000: "millionst",
        }.items()
    },
    ordinal_endings="te|ten|ter|tes|tem",
    ordinal_suffixes="te|ten|ter|tes|tem|ste|sten|ster",
    every_words="jeder|jede|jedes|jeden|jedem",
    narrating_ordinals=(
        "zum zweiten Mal|an zweiter Stelle|zweite Hand|zweiter Hand|dritte Welt|dritten Welt|zweite Runde|"
        "zweiten Runde|zweite Geige|siebten Himmel|fünfte Kolonne|zweiten Blick|zweite Chance"
    ),
    linkers="von|der|des",
    articles="der|die|das|den|dem|des|ein|eine|einen|einem|einer|rund|zum|zur|im|am|beim|seinen|seinem|seiner|ihren|ihrem|ihrer",
    percent={
        "%": "Prozent|vom Hundert|v. H.|-prozentige|-prozentiger|prozentige|prozentigen|prozentiger",
        "pp": "Prozentpunkte|Prozentpunkten|Prozentpunkt",
        "permille": "Promille",
        "permyriad": "Basispunkte|Basispunkten|Basispunkt",
    },
    points="Punkt|Punkte|Punkten",
    currencies={
        "USD": "US-Dollars|amerikanische Dollar|amerikanischen Dollar|USDollar|us dollar",
        "USD?": "Dollar|Dollars",
        "CAD": "Kanada-Dollar",
        "HKD": "Hongkong Dollar",
        "NZD": "neuseeländische Dollar|neuseeländischen Dollar",
        "EUR": "Euros",
        "GBP": "Pfund Sterling",
        "GBP?": "Pfund",
        "CHF": "Franken|Schweizer Fr.|Rappen",
        "FRF": "französische Francs|Francs|Franc",
        "DEM": "Mark|D-Mark|DM",
        "ATS": "Schilling",
        "FIM": "Finnmark",
        "NLG": "Gulden|holländische Gulden",
        "BEF": "belgische Francs|belgische Franken",
        "ESP": "Peseten|Pesetas",
        "PTE": "Escudos|Escudo",
        "GRD": "Drachmen|Drachme",
        "JPY": "Yen",
        "CNY": "Yuan|Renminbi",
        "KRW": "Won",
        "INR?": "Rupie|Rupien",
        "RUB": "Rubel",
        "UAH": "Hrywnja|Griwna|Hrywna",
        "XOF": "CFA-Franc|CFA-Francs",
        "TRY": "Lira",
        "ITL": "Lire",
        "NOK?": "Kronen",
        "PLN": "Zloty|Złoty|polnische Zloty",
        "HUF": "Forint",
        "ILS": "Schekel",
        "BRL": "Real|Reais",
        "MXN?": "Peso|Pesos",
        "ZAR": "Rand",
        "IRR": "Rial",
        "SAR": "saudische Riyal|Riyal",
        "AED": "Dirham",
        "THB": "Baht",
        "BTC": "Bitcoin|Bitcoins",
    },
    currency_amounts={
        ("EUR", 1e6): "Mio. €|Mio €|MEUR|Mio. EUR",
        ("EUR", 1e9): "Mrd. €|Mrd €|Mrd. EUR",
        ("EUR", 1e3): "k€|T€|TEUR|Tsd. €",
        ("USD?", 1e6): "Mio. $",
        ("USD?", 1e9): "Mrd. $",
    },
    subunits={"¢?": "Cent|Cents|ct|Pfennig|Pfennige", "p": "Pence|Penny"},
    units={
        "kilometer": "Kilometern|Kilometers",
        "meter": "Metern|Meters",
        "decimeter": "Dezimetern",
        "hectometer": "Hektometer|Hektometern",
        "centimeter": "Zentimetern|centimeter",
        "millimeter": "Millimetern",
        "micrometer": "Mikrometern",
        "nanometer": "Nanometern",
        "light-year": "Lichtjahren",
        "square-kilometer": "Quadratkilometern|qkm",
        "square-meter": "Quadratmetern|qm",
        "acre": "Morgen Land",
        "cubic-meter": "Kubikmetern",
        "cubic-centimeter": "Kubikzentimetern",
        "cubic-kilometer": "Kubikkilometern",
        "liter": "Litern",
        "milliliter": "Millilitern",
        "hectoliter": "Hektolitern",
        "barrel": "Fass",
        "tablespoon": "EL",
        "teaspoon": "TL",
        "kilogram": "Kilo|Kilos|Kilogramms",
        "tonne": "metrische Tonnen",
        "kilometer-per-hour": "Stundenkilometer|Stundenkilometern|Kilometern pro Stunde|km pro Stunde",
        "meter-per-second": "Metern pro Sekunde",
        "kilometer-per-second": "Kilometer pro Sekunde",
        "celsius": "Celsius|Grad C|° celsius",
        "fahrenheit": "Fahrenheit|Grad F|° fahrenheit",
        "megawatt-hour": "Megawattstunde|Megawattstunden",
        "gigawatt-hour": "Gigawattstunden",
        "terawatt-hour": "Terawattstunden",
        "horsepower": "PS",
        "decibel": "Dezibel",
        "byte": "Bytes",
        "bit": "Bits",
        "kilobyte": "Kilobytes",
        "megabyte": "Megabytes",
        "gigabyte": "Gigabytes",
        "terabyte": "Terabytes",
        "megabit-per-second": "Megabit pro Sekunde",
        "radian": "rad",
    },
    durations={
        "15TM": "Viertelstunde|Viertelstunden",
        "45TM": "Dreiviertelstunde",
        "10Y": "Jahrzehnt|Jahrzehnte|Jahrzehnten|Dekade|Dekaden",
        "100Y": "Jahrhundert|Jahrhunderte|Jahrhunderten",
        "1000Y": "Jahrtausend|Jahrtausende|Jahrtausenden",
        "Y": "Jahr|Jahre|Jahren|Jahres|jährige|jähriger|jährigen|jähriges|jährig",
        "6M": "Halbjahr|Halbjahre|Semester",
        "3M": "Quartal|Quartale|Quartalen",
        "M": "Monat|Monate|Monaten|monatige|monatigen",
        "W": "Woche|Wochen|Wo.|wöchige|wöchigen",
        "WE": "Wochenende|Wochenenden",
        "D": "Tag|Tage|Tagen|Tg.|Nacht|Nächte|Nächten|tägige|tägigen|tägiger",
        "TH": "Stunde|Stunden|Std.|Std|stündige|stündigen",
        "TM": "Minute|Minuten|minütige|minütigen|Min.",
        "TS": "Sekunde|Sekunden|Sek.",
    },
    joined_durations={
        (number, name): "|".join(
            f"{numeral}{unit}{ending}"
            for numeral in numerals.split("|")
            for ending in ("", "e", "er", "en", "es", "em")
        )
        for number, numerals in {
            1: "ein",
            2: "zwei",
            3: "drei",
            4: "vier",
            5: "fünf",
            6: "sechs",
            7: "sieben",
            8: "acht",
            9: "neun",
            10: "zehn",
            11: "elf",
            12: "zwölf",
            13: "dreizehn",
            14: "vierzehn",
            15: "fünfzehn",
            16: "sechzehn",
            17: "siebzehn",
            18: "achtzehn",
            20: "zwanzig",
            30: "dreißig|dreissig",
            40: "vierzig",
            50: "fünfzig",
            100: "hundert",
        }.items()
        for name, unit in {
            "Y": "jährig",
            "M": "monatig",
            "W": "wöchig",
            "D": "tägig",
            "TH": "stündig",
            "TM": "minütig",
        }.items()
    },
    whole_durations="ganzen|ganze",
    elapsed_durations="letzten|letzte|vergangenen|vergangene",
    duration_adjectives=(
        "letzten|letzte|vergangenen|kommenden|nächsten|ersten|lange|langen|ganze|volle|weitere|weiteren|gute|knappe"
    ),
    age_after="alt|alter|alte|alten|altes",
    age_denied="Haft|Gefängnis|Freiheitsstrafe|Verspätung|Garantie|Laufzeit|Abstand|Erfahrung|Bewährung|Pause",
    age_before="mit|im Alter von|Alter von|im Alter zwischen",
    age_alone="im Alter von|Alter von|wurde",
    age_units="jährige|jähriger|jährigen|jähriges",
    people=(
        "Kind|Kinder|Kindern|Jugendliche|Jugendlichen|Mensch|Menschen|Person|Personen|Mann|Männer|Männern|Frau|Frauen|"
        "Junge|Jungen|Mädchen|Sohn|Söhne|Söhnen|Tochter|Töchter|Schüler|Schülern|Schülerin|Student|Studentin|Bub|Buben|"
        "Patient|Patienten|Patientin|Befragte|Befragten|Bürger|Bürgern|Erwachsene|Erwachsenen|Fahrer|Fahrerin|Wähler|"
        "Wählern|Deutsche|Deutschen|Arbeitnehmer|Rentner|Rentnerin|Teenager|Opfer|Bruder|Schwester|Mutter|Vater|"
        "Täter|Verdächtige|Verdächtigen|Angeklagte|Angeklagten"
    ),
    bearing_words="mit",
    lasting_nouns=(
        "Strafe|Strafen|Haftstrafe|Haftstrafen|Freiheitsstrafe|Freiheitsstrafen|Zeitraum|Frist|Fristen|Verträge|"
        "Verträgen|Laufzeit|Laufzeiten|Dauer|Kredite|Krediten|Anleihen|Abstände|Abständen|Haft|Gefängnis|Bestehen|"
        "Jubiläum|Krieg|Amtszeit|Ehe|Herrschaft|Pause|Sperre|Studie|Ausbildung|Geschichte|Zusammenarbeit|Vertrag|"
        "Bauzeit"
    ),
    below_zero="unter null|minus|unter Null",
    modifiers_before={
        "at_most": "bis zu|höchstens|maximal|nicht mehr als|bis auf|kleiner oder gleich|maximal bis zu|kleiner gleich",
        "less_than": "weniger als|unter|unterhalb von|niedriger als|kleiner als|geringer als",
        "at_least": "mindestens|wenigstens|nicht weniger als|zumindest|ab|größer oder gleich|minimal",
        "more_than": (
            "mehr als|über|oberhalb von|höher als|größer als|jenseits von|jenseits der|überstieg|übersteigt|grösser als"
        ),
        "approximately": (
            "etwa|rund|ungefähr|circa|ca.|ca|fast|knapp|nahezu|gut|an die|schätzungsweise|gegen|um die|annähernd|"
            "zirka|in etwa|beinahe"
        ),
    },
    modifiers_after={
        "at_least": "oder mehr|und mehr|mindestens|oder älter",
        "at_most": "oder weniger|höchstens|maximal|oder jünger",
        "approximately": "ungefähr|etwa",
    },
    comparison_words="als",
    range_joiners="und|aber|,",
    alternatives="oder",
    ranges={
        "": "bis|-|–|—|~",
        "von": "bis|auf|zu",
        "vom": "bis",
        "zwischen": "und",
    },
    months={
        1: "Jan.|Jan",
        2: "Feber|Feb.|Feb",
        3: "Maerz|Mrz.|Mrz",
        4: "Apr.|Apr",
        6: "Jun.|Jun",
        7: "Jul.|Jul",
        8: "Aug.|Aug",
        9: "Sept.|Sept|Sep.|Sep",
        10: "Okt.|Okt",
        11: "Nov.|Nov",
        12: "Dez.|Dez",
    },
    capital_months=True,
    doubtful_months="mai|jan|jun|jul|sep|nov|august|dez|apr|feb|aug|okt",
    weekdays="sonnabend|montags|mo|di|mi|fr|sa",
    last_words="letzter|letzte|letzten|letztes",
    first_of_month="erste|ersten|erster",
    date_before="am|vom|zum|den|dem|der|für|seit|ab|bis|vor|nach",
    surely_before_years="seit|jahr|jahre|ende|anfang|mitte",
    date_linkers=",|des Jahres|im Jahr|im Jahre|des|im",
    year_before=(
        "in|im|seit|von|vom|bis|ab|jahr|jahre|jahren|jahres|zwischen|vor|nach|ende|anfang|mitte|anno|sommer|winter|"
        "frühjahr|herbst|und|für|um|während|im Jahr|saison|,|(|-|–|/|oder|als"
    ),
    season_words="saison|spielzeit|wintersemester|geschäftsjahr",
    seasons={"SP": "frühjahr|frühling", "SU": "sommer", "FA": "herbst", "WI": "winter"},
    quarters="quartal|quartals|vierteljahr",
    halves="halbjahr|halbjahres|hälfte",
    decade_suffixes="er|ern",
    decade_nouns="jahre|jahren|jahres",
    decades="die|den|der",
    decade_names={
        number: f"{stem}er|{stem}erjahre|{stem}erjahren|{stem}erjahres"
        for number, stem in {
            20: "zwanzig",
            30: "dreißig",
            40: "vierzig",
            50: "fünfzig",
            60: "sechzig",
            70: "siebzig",
            80: "achtzig",
            90: "neunzig",
        }.items()
    },
    centuries="jahrhundert|jahrhunderts",
    before_christ="v. Chr.|v.Chr.|vor Christus|vor Christi Geburt",
    time_before="um|ab|gegen|bis|von|vor|nach",
    time_after={0: "uhr|uhr morgens|uhr früh|uhr vormittags", 12: "uhr abends|uhr nachmittags"},
    score_words="zu",
    idioms=(
        "null Toleranz|allen vieren|alle viere|vier Augen|vier Wände|vier Wänden|sieben Sachen|null und nichtig|"
        "zwei Paar Schuhe|drei Kreuze|null Bock"
    ),
    designators=(
        "artikel|artikels|art.|kapitel|seite|seiten|s.|paragraf|paragraph|§|resolution|gesetz|nummer|nr.|nr|platz|"
        "autobahn|route|kanal|gruppe|abschnitt|anhang|phase|stufe|kategorie|staffel|folge|band|version|linie|straße|"
        "tor|flug|modell|raum|absatz|abs.|satz|zone|typ|klasse|tel.|telefon|bundesstraße|halle|plz|postleitzahl|"
        "hausnummer|§§|zimmer|gleis|kap.|Hinweise unter|Notruf|Hotline|Rufnummer|Telefonnummer|ICE|IC|RE|Zug|Spieltag"
    ),
    function_words=(
        "aber als also am an auf aus bei beim bis da damit dann das dass dem den der des die doch durch ein eine "
        "einem einen einer er es für gegen hat hatte hatten haben ich ihr ihre im in ins ist ja kann mit nach nicht "
        "noch nur ob oder ohne sagte sei sein seine seit sich sie sind so über um und uns unter vom von vor war "
        "waren was weil wenn wer werden wie wird wir worden wurde wurden zu zum zur zwischen gab stieg sank lag"
    ),
)
