"""French."""

from tui.highlights.figures.languages import Language

LANGUAGE = Language(
    decimal=",",
    vigesimal=True,
    plural_endings="s|x",
    before_nouns=(
        "autres|nouveaux|nouvelles|grands|grandes|petits|petites|jeunes|anciens|anciennes|principaux|"
        "principales|meilleurs|meilleures"
    ),
    numerals={
        0: "zéro",
        1: "un|une",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        11: "onze",
        12: "douze",
        13: "treize",
        14: "quatorze",
        15: "quinze",
        16: "seize",
        20: "vingt|vingts",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "septante",
        80: "huitante|octante",
        90: "nonante",
    },
    ones="un|une",
    hundreds="cent|cents",
    scales={
        10: "dizaine|dizaines",
        12: "douzaine|douzaines",
        15: "quinzaine",
        20: "vingtaine",
        30: "trentaine",
        40: "quarantaine",
        50: "cinquantaine",
        60: "soixantaine",
        100: "centaine|centaines",
        1e3: "mille|milles|millier|milliers",
        1e6: "million|millions",
        1e9: "milliard|milliards",
        1e12: "billion|billions",
        1e18: "trillion|trillions",
    },
    lone_scales="cent|mille",
    abbreviations={1e3: "k|K", 1e6: "M|Mio|mio|mn", 1e9: "Md|Mds|Mrd|mds|md|mrd"},
    joiners={"et": "tens"},
    fraction_joiners="et",
    decimal_words="virgule",
    division_words="sur",
    negative_words="moins",
    halves_after={0.5: "et demi|et demie|et un demi", 0.25: "et quart|et un quart", 0.75: "et trois quarts"},
    fractions={0.25: "quart", 0.5: "demi|demie|moitié"},
    partitives="moitié",
    denominators={
        2: "demis",
        3: "tiers",
        4: "quart|quarts",
        5: "cinquième|cinquièmes",
        6: "sixième|sixièmes",
        7: "septième|septièmes",
        8: "huitième|huitièmes",
        9: "neuvième|neuvièmes",
        10: "dixième|dixièmes",
        100: "centième|centièmes",
        1000: "millième|millièmes",
    },
    ratios="sur",
    vague={
        (10, 100): "dizaines",
        (24, 100): "douzaines",
        (100, 1e3): "centaines",
        (1e3, 1e6): "milliers",
        (1e6, 1e9): "millions",
        (1e9, 1e12): "milliards",
    },
    ordinals={
        1: "unième",
        2: "deuxième|seconde|second",
        3: "troisième",
        4: "quatrième",
        5: "cinquième",
        6: "sixième",
        7: "septième",
        8: "huitième",
        9: "neuvième",
        10: "dixième",
        11: "onzième",
        12: "douzième",
        13: "treizième",
        14: "quatorzième",
        15: "quinzième",
        16: "seizième",
        17: "dix-septième",
        18: "dix-huitième",
        19: "dix-neuvième",
        20: "vingtième",
        30: "trentième",
        40: "quarantième",
        50: "cinquantième",
        60: "soixantième",
        100: "centième",
        1000: "millième",
        1_000_000: "millionième",
    },
    ordinal_suffixes="e|me|er|ère|re|ème|eme|ième|nd|nde|es|ers",
    narrating_ordinals=(
        "pour la deuxième fois|pour la seconde fois|seconde main|second plan|deuxième tour|second tour|"
        "en second lieu|en deuxième lieu|troisième âge|tiers monde|septième art|seconde nature|cinquième colonne|"
        "septième ciel|quart de tour|troisième voie|tierce personne"
    ),
    linkers="de|d|du|des",
    articles="le|la|les|l|un|une|des|quelque|quelques",
    percent={
        "%": "pour cent|pourcent|pourcents|pour-cent|pourcentage|pourcentages|p. 100|pour cents",
        "pp": "points de pourcentage|point de pourcentage|pts",
        "permille": "pour mille",
        "permyriad": "points de base|point de base",
    },
    points="point|points",
    currencies={
        "USD": "dollars américains|dollar américain|dollars US|dollars états-uniens|$ US|$US|$ USD",
        "USD?": "dollar|dollars",
        "CAD": "$ C|$C|$ CA|$CA|$ CAN|$CAN",
        "HKD": "dollars hongkongais|$ HK|$HK",
        "GBP": "sterling",
        "GBP?": "livre|livres",
        "XOF": "francs CFA|franc CFA|FCFA|F CFA",
        "CHF?": "franc|francs",
        "JPY": "yen|yens",
        "CNY": "yuan|yuans|renminbi|yuans chinois",
        "KRW": "won|wons",
        "INR?": "roupie|roupies",
        "RUB": "rouble|roubles",
        "UAH": "hryvnia|hryvnias",
        "TRY": "lires turques",
        "ITL": "lire|lires",
        "NOK?": "couronnes",
        "PLN": "zloty|zlotys",
        "HUF": "forint|forints",
        "ILS": "shekel|shekels",
        "BRL": "reais|reals|réal|réaux|reals brésiliens|réals",
        "MXN?": "peso|pesos",
        "AED": "dirham|dirhams|dirhams émiratis",
        "TND?": "dinar|dinars",
        "SAR": "riyals",
        "IRR": "rials",
        "ZAR": "rand|rands",
        "NGN": "naira|nairas",
        "HTG": "gourde|gourdes",
        "DEM": "marks|deutschemarks",
        "FIM": "markkas",
        "NLG": "florins|florin|florins hollandais",
        "ESP": "pesetas|peseta",
        "PTE": "escudos|escudo",
        "GRD": "drachmes|drachme",
        "ATS": "schillings",
        "GHS": "cedis|cedi",
        "THB": "baht|bahts",
        "BTC": "bitcoin|bitcoins",
    },
    currency_amounts={
        ("EUR", 1e6): "M€|MEUR|M d'euros|m€",
        ("EUR", 1e9): "Md€|Mds€|Mrd€|Md d'euros|Mds d'euros|G€|Mds €|Md €",
        ("EUR", 1e3): "k€|K€",
        ("USD?", 1e6): "M$",
        ("USD?", 1e9): "Md$|Mds$|G$",
    },
    subunits={"¢?": "centime|centimes|cent|cents", "p": "pence|penny|p"},
    units={
        "hectometer": "hectomètre|hectomètres",
        "micrometer": "micron|microns",
        "nautical-mile": "mille nautique|milles nautiques",
        "light-year": "années lumière|année lumière",
        "square-kilometer": "kilomètres-carrés",
        "square-mile": "miles carrés|mile carré",
        "tablespoon": "cuillerées à soupe",
        "kilogram": "kilo|kilos",
        "microgram": "ug",
        "tonne": "tonnes métriques|tonne métrique",
        "pound": "lb",
        "quintal": "quintal|quintaux",
        "kilometer-per-hour": "kilomètres-heure|kilomètres/heure|kilomètre-heure|kilomètres à l'heure|km par heure",
        "mile-per-hour": "miles à l'heure",
        "kilometer-per-second": "kilomètres par seconde",
        "knot": "noeuds",
        "celsius": "Celsius|degrés centigrades|degrés C|degré C|° celsius",
        "fahrenheit": "Fahrenheit|degrés F|degré F|° fahrenheit",
        "kelvin": "degrés Kelvin",
        "radian": "rad",
        "kilowatt-hour": "kilowatts-heure|kilowatts heure",
        "megawatt-hour": "mégawattheure|mégawattheures|mégawatt-heure|mégawatts-heure",
        "gigawatt-hour": "gigawattheures",
        "terawatt-hour": "térawattheures|térawattheure",
        "horsepower": "ch",
        "decibel": "décibel|décibels",
        "byte": "byte|bytes",
        "kilobyte": "ko",
        "megabyte": "Mo|mégabytes",
        "gigabyte": "Go|gigabytes",
        "terabyte": "To",
        "megabit-per-second": "mégabits par seconde",
    },
    durations={
        "10Y": "décennie|décennies",
        "100Y": "siècle|siècles",
        "1000Y": "millénaire|millénaires",
        "Y": "an|ans|année|années",
        "6M": "semestre|semestres",
        "3M": "trimestre|trimestres",
        "M": "mois",
        "W": "semaine|semaines|sem.",
        "WE": "week-end|week-ends|weekend|weekends",
        "D": "jour|jours|nuit|nuits|journée|journées",
        "TH": "heure|heures",
        "TM": "minute|minutes|mn|mins",
        "TS": "seconde|secondes",
    },
    whole_durations="tout le|toute la|toute le",
    elapsed_durations="dernier|dernière",
    duration_adjectives="dernières|derniers|prochaines|prochains|premières|premiers|longues|longs|autres|bonnes|bons",
    halved_durations="an|heure|mois|semaine|jour|siècle",
    ago="y a|y a environ|y avait",
    age_after="d'âge|d’âge",
    age_before=(
        "âgé de|âgée de|âgés de|âgées de|a|avait|avaient|avoir|ont|fête|fêtera|fêté|à l'âge de|à l’âge de|âge de|"
        "les plus de|les moins de|des plus de|des moins de|aux plus de|aux moins de|"
        "âgé d'|âgée d'|âgés d'|âgées d'|âgé d’|âgée d’"
    ),
    age_alone="âgé de",
    people=(
        "homme|femme|garçon|fille|adolescent|adolescente|jeune|enfant|étudiant|étudiante|fils|mère|père|retraité|"
        "retraitée|ressortissant|conducteur|joueur|joueuse|hommes|femmes|personnes|enfants|jeunes|attaquant|chanteur|"
        "chanteuse|acteur|actrice|suspect|victime|bébé|sœur|frère|époux|épouse|militant|militante|adultes|habitants|"
        "élèves|patients|salariés|conducteurs|électeurs|seniors|mineurs|"
        "adolescents|filles|garçons|professeur|élève|automobiliste|policier|employé|employée|patient|patiente|"
        "médecin|journaliste|chauffeur|touriste|mineur|mineure|lycéen|lycéenne|collégien|collégienne"
    ),
    bearing_words="avec",
    lasting_nouns=(
        "peine|peines|délai|délais|période|périodes|contrat|contrats|cycle|cycles|mandat|mandats|mois|prêts|"
        "crédits|obligations|prison|durée|durées|intervalles|cursus"
    ),
    below_zero="au-dessous de zéro|en dessous de zéro|sous zéro",
    modifiers_before={
        "at_most": (
            "inférieures ou égales à|inférieure ou égale à|égal ou inférieur à|jusqu'à|jusqu’à|au plus|au maximum|"
            "maximum|pas plus de|pas plus d'|un maximum de|tout au plus|jusqu'aux|plafonné à|inférieur ou égal à|"
            "inférieurs ou égaux à|plus petits ou égaux à|plus petit ou égal à"
        ),
        "less_than": (
            "moins de|moins d'|moins d’|inférieur à|inférieure à|inférieurs à|inférieures à|en dessous de|sous|"
            "au-dessous de|sous les|plus petit que|plus petits que|en dessous des"
        ),
        "at_least": (
            "supérieures ou égales à|supérieure ou égale à|égal ou supérieur à|au moins de|au moins|au minimum|"
            "minimum|pas moins de|un minimum de|à partir de|supérieur ou égal à|supérieurs ou égaux à|"
            "plus grand ou égal à"
        ),
        "more_than": (
            "plus que|plus de|plus d'|plus d’|supérieur à|supérieure à|supérieurs à|supérieures à|au-dessus de|"
            "au delà de|au-delà de|dépasse|dépassent|dépassait|dépassaient|dépassera|dépassé|dépassant|dépasser|"
            "excède|dépasse les|dépassé les|dépasserait|dépasseraient|dépasserait les|dépasseront|dépassent les|"
            "dépassera les|plus grand que|plus grands que|supérieur aux"
        ),
        "approximately": (
            "environ|près de|quelque|quelques|presque|autour de|à peu près|aux alentours de|approximativement|"
            "aux environs de|près d'|près d’|autour des|une estimation de|quasi|quasiment|avoisinant|avoisine|"
            "proche de"
        ),
    },
    modifiers_after={
        "at_least": "ou plus|au moins|au minimum|et plus|minimum",
        "at_most": "ou moins|au plus|au maximum|maximum",
        "approximately": "environ|à peu près",
    },
    comparison_words="de|que|d",
    range_joiners="et|mais|et de|,",
    changes=(
        "augmenté|augmente|baissé|baisse|progressé|progresse|reculé|recule|gagné|gagne|perdu|perd|grimpé|chuté|cédé|"
        "cède|hausse|bondi"
    ),
    alternatives="ou",
    ranges={
        "": "à|-|–|—|~",
        "de": "à",
        "du": "au",
        "d": "à",
        "entre": "et|à",
        "depuis": "jusqu|à",
        "des": "aux",
    },
    months={
        1: "janv.|janv",
        2: "févr.|févr|fév",
        4: "avr.|avr",
        7: "juil.|juil",
        8: "aout",
        9: "sept.|sept|sep",
        10: "oct.|oct",
        11: "nov.|nov",
        12: "déc.|déc",
    },
    doubtful_months="mars|mai|avr|sep|sept|oct|nov|juil|fév|janv|déc",
    last_words="dernier|dernière",
    first_of_month="premier|première|1er",
    date_before="le|au|du|ce",
    surely_before_years="en|depuis|année|dès|fin|début|jusqu'en",
    date_linkers="de|,|de l'année|en|d'",
    year_before=(
        "en|de|du|depuis|jusqu'en|pour|année|années|entre|dès|après|avant|avant|fin|début|mi|d'ici|d'ici à|"
        "à partir de|et|à|courant|mandat|exercice|,|(|-|–|/|ou|au|saison|l'an|d'|d’|mois de"
    ),
    season_words="saison|exercice",
    seasons={"SP": "printemps", "SU": "été", "FA": "automne", "WI": "hiver"},
    quarters="trimestre",
    halves="semestre|moitié",
    decades="années|décennie",
    decade_names={
        20: "vingt",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "soixante-dix",
        80: "quatre-vingt",
        90: "quatre-vingt-dix",
    },
    centuries="siècle|siècles",
    before_christ="av. J.-C.|avant J.-C.|avant Jésus-Christ|avant notre ère",
    time_before="à|entre|vers|dès|jusqu'à|avant|après",
    time_after={0: "heures|heure|h|du matin", 12: "de l'après-midi|de l’après-midi|du soir"},
    hour_words="heures|heure|h",
    time_halves="heures et demie|h et demie",
    idioms=(
        "trois-quarts|quatre-saisons|trente-et-quarante|tiers-monde|mille-feuille|quatre épingles|"
        "trente-six chandelles|quatre coins|quatre vérités|deux poids|deux mesures|en deux temps|quatre mains|"
        "quatre cents coups|cent pas|mille mercis|quatre roues|deux roues|deux-roues|quatre murs|"
        "quatre vents|mille et une|mille morceaux|cinq sens"
    ),
    score_words="à",
    designators=(
        "article|articles|art.|chapitre|page|pages|p.|résolution|loi|décret|numéro|n°|no|nº|route|autoroute|chaîne|"
        "groupe|section|annexe|phase|niveau|catégorie|saison|épisode|volume|tome|version|ligne|rue|avenue|porte|vol|"
        "modèle|salle|paragraphe|alinéa|zone|quai|terminal|tél.|téléphone|type|code postal|chambre|covid|pn|au km|"
        "appelez le|appeler le|composez le|composer le|contactez le|joindre le|numéro vert|sortie|journée|TGV|train"
    ),
    function_words=(
        "a à ai ait au aussi aux avait avant avec avoir c ce ces cet cette chez comme contre d dans de depuis des "
        "donc dont du elle elles en entre est et étaient était être eu eux fait font fut il ils je jusqu l la le les "
        "leur leurs lors lui mais même ne ni non nous on ont or ou où par parce pas pendant plus pour pourtant puis "
        "qu quand que qui s sa sans se selon sera ses si son sont sous sur ta te tout très tu un une va vers vous y"
    ),
)
