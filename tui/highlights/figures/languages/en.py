"""English."""

from tui.highlights.figures.languages import Language

LANGUAGE = Language(
    decimal=".",
    day_first=False,
    before_nouns="police|business",
    numerals={
        0: "zero|nought|naught|nil",
        1: "one|a|an",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty|fourty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
    },
    ones="one|a|an",
    year_pairs=True,
    hundreds="hundred",
    scales={
        12: "dozen|dozens|doz|dozs",
        20: "score",
        1e3: "thousand",
        1e5: "lakh|lakhs|lac|lacs",
        1e6: "million|millions",
        1e7: "crore|crores",
        1e9: "billion|billions",
        1e12: "trillion|trillions",
        1e15: "quadrillion",
    },
    lone_scales="hundred|thousand",
    abbreviations={1e3: "k|K", 1e6: "M|mn|mln|MM|mio|mil", 1e9: "bn|bln|B|b", 1e12: "tn|tln|trn|T"},
    counting_abbreviations={1e6: "m"},
    joiners={"and": "hundreds", "&": "hundreds"},
    fraction_joiners="and",
    spoken_noughts="oh|o|aught",
    decimal_words="point",
    negative_words="minus|negative",
    halves_after={
        0.5: "and a half|and half|and one half|and one-half",
        0.25: "and a quarter|and quarter",
        0.75: "and three quarters|and three quarter|and three-quarters",
    },
    fractions={0.5: "half", 0.25: "quarter"},
    partitives="half",
    denominators={
        2: "half|halves",
        3: "third|thirds",
        4: "quarter|quarters|fourth|fourths",
        5: "fifth|fifths",
        6: "sixth|sixths",
        7: "seventh|sevenths",
        8: "eighth|eighths",
        9: "ninth|ninths",
        10: "tenth|tenths",
        100: "hundredth|hundredths",
        1000: "thousandth|thousandths",
        10**6: "millionth|millionths",
        10**9: "billionth|billionths",
        10**12: "trillionth|trillionths",
    },
    division_words="over",
    percent_before="percent of|per cent of|percentage of",
    ratios="in|out of|out of every|in every",
    few_words="few|several|many",
    vague={
        (10, 100): "tens",
        (24, 100): "dozens",
        (100, 1e3): "hundreds",
        (1e3, 1e6): "thousands",
        (1e6, 1e9): "millions",
        (1e9, 1e12): "billions",
        (1e12, 1e15): "trillions",
    },
    ordinals={
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        30: "thirtieth",
        40: "fortieth",
        50: "fiftieth",
        60: "sixtieth",
        70: "seventieth",
        80: "eightieth",
        90: "ninetieth",
        100: "hundredth",
        1000: "thousandth",
        1000000: "millionth",
    },
    ordinal_suffixes="st|nd|rd|th",
    narrating_ordinals=(
        "second thoughts|second thought|second hand|second-hand|on the second|split second|third party|third parties|"
        "third-party|third world|second nature|second best|second only|a second|every second|seconds later|"
        "second half|second-half|second guess|second guessing|second guessed|second-guessing|second-guessed|"
        "second-in-command|second in command|second to none|second wind|"
        "second fiddle|fifth column|eleventh hour|seventh heaven|third time lucky|third rail|second chance|"
        "second opinion|second home|second homes|second language|second-degree|second degree|third-degree|"
        "third degree"
    ),
    linkers="of",
    articles="the|a|an|some",
    percent={
        "%": "percent|per cent|pc|percents|percentage|per cents",
        "pp": "percentage points|percentage point|pp|pts|percent points",
        "permyriad": "basis points|basis point",
    },
    points="point|points",
    currencies={
        "USD": "U.S. dollars|American dollars|united states dollars|U. S. dollars|USD dollars|us$ dollars",
        "USD?": "dollar|dollars|buck|bucks",
        "TWD": "Taiwan dollars|Taiwanese dollars",
        "ZWL": "Zimbabwean dollars|Zimbabwe dollars",
        "GBP": "pound sterling|pounds sterling|sterling|quid|UK pounds",
        "GBP?": "pounds|pound",
        "EGP": "egyptianpound|egyptianpounds",
        "JPY": "yen",
        "CNY": "yuan|renminbi|rmb",
        "INR?": "rupee|rupees",
        "PKR": "Pakistan rupees",
        "LKR": "Sri Lanka rupees",
        "NPR": "Nepali rupees",
        "IDR": "rupiah|rupiahs",
        "KRW": "won|Korean won",
        "RUB": "ruble|rubles|rouble|roubles",
        "UAH": "hryvnia|hryvnias|hryvnya",
        "CHF?": "franc|francs",
        "XOF": "CFA francs|CFA franc|CFA",
        "DEM": "marks|deutsche marks|deutschmarks|Deutsche mark|d-marks",
        "ITL": "Italian lire|lire",
        "TRY": "Turkish liras|Turkish lire|lira|liras",
        "SEK": "Swedish crowns|krona|kronor",
        "NOK": "Norwegian crowns|Norwegian kronor",
        "DKK": "Danish crowns",
        "NOK?": "kroner|krone|crowns",
        "ISK": "Icelandic krona|Icelandic kronur",
        "CZK": "Czech crowns|koruna",
        "PLN": "zloty|zlotys|zlotych|złoty",
        "HUF": "forint|forints",
        "RON": "lei",
        "ILS": "shekel|shekels|Israeli shekels|new shekels",
        "SAR": "riyals|riyal|saudiriyal|Saudi Arabian riyals",
        "IRR": "rials|rial|toman",
        "AED": "dirham|dirhams|Emirati dirhams",
        "IQD?": "dinar|dinars",
        "ZAR": "rand|rands",
        "NGN": "naira",
        "KES": "Kenya shillings",
        "UGX": "Uganda shillings",
        "KES?": "shilling|shillings",
        "GHS": "cedi|cedis",
        "ETB": "birr",
        "ZMW": "kwacha",
        "AOA": "kwanza|kwanzas",
        "BRL": "Brazilian reais|reais",
        "ARS": "Argentinian pesos",
        "PHP": "Filipino pesos",
        "MXN?": "peso|pesos",
        "PEN": "soles",
        "VES": "bolívars|bolívar|Venezuelan bolívars|Venezuelan bolívar",
        "THB": "baht",
        "VND": "dong",
        "MYR": "ringgit|ringgits|malaysia ringgit|malaysia ringgits",
        "BDT": "taka",
        "MMK": "kyat|kyats",
        "KHR": "riel|riels",
        "MNT": "tugrik|tugriks",
        "KZT": "tenge|Kazakh tenge",
        "AFN": "afghani|afghanis",
        "GEL": "lari",
        "BTC": "bitcoin|bitcoins",
        "ETH": "ether|ethers",
        "CRC": "colones|Costa Rican colones",
    },
    currency_amounts={
        ("EUR", 1e6): "MEUR|EURm|€m|M€",
        ("EUR", 1e9): "EURbn|€bn",
        ("USD", 1e6): "MUSD|USDm",
        ("AUD", 1e6): "MAUD",
        ("GBP", 1e6): "MGBP|£m",
        ("GBP", 1e9): "£bn",
        ("USD?", 1e6): "$m",
        ("USD?", 1e9): "$bn",
        ("EUR", 1e3): "k€",
        ("USD?", 1e3): "k$",
    },
    subunits={
        "¢?": "cent|cents|kopeck|kopecks|kopek|kopeks|kopiyka|kopiykas|groszy|paisa|paise|sens|centavo|centavos|c",
        "p": "pence|penny|pennies|p",
    },
    units={
        "kilometer": "kms",
        "micrometer": "micron|microns",
        "light-year": "light-years|light-year",
        "square-kilometer": "sq. km|sq. kilometers",
        "square-meter": "sq. m",
        "square-mile": "sq. miles",
        "square-foot": "sq. ft|sq. feet|sq feet",
        "gallon": "gallon|gallons",
        "quart": "quart|quarts",
        "tablespoon": "tbsp",
        "teaspoon": "tsp",
        "fluid-ounce": "fluid ounce|fluid ounces",
        "kilogram": "kilo|kilos|kilogramme|kilogrammes|[kg]|k. gs",
        "gram": "gramme|grammes",
        "tonne": "metric tonnes",
        "ton": "ton|tons",
        "kiloton": "kiloton|kilotons",
        "megaton": "megaton|megatons",
        "pound": "lb|lbs",
        "dram": "drachma|drachmas|dram|drams",
        "kilometer-per-hour": (
            "kilometers an hour|kilometres an hour|km per hour|kilometers-per-hour|kilometres-per-hour"
        ),
        "mile-per-hour": "miles an hour|miles-per-hour|mile-per-hour|mile-an-hour",
        "kilometer-per-second": "kilometers per second|kilometres per second",
        "mile-per-gallon": "miles per gallon|mpg",
        "celsius": "Celsius|degrees C|degrees centigrade|deg celsius|centigrade|deg C|° celsius",
        "fahrenheit": "Fahrenheit|degrees F|deg fahrenheit|deg F|° fahrenheit",
        "kelvin": "degrees Kelvin|degrees K",
        "degree": "deg",
        "radian": "rad",
        "revolution": "turn|turns",
        "kilowatt-hour": "kilowatt hours",
        "megawatt-hour": "megawatt hours|megawatt hour|megawatt-hours|megawatt-hour",
        "gigawatt-hour": "gigawatt hours|gigawatt-hours",
        "terawatt-hour": "terawatt hours|terawatt-hours",
        "ampere": "amp|amps",
        "decibel": "decibel|decibels",
        "megabit-per-second": "megabits per second",
        "gigabit-per-second": "gigabits per second",
        "part-per-million": "parts per million",
        "meter-per-millisecond": "meters per millisecond|metres per millisecond",
    },
    durations={
        "10Y": "decade|decades",
        "100Y": "century|centuries",
        "1000Y": "millennium|millennia",
        "Y": "year|years|yr|yrs|Y|yo|calendar year|calendar years|fiscal years",
        "3M": "quarters",
        "M": "month|months|calendar months",
        "W": "week|weeks|wk|wks",
        "2W": "fortnight|fortnights",
        "WE": "weekend|weekends",
        "D": "day|days|night|nights",
        "BD": "working days|business days",
        "TH": "hour|hours",
        "TM": "minute|minutes|mins",
        "TS": "second|seconds|secs",
    },
    whole_durations="all|another",
    elapsed_durations="last|past",
    duration_adjectives=(
        "last|past|next|first|more|fewer|long|full|consecutive|straight|further|additional|extra|whole|previous|"
        "other|final|coming|preceding|short|solid"
    ),
    age_after="old|of age|yo|y/o|olds",
    age_before="aged|age|aged between|of age|ages|turned|turns|turning|aged over|aged under",
    people=(
        "people|men|women|children|police|troops|personnel|staff|dead|wounded|km|boats|adults|boys|girls|voters|"
        "patients|workers|teenagers|"
        "brother|sister|sibling|son|daughter|victim|suspect|resident|citizen|officer|soldier|player|friend|passenger|"
        "couple|"
        "twin|baby|babies|infant|toddler|child|kid|teenager|man|woman|boy|girl|"
        "pensioners|drivers|anyone|everyone|those|Americans|Britons|youngsters|pupils|students"
    ),
    age_units="yo",
    age_alone=(
        "as young as|as old as|died at|dies at|dead at|turning|turned|turns|both|age of|ages of|aged|age|of age|ages|"
        "aged between|aged from|ages ranged|ages ranging|ages range|who is|who was|he is|he was|she is|"
        "she was|left school at|retired at|retire at|retiring at|"
        "married at|widowed at|orphaned at"
    ),
    life_words="died|dies|dead|death|born|married|school|emigrated|debut",
    below_zero="below zero",
    modifiers_before={
        "none": (
            "nothing less than|none other than|no other than|plus or minus|give or take|down over|flew over|"
            "flying over|"
            "fly over|flies over|flight over|spread over|hovering over|presided over|presides over|row over|"
            "dispute over|"
            "taken over|took over|fight over|clashed over|charged over|arrested over|sued over|custody over"
        ),
        "at_most": (
            "not exceed|not exceeding|not exceeded|no higher than|not higher than|up to|at most|no more than|"
            "not more than|as many as|as much as|a maximum of|maximum of|max|at the most|"
            "as high as|capped at|as long as|a max of|equal or less than|equal to or less than|less than or equal to|"
            "smaller or equal than|smaller than or equal to"
        ),
        "less_than": "less than|fewer than|under|below|lower than|smaller than|short of",
        "at_least": (
            "at least|no less than|no fewer than|not less than|a minimum of|minimum of|as few as|as little as|"
            "greater than or equal to|equal to or greater than|more than or equal to|bigger or equal than|"
            "at least or equal to"
        ),
        "more_than": (
            "more than|over|above|exceeding|greater than|in excess of|upwards of|upward of|higher than|larger than|"
            "exceeds|exceeded|exceed|topped|surpassed|surpassing|topping|bigger than|north of|beyond|well over"
        ),
        "approximately": (
            "about|around|approximately|roughly|nearly|almost|some|close to|circa|near|approx|approx.|an estimated|"
            "estimated|ca.|just about|in the region of|just over|just under|nearing|approaching|c."
        ),
    },
    modifiers_after={
        "at_least": "or more|at least|or above|or greater|or higher|or over|minimum|or larger|and above",
        "at_most": "or less|or fewer|at most|or below|or lower|tops|or under|or smaller|maximum",
        "approximately": "or so|approximately|give or take",
        "more_than": "plus",
    },
    durative_modifiers="over",
    place_words="over|under|near",
    rate_words="once|twice|times|people|meals|pills|drinks|cigarettes|trips|flights|games|visits",
    rate_denied="ago|later|earlier|before|after",
    comparison_words="than",
    range_joiners="and|but|,",
    range_words="through|thru",
    changes=(
        "rose|rise|rises|rising|fell|fall|falls|falling|gained|gain|gains|gaining|lost|lose|losing|up|down|climbed|"
        "climbs|climbing|dropped|drops|dropping|jumped|jumps|slipped|slid|added|adds|adding|increased|increases|"
        "increase|decreased|decrease|declined|declines|decline|sank|surged|soared|plunged|tumbled|dipped|advanced|by|"
        "higher|lower|eased|edged|shed|sheds|rallied|grew|shrank"
    ),
    alternatives="or",
    ranges={
        "": "to|-|–|—|through|~",
        "from": "to|through|until|till|thru|-|–|~",
        "between": "and|to|through|-|–|~",
    },
    months={
        1: "jan|jan.",
        2: "feb|feb.",
        3: "mar|mar.",
        4: "apr|apr.",
        6: "jun|jun.",
        7: "jul|jul.",
        8: "aug|aug.",
        9: "sept|sep|sept.|sep.",
        10: "oct|oct.",
        11: "nov|nov.",
        12: "dec|dec.",
    },
    capital_months=True,
    verbs_like_months="may|march|mar",
    doubtful_months="march|may|mar|mar.|jan|jan.|jun|jul|dec|sep|april|june|august|oct|nov|feb",
    weekdays="mon|tue|tues|wed|thu|thurs|fri|sat|sun",
    last_words="last",
    first_of_month="first",
    date_before="on",
    surely_before_years="at|the|into|through|in|since|until|till|late|early|mid|by|end of|start of",
    date_linkers="of|,|of the|the|in|of the year|year",
    year_before=(
        "in|of|since|from|until|till|by|during|year|years|between|before|after|through|to|late|early|mid|end of|"
        "born|died|around|fiscal|fy|throughout|circa|back in|,|(|-|–|/|or|the|season"
    ),
    season_words="season|seasons|campaign|term",
    seasons={"SP": "spring", "SU": "summer", "FA": "fall|autumn", "WI": "winter"},
    quarters="quarter",
    halves="half",
    decades="the|'",
    decade_suffixes="s|'s|’s",
    possessives="his|her|their|my|your|our|its",
    decade_names={
        20: "twenties",
        30: "thirties",
        40: "forties",
        50: "fifties",
        60: "sixties",
        70: "seventies",
        80: "eighties",
        90: "nineties",
    },
    centuries="century|centuries",
    before_christ="BC|B.C.|BCE|B.C.E.|before Christ",
    time_before="at",
    time_after={
        0: "a.m.|am|a. m.|o'clock|o’clock|in the morning|hours GMT|GMT|hrs",
        12: "p.m.|pm|p. m.|in the afternoon|in the evening",
    },
    hour_words="hrs|hours",
    designators=(
        "article|articles|chapter|page|pages|p.|pp.|section|resolution|act|no.|number|route|highway|interstate|"
        "channel|group|room|gate|flight|line|level|phase|category|grade|type|tier|title|part|paragraph|clause|"
        "amendment|volume|vol.|episode|season|class|model|area|district|ward|unit|battalion|brigade|bus|platform|"
        "terminal|track|exhibit|figure|fig.|table|appendix|item|proposition|prop|studio|zone|round|lot|pier|building|"
        "suite|apartment|bond|opus|psalm|super bowl|magnitude-|u|rule|ps|falcon|book|court|junction|junctions|fm|am|"
        "sector|zip|zip code|box|lane|exit|mile marker|call|calling|dial|dialling|reference|ref|freephone|hotline|"
        ""
        "week|text|lanes|gates|platforms|routes|sections|rules|chapters|lines|phases|exits|seasons|episodes|levels|"
        "zones|terminals|highways|clauses|paragraphs|exhibits"
    ),
    idioms=(
        "nine to five|two by two|in two minds|Seven Network|Nine Network|Seven West|Nine Entertainment|Seven News|"
        "Nine News|Three Gorges|Five Eyes|Four Seasons|Six Nations|Three Mile Island|at sixes and sevens|cloud nine|"
        "one-two-three|nine yards|nine lives|two-way|three-way|four-way|two-faced|twofold|two-fold|thousand words|"
        "million miles away|four-letter|six feet under|all fours|ten commandments|one-two punch|one-two|Catch-22"
    ),
    function_words=(
        "a after all although am an and any are as at be because been before but by can could did do does for from "
        "had has have he her here his how i if in into is it its may might more most must no nor not of off on one "
        "or our out over said say says shall she should so some such than that the their them then there these they "
        "this those to too under until up upon was we were what when where which while who will with would you your "
        "against during since between about also"
    ),
)
