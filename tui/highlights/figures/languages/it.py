"""Italian."""

from tui.highlights.figures.languages import Language

_UNITS = {2: "due", 3: "tré|tre", 4: "quattro", 5: "cinque", 6: "sei", 7: "sette", 9: "nove"}
_TENS = {
    20: "venti",
    30: "trenta",
    40: "quaranta",
    50: "cinquanta",
    60: "sessanta",
    70: "settanta",
    80: "ottanta",
    90: "novanta",
}
_TWO_DIGITS = {
    ten + unit: "|".join(name + unit_name for unit_name in unit_names.split("|"))
    for ten, name in _TENS.items()
    for unit, unit_names in _UNITS.items()
}
_BEFORE_VOWEL = {ten: f"{name}|{name[:-1]}" for ten, name in _TENS.items()}
_ELIDED = {ten + 1: f"{name[:-1]}uno|{name[:-1]}un" for ten, name in _TENS.items()} | {
    ten + 8: f"{name[:-1]}otto" for ten, name in _TENS.items()
}
_ORDINAL_UNITS = {1: "un", 2: "du", 3: "tre", 4: "quattr", 5: "cinqu", 6: "sei", 7: "sett", 8: "ott", 9: "nov"}

LANGUAGE = Language(
    decimal=",",
    compounds=True,
    plural_endings="i|e",
    before_nouns=("nuovi|nuove|altri|altre|grandi|piccoli|piccole|giovani|presunti|presunte|principali|migliori"),
    numerals={
        0: "zero",
        1: "uno|un|una",
        2: "due",
        3: "tre|tré",
        4: "quattro",
        5: "cinque",
        6: "sei",
        7: "sette",
        8: "otto",
        9: "nove",
        10: "dieci",
        11: "undici",
        12: "dodici",
        13: "tredici",
        14: "quattordici",
        15: "quindici",
        16: "sedici",
        17: "diciassette",
        18: "diciotto",
        19: "diciannove",
    }
    | _BEFORE_VOWEL
    | _TWO_DIGITS
    | _ELIDED,
    ones="uno|un|una",
    hundreds="cento|cent",
    scales={
        10: "decina|decine",
        15: "quindicina",
        12: "dozzina|dozzine",
        20: "ventina",
        30: "trentina",
        40: "quarantina",
        50: "cinquantina",
        60: "sessantina",
        70: "settantina",
        80: "ottantina",
        90: "novantina",
        100: "centinaio|centinaia",
        1e3: "mille|mila|migliaio|migliaia",
        1e6: "milione|milioni",
        1e9: "miliardo|miliardi",
        1e12: "bilione|bilioni",
    },
    lone_scales="cento|cent|mille",
    abbreviations={1e3: "k|K", 1e6: "M|mln|mln.|Mln|mio", 1e9: "mld|mld.|mrd|Mld|Mrd", 1e12: "bln"},
    joiners={"e": "any"},
    fraction_joiners="e",
    decimal_words="virgola|punto",
    division_words="su",
    negative_words="meno",
    halves_after={0.5: "e mezzo|e mezza|e un mezzo", 0.25: "e un quarto", 0.75: "e tre quarti"},
    fractions={0.5: "mezzo|mezza|mezz|metà"},
    partitives="metà",
    denominators={
        2: "mezzi",
        3: "terzo|terzi",
        4: "quarto|quarti",
        5: "quinto|quinti",
        6: "sesto|sesti",
        7: "settimo|settimi",
        8: "ottavo|ottavi",
        9: "nono|noni",
        10: "decimo|decimi",
        100: "centesimo|centesimi",
        1000: "millesimo|millesimi",
    },
    parts="parte|parti",
    ratios="su",
    vague={
        (10, 100): "decine",
        (24, 100): "dozzine",
        (100, 1e3): "centinaia",
        (1e3, 1e6): "migliaia",
        (1e6, 1e9): "milioni",
        (1e9, 1e12): "miliardi",
    },
    ordinals={
        unit: f"{names}|{_ORDINAL_UNITS[unit]}esimo|{_ORDINAL_UNITS[unit]}esima".strip("|")
        for unit, names in {
            1: "",
            2: "secondo|seconda",
            3: "terzo|terza",
            4: "quarto|quarta",
            5: "quinto|quinta",
            6: "sesto|sesta",
            7: "settimo|settima",
            8: "ottavo|ottava",
            9: "nono|nona",
        }.items()
    }
    | {10: "decimo|decima"}
    | {
        number: f"{stem}esimo|{stem}esima"
        for number, stem in {
            11: "undic",
            12: "dodic",
            13: "tredic",
            14: "quattordic",
            15: "quindic",
            16: "sedic",
            17: "diciassett",
            18: "diciott",
            19: "diciannov",
            100: "cent",
            1000: "mill",
            1_000_000: "milion",
        }.items()
    }
    | {ten: f"{name[:-1]}esimo|{name[:-1]}esima" for ten, name in _TENS.items()}
    | {
        ten + unit: f"{joint}{stem}esimo|{joint}{stem}esima"
        for ten, name in _TENS.items()
        for unit, stem in _ORDINAL_UNITS.items()
        for joint in [name[:-1] if unit in {1, 8} else name]
    },
    ordinal_endings="esimo|esima",
    doubtful_ordinals="secondo",
    ordinal_suffixes="º|ª|°|o|a|esimo|esima",
    narrating_ordinals=(
        "per la seconda volta|in secondo luogo|in terzo luogo|secondo me|secondo il|secondo la|secondo i|secondo gli|"
        "secondo le|secondo l|secondo un|secondo una|secondo quanto|secondo piano|terzo mondo|terza età|seconda mano|"
        "secondo turno|secondo alcuni|secondo fonti|terzo settore|settima arte|quinta colonna|terza via|seconda casa|"
        "settimo cielo|secondo plano|terzo polo|seconde case"
    ),
    linkers="di|d|del|della|dei|degli|delle|dello",
    articles="il|lo|la|i|gli|le|l|un|una|uno",
    percent={
        "%": "per cento|percento|percentuale",
        "pp": "punti percentuali|punto percentuale|p.p.|pp",
        "permille": "per mille",
        "permyriad": "punti base|punto base",
    },
    points="punto|punti",
    tenths_of_point="decimo|decimi",
    currencies={
        "USD": "dollari americani|dollaro americano|dollari Usa|dollari USA",
        "USD?": "dollaro|dollari",
        "GBP": "sterlina|sterline|sterline inglesi|lira sterlina|lire sterline",
        "ITL": "lira|lire|lire italiane",
        "FRF": "franchi francesi",
        "XOF": "franchi CFA|franco CFA",
        "CHF?": "franco|franchi",
        "JPY": "yen",
        "CNY": "yuan|renminbi",
        "KRW": "won",
        "INR": "rupia|rupie",
        "RUB": "rublo|rubli",
        "UAH": "grivna|grivnie|hryvnia",
        "NOK?": "corone",
        "PLN": "zloty",
        "HUF": "fiorini",
        "ILS": "shekel|sicli",
        "BRL": "real|reais",
        "MXN?": "peso|pesos",
        "DEM": "marchi|marchi tedeschi",
        "FIM": "marchi finlandesi|marco finlandese",
        "NLG": "fiorini olandesi",
        "BEF": "franchi belgi",
        "ESP": "pesetas|peseta",
        "PTE": "scudi|escudos",
        "GRD": "dracme|dracma",
        "ATS": "scellini|scellini austriaci",
        "ZAR": "rand",
        "AED": "dirham",
        "SAR": "riyal",
        "IRR": "rial",
        "BTC": "bitcoin",
    },
    currency_amounts={("EUR", 1e6): "mln €|mln di €|M€|MEUR", ("EUR", 1e9): "mld €|mld di €|Mld€", ("EUR", 1e3): "k€"},
    subunits={"¢?": "centesimi|centesimo|cent|cents", "p": "pence|penny"},
    units={
        "kilometer": "kilometri",
        "hectometer": "ettometro|ettometri",
        "micrometer": "micron",
        "nautical-mile": "miglia marine",
        "yard": "yard",
        "light-year": "anni-luce",
        "square-kilometer": "chilometri quadri",
        "square-meter": "metri quadri|mq",
        "cubic-meter": "mc",
        "tablespoon": "cucchiaio|cucchiai",
        "teaspoon": "cucchiaino|cucchiaini",
        "kilogram": "chilo|chili|kilo",
        "tonne": "tonnellata|tonnellate",
        "quintal": "quintale|quintali",
        "kilometer-per-hour": (
            "chilometri all'ora|chilometri all’ora|km orari|chilometri l'ora|km all'ora|chilometri per ora"
        ),
        "mile-per-hour": "miglia orarie|miglia all'ora",
        "meter-per-second": "metri per secondo",
        "celsius": "Celsius|gradi centigradi|grado centigrado|gradi C|° celsius|centigradi",
        "fahrenheit": "Fahrenheit|gradi F|° fahrenheit",
        "kelvin": "gradi Kelvin",
        "kilowatt-hour": "kilowattora",
        "megawatt-hour": "megawattora",
        "gigawatt-hour": "gigawattora",
        "terawatt-hour": "terawattora",
        "kilowatt": "chilowatt",
        "horsepower": "cavalli",
        "decibel": "decibel",
        "gigabyte": "giga",
        "megabit-per-second": "megabit al secondo",
        "radian": "rad",
    },
    durations={
        "10Y": "decennio|decenni",
        "100Y": "secolo|secoli",
        "1000Y": "millennio|millenni",
        "20Y": "ventennio",
        "2Y": "biennio",
        "3Y": "triennio",
        "Y": "anno|anni|enne|enni",
        "6M": "semestre|semestri",
        "3M": "trimestre|trimestri",
        "2M": "bimestre|bimestri",
        "M": "mese|mesi",
        "W": "settimana|settimane",
        "WE": "fine settimana|weekend|week-end",
        "D": "giorno|giorni|notte|notti|giornata|giornate",
        "TH": "ora|ore",
        "TM": "minuto|minuti",
        "TS": "secondo|secondi",
    },
    whole_durations="tutto il|tutta la|tutto l'",
    elapsed_durations="ultimo|scorso",
    duration_adjectives=(
        "ultimi|ultime|prossimi|prossime|primi|prime|lunghi|lunghe|consecutivi|successivi|scorsi|scorse"
    ),
    halved_durations="anno|ora|mese|settimana|giorno|secolo",
    age_units="enne|enni",
    age_after="di età|d'età|d’età|di vita",
    age_before=(
        "ha|aveva|hanno|avevano|compie|compiuto|compirà|età di|età|all'età di|all’età di|a soli|con più di|sotto i|"
        "età media è di|età media era di|età media di"
    ),
    age_alone="età di",
    people=(
        "uomo|donna|ragazzo|ragazza|giovane|bambino|bambina|adolescente|studente|studentessa|figlio|figlia|madre|"
        "padre|pensionato|pensionata|anziano|anziana|attore|attrice|cantante|calciatore|attaccante|sospettato|"
        "vittima|neonato|persone|uomini|donne|giovani|bambini|ragazzi|fratello|sorella|marito|moglie|nonno|nonna|"
        "operaio|militare|cittadino"
    ),
    bearing_words="con",
    lasting_nouns=(
        "pena|pene|periodo|periodi|condanna|condanne|contratto|contratti|ciclo|cicli|mandato|mandati|mesi|"
        "prestiti|mutui|titoli|bond|durata|intervalli|carcere|reclusione|tempi"
    ),
    below_zero="sotto zero|sotto lo zero",
    modifiers_before={
        "at_most": (
            "più piccoli o uguali a|più piccolo o uguale a|minori o uguali a|non superiore a|fino a|al massimo|"
            "non più di|un massimo di|massimo|fino ai|fino agli|fino alle|fino al|minore o uguale a"
        ),
        "less_than": (
            "sotto quota|sotto la soglia di|"
            "meno di|sotto i|sotto le|inferiore a|inferiori a|al di sotto di|al di sotto dei|meno del|inferiore ai|"
            "minore di|inferiore al|minori di|sotto gli|sotto il"
        ),
        "at_least": (
            "più grande o uguale a|non è inferiore a|non inferiore a|almeno|non meno di|un minimo di|come minimo|"
            "minimo|a partire da|perlomeno|maggiore o uguale a"
        ),
        "more_than": (
            "oltre quota|sopra quota|"
            "più di|oltre|oltre i|oltre le|oltre gli|superiore a|superiori a|al di sopra di|più del|supera|superato|"
            "superò|superava|superavano|superano|superare|sopra i|supera i|superiore ai|superiore al|maggiore di|"
            "maggiori di|sopra|ha superato i"
        ),
        "approximately": (
            "circa|quasi|intorno a|attorno a|all'incirca|all’incirca|intorno ai|attorno ai|pressappoco|"
            "approssimativamente|poco meno di|poco più di|vicino a|vicino ai|un|una"
        ),
    },
    modifiers_after={
        "at_least": "o più|almeno|in su",
        "at_most": "o meno|al massimo",
        "approximately": "circa",
    },
    comparison_words="di|del|che|dei",
    range_joiners="e|ma|ed|,",
    changes=(
        "salito|salita|saliti|sale|sceso|scesa|scende|aumentato|aumentata|cresciuto|cresciuta|cresce|calato|calata|"
        "cala|guadagna|guadagnato|perde|perso|di"
    ),
    alternatives="o",
    ranges={
        "": "a|-|–|—|ai|agli|~",
        "da": "a|ad|ai|fino a",
        "dal": "al|all",
        "dai": "ai|agli",
        "dalle": "alle",
        "tra": "e|ed",
        "fra": "e|ed",
        "dall": "al|all",
    },
    months={
        1: "genn.|genn|gen",
        2: "feb",
        3: "mar",
        4: "apr",
        5: "mag",
        6: "giu",
        7: "lug",
        8: "ago",
        9: "set|sett",
        10: "ott",
        11: "nov",
        12: "dic",
    },
    verbs_like_months="set|mar",
    doubtful_months="gen|feb|mar|apr|mag|giu|lug|ago|set|sett|ott|nov|dic",
    last_words="ultimo|ultima",
    first_of_month="primo|prima",
    day_words="giorno",
    date_before="giorno|il",
    surely_before_years="il|nel|dal|del|fino al|anno|fine|inizio",
    date_linkers="di|del|,|dell'anno|nel",
    year_before=(
        "nel|del|dal|al|in|fino al|per il|anno|anni|tra il|entro il|dopo il|prima del|fine|inizio|metà|e il|il|di|da|"
        "a|e|stagione|,|(|-|–|/|o|tra|fra|sin dal|esercizio"
    ),
    season_words="stagione|campionato",
    seasons={"SP": "primavera", "SU": "estate", "FA": "autunno", "WI": "inverno"},
    quarters="trimestre",
    halves="semestre|metà",
    decades="anni|decennio",
    decade_names={
        20: "venti",
        30: "trenta",
        40: "quaranta",
        50: "cinquanta",
        60: "sessanta",
        70: "settanta",
        80: "ottanta",
        90: "novanta",
    },
    centuries="secolo|secoli",
    before_christ="a.C.|a. C.|avanti Cristo",
    time_before="alle|alle ore|ore|dalle ore|all'|dalle|fino alle|verso le|le",
    hour_before="tra le|fra le|e le|sono le|alle|dalle|fino alle|verso le|entro le|prima delle|dopo le",
    time_after={0: "del mattino|di mattina|di notte|ore", 12: "di sera|del pomeriggio|della sera"},
    hour_words="ore|ora",
    time_halves="e mezza|e mezzo",
    idioms=(
        "venti di|venti a|venti fino|venti forti|venti oltre|venti da|venti intensi|venti deboli|venti moderati|"
        "quattro chiacchiere|due chiacchiere|su due piedi|quattro gatti|due parole|due passi|quattro passi|"
        "quattro salti|due conti|quattro mura|quattro ruote|due ruote|due pesi|due misure|mille e una|in quattro e|"
        "quattro zampe|quattro venti|sette camicie|sette vite"
    ),
    score_words="a",
    designators=(
        "articolo|articoli|art.|capitolo|pagina|pagine|pag.|p.|risoluzione|legge|decreto|numero|n.|nr.|strada|"
        "autostrada|canale|gruppo|sezione|allegato|fase|livello|categoria|stagione|episodio|volume|versione|linea|"
        "via|viale|porta|volo|modello|sala|paragrafo|comma|zona|tel.|telefono|tipo|lotto|binario|statale|cap|under|"
        "over|al km|km|chiamare il|chiamate il|chiama il|chiamando il|chiamato il|numero verde|giornata|treno|"
        "Frecciarossa|uscita|metro"
    ),
    function_words=(
        "l d all dall dell nell sull un "
        "a ad agli ai al alla alle allo anche ancora c che chi ci come con contro cui da dagli dai dal dalla dalle "
        "degli dei del della delle dello di e è ed era erano fra gli ha hanno ho i il in io la le lei lo loro lui ma "
        "mentre mi ne negli nei nel nella nelle nello noi non o ogni per perché però più poi prima quale quando "
        "quanto quella quello questa questo qui se si sia sono sta stata stati stato su sua sui sul sulla sulle suo "
        "tra un una uno va vi voi fa dopo"
    ),
)
