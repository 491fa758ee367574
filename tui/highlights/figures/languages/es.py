"""Spanish."""

from tui.highlights.figures.languages import Language

LANGUAGE = Language(
    decimal=",",
    before_nouns=(
        "grandes|nuevos|nuevas|otros|otras|pequeños|pequeñas|mejores|peores|principales|antiguos|antiguas|"
        "presuntos|presuntas|supuestos|supuestas|jóvenes|numerosos|numerosas"
    ),
    numerals={
        0: "cero",
        1: "uno|un|una|ún",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        11: "once",
        12: "doce",
        13: "trece",
        14: "catorce",
        15: "quince",
        16: "dieciséis",
        17: "diecisiete",
        18: "dieciocho",
        19: "diecinueve",
        20: "veinte",
        21: "veintiuno|veintiún|veintiuna",
        22: "veintidós",
        23: "veintitrés",
        24: "veinticuatro",
        25: "veinticinco",
        26: "veintiséis",
        27: "veintisiete",
        28: "veintiocho",
        29: "veintinueve",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
        100: "cien|ciento",
        200: "doscientos|doscientas",
        300: "trescientos|trescientas",
        400: "cuatrocientos|cuatrocientas",
        500: "quinientos|quinientas",
        600: "seiscientos|seiscientas",
        700: "setecientos|setecientas",
        800: "ochocientos|ochocientas",
        900: "novecientos|novecientas",
    },
    ones="uno|un|una",
    hundreds="cientos|cientas",
    scales={
        10: "decena|decenas",
        12: "docena|docenas|dz",
        20: "veintena",
        30: "treintena",
        50: "cincuentena",
        100: "centenar|centenares",
        1e3: "mil|millar|millares",
        1e6: "millón|millones",
        1e9: "millardo|millardos",
        1e12: "billón|billones",
        1e18: "trillón|trillones",
    },
    lone_scales="mil",
    abbreviations={1e3: "k|K", 1e6: "M|mill|mln|MM", 1e9: "mil M|bn"},
    joiners={"y": "tens"},
    fraction_joiners="y|con",
    spoken_decimals="con",
    decimal_words="coma|punto",
    negative_words="menos|negativo",
    halves_after={0.5: "y medio|y media", 0.25: "y cuarto"},
    fractions={0.5: "medio|media|mitad"},
    partitives="mitad",
    denominators={
        2: "medios",
        3: "tercio|tercios",
        4: "cuarto|cuartos|cuarta|cuartas",
        5: "quinto|quintos|quinta|quintas",
        6: "sexto|sextos|sexta|sextas",
        7: "séptimo|séptimos|séptima|séptimas",
        8: "octavo|octavos|octava|octavas",
        9: "noveno|novenos|novena|novenas",
        10: "décimo|décimos|décima|décimas",
        100: "centésima|centésimas",
        1000: "milésimo|milésimos|milésima|milésimas",
        10**6: "millonésimo|millonésimos|millonésima|millonésimas",
        10**12: "billonésimo|billonésimos|billonésima|billonésimas",
    },
    denominator_suffixes={1: "avo|avos|ava|avas", 1000: "milésimo|milésimos|milésima|milésimas"},
    division_words="sobre",
    parts="parte|partes",
    ratios="de cada",
    vague={
        (10, 100): "decenas",
        (24, 100): "docenas",
        (100, 1e3): "cientos|centenares",
        (1e3, 1e6): "miles|millares",
        (1e6, 1e9): "millones",
    },
    ordinals={
        2: "segundo|segunda",
        3: "tercero|tercera|tercer",
        4: "cuarto|cuarta",
        5: "quinto|quinta",
        6: "sexto|sexta",
        7: "séptimo|séptima",
        8: "octavo|octava",
        9: "noveno|novena",
        10: "décimo|décima",
        11: "undécimo|undécima|decimoprimero|decimoprimera|décimoprimero|décimoprimera",
        12: "duodécimo|duodécima|decimosegundo|decimosegunda|décimosegundo|décimosegunda",
        13: "decimotercero|decimotercera|decimotercer|décimotercero|décimotercera",
    }
    | {
        number: "|".join(f"{stem}{ending}" for stem in stems.split("|") for ending in "oa")
        for number, stems in {
            14: "decimocuart",
            15: "decimoquint",
            16: "decimosext",
            17: "decimoséptim",
            18: "decimoctav",
            19: "decimonoven",
            20: "vigésim",
            30: "trigésim",
            40: "cuadragésim|quadragésim",
            50: "quincuagésim",
            60: "sexagésim",
            70: "septuagésim",
            80: "octogésim",
            90: "nonagésim",
            100: "centésim",
            200: "ducentésim",
            300: "tricentésim",
            400: "cuadringentésim|cuadrigentésim",
            500: "quingentésim",
            600: "sexcentésim",
            700: "septingentésim|septigentésim",
            800: "octingentésim|octigentésim",
            900: "noningentésim",
            1000: "milésim",
        }.items()
    },
    ordinal_suffixes="º|ª|°|er|ro|ra|do|da|to|ta|vo|va|mo|ma|no|na|a|o",
    narrating_ordinals=(
        "por segunda vez|en segundo lugar|en tercer lugar|en cuarto lugar|segunda vuelta|segundo plano|segunda mano|"
        "segundos después|tercer mundo|tercera edad|segundo de a bordo|segunda al mando|segundo al mando|"
        "quinta columna|séptimo arte|tercera vía|de segunda mano|séptimo cielo|cuarto poder"
    ),
    linkers="de|del",
    articles="el|la|los|las|un|una|unos|unas",
    percent={
        "%": "por ciento|por cien|% por ciento",
        "pp": "puntos porcentuales|punto porcentual|p. p.|pp|p.p.|puntos de porcentaje|puntos porcentuales",
        "permyriad": "puntos básicos|punto básico|puntos base",
    },
    points="punto|puntos",
    tenths_of_point="décima|décimas",
    currencies={
        "USD": (
            "dólares americanos|dólares de Estados Unidos|dólares de EE. UU.|dólares de EE.UU.|"
            "dólares de los Estados Unidos|dólares norteamericanos"
        ),
        "USD?": "dólar|dólares|dolares",
        "HKD": "dólares de Hong Kong",
        "SGD": "dólares de Singapur",
        "TWD": "dólares taiwaneses|dólares de Taiwán",
        "GBP": "libras británicas",
        "GBP?": "libra|libras",
        "MXN?": "peso|pesos",
        "BRL": "reales",
        "PEN": "soles|nuevos soles",
        "VES": "bolívar|bolívares",
        "BOB": "pesos bolivianos",
        "PYG": "guaraní|guaraníes",
        "CRC": "colón|colones",
        "GTQ": "quetzal|quetzales",
        "HNL": "lempira|lempiras",
        "NIO": "córdoba|córdobas",
        "PAB": "balboa|balboas",
        "ESP": "peseta|pesetas|pta|ptas|pts|pt",
        "CHF?": "franco|francos",
        "XOF": "francos CFA",
        "JPY": "yen|yenes",
        "CNY": "yuan|yuanes|yuan chino|renminbi|yuanes chinos",
        "KRW": "won|wones|won surcoreanos|wones surcoreanos",
        "INR": "rupia|rupias",
        "PKR": "rupias paquistaníes",
        "RUB": "rublo|rublos",
        "UAH": "grivna|grivnas|grivnias|jrivnias",
        "TRY?": "lira|liras",
        "PLN": "esloti|eslotis|zloty|zlotys|zlotis",
        "HUF": "forinto|forintos|florín húngaro",
        "ILS": "séquel|séqueles|shekel|shekels|sheqels|siclos",
        "SAR": "riyal saudí|riyales saudíes",
        "IRR": "riales",
        "MAD": "dirhams marroquíes",
        "AED": "dírham|dírhams|dirhams|dírhams emiratíes",
        "ZAR": "rand|rands",
        "DEM": "marcos",
        "BTC": "bitcoin|bitcoins",
        "ETH": "éter|ethers",
    },
    currency_amounts={
        ("USD?", 1e6): "mdd|MDD|md",
        ("USD?", 1e9): "mmdd",
        ("MXN?", 1e6): "mdp|MDP",
        ("MXN?", 1e9): "mmdp",
        ("USD", 1e6): "MUS$|MUSD",
        ("GBP", 1e6): "MGBP|M£",
        ("EUR", 1e6): "M€|MEUR|mill. €|M €|meuros",
        ("EUR", 1e3): "k€",
        ("USD?", 1e3): "k$",
    },
    subunits={
        "¢?": "céntimo|céntimos|centavo|centavos|cent|cents|kopek|kopeks|copec|copecs",
        "p": "peniques|penique",
    },
    units={
        "micrometer": "micra|micras",
        "nautical-mile": "millas marinas",
        "light-year": "años-luz",
        "hectare": "has",
        "cubic-meter-per-second": "metros cúbicos por segundo|metro cúbico por segundo",
        "cubic-hectometer": "hectómetros cúbicos|hectómetro cúbico|hm³|hm3",
        "liter-per-square-meter": "litros por metro cuadrado|litro por metro cuadrado",
        "kilogram": "kilo|kilos",
        "tonne": "tonelada|toneladas|t. métrica|t.métrica",
        "kiloton": "kilotón|kilotones",
        "megaton": "megatón|megatones",
        "quintal": "quintal|quintales",
        "kilometer-per-hour": "kilómetros hora",
        "kilometer-per-second": "kilómetros por segundo",
        "celsius": (
            "grados centígrados|grado centígrado|centígrados|grados C|Celsius|° celsius|°celsius|° centígrados"
        ),
        "fahrenheit": "grados F|Fahrenheit|° fahrenheit",
        "kelvin": "grados Kelvin|grados K",
        "kilowatt-hour": "kilovatio-hora|kilovatios-hora",
        "megawatt-hour": "megavatio hora|megavatios hora|megavatios-hora|megavatio-hora",
        "gigawatt-hour": "gigavatios hora|gigavatios-hora",
        "terawatt-hour": "teravatios hora|teravatios-hora",
        "watt": "watts",
        "kilowatt": "kilowatts",
        "megawatt": "megawatts",
        "gigawatt": "gigawatts",
        "joule": "julio de energía",
        "decibel": "decibelio|decibelios|decibeles",
        "megabyte": "megas",
        "gigabyte": "gigas",
        "megabit-per-second": "megabits por segundo|megabit por segundo",
    },
    durations={
        "10Y": "década|décadas|decenio|decenios",
        "100Y": "siglo|siglos",
        "5Y": "lustro|lustros",
        "Y": "año|años",
        "6M": "semestre|semestres",
        "3M": "trimestre|trimestres",
        "2M": "bimestre|bimestres",
        "M": "mes|meses",
        "W": "semana|semanas|sem.",
        "WE": "fin de semana|fines de semana",
        "D": "día|días|noche|noches",
        "TH": "hora|horas",
        "TM": "minuto|minutos",
        "TS": "segundo|segundos",
        "1000Y": "milenio|milenios",
    },
    duration_adjectives=(
        "últimos|últimas|próximos|próximas|primeros|primeras|largos|largas|consecutivos|consecutivas|siguientes|"
        "pasados|pasadas|escasos|escasas|buenos|buenas"
    ),
    whole_durations="todo el|toda la|todo un|toda una|otro|otra",
    elapsed_durations="último|última|pasado|pasada",
    halved_durations="año|hora|mes|semana|día|siglo|década|minuto",
    age_after="de edad|cumplidos|bien cumplidos|recién cumplidos",
    age_adverbs="tan solo|tan sólo|solo|sólo|apenas|solamente|entonces",
    age_denied="desde|de|como|al frente|en el cargo|en el poder",
    age_before=(
        "edad media es de|edad media era de|edad media de|edad media fue de|a sus|a mis|con sus|desde los|"
        "tiene|tenía|tienen|tenían|cumplió|cumplir|cumple|cumplirá|cumplía|cumplido|tuvo|tendrá|tengo|edad de|edad|"
        "con apenas|con solo|mayores de|menores de|mayor de|menor de|a los"
    ),
    people=(
        "parapléjico|parapléjica|nadador|nadadora|atleta|ciclista|tenista|boxeador|piloto|empresario|empresaria|"
        "abogado|abogada|médico|médica|profesor|profesora|maestro|maestra|enfermero|enfermera|soldado|policía|agente|"
        "taxista|camionero|activista|escritor|escritora|director|directora|presidente|presidenta|ministro|ministra|"
        "senador|senadora|diputado|diputada|alcalde|alcaldesa|candidato|candidata|migrante|turista|motorista|peatón|"
        "británico|británica|francés|francesa|alemán|alemana|español|española|mexicano|mexicana|argentino|argentina|"
        "colombiano|colombiana|venezolano|venezolana|marroquí|individuo|persona|chicos|chicas|alumno|alumna|paciente|"
        "portero|entrenador|músico|pintor|pintora|dirigente|líder|empleado|empleada|obrero|campesino|viuda|novio|"
        "novia|"
        "hombre|mujer|niño|niña|joven|adolescente|menor|anciano|anciana|varón|bebé|estudiante|hijo|hija|hermano|"
        "hermana|madre|padre|chico|chica|ciudadano|ciudadana|jubilado|jubilada|actor|actriz|cantante|futbolista|"
        "delantero|periodista|político|vecino|vecina|conductor|conductora|trabajador|trabajadora|personas|hombres|"
        "mujeres|niños|niñas|jóvenes|señor|señora|esposo|esposa|nieto|nieta|abuelo|abuela|muchacho|muchacha|"
        "sospechoso|detenido|víctima"
    ),
    age_alone="edad de|a los",
    bearing_words="con",
    lasting_nouns=(
        "pena|penas|plazo|plazos|periodo|periodos|período|períodos|condena|condenas|contrato|contratos|ciclo|"
        "ciclos|mandato|mandatos|meses|intervalos|lapso|lapsos|bonos|créditos|préstamos|hipotecas|carreras|cursos|"
        "vencimientos|cárcel|prisión|duración|vigencia|obras|trabajos|proyectos|planes|estudios|relaciones|sanciones|"
        "inhabilitaciones|hipotecas|inversiones|viviendas|vehículos|investigaciones|negociaciones|residencias|"
        "concesiones"
    ),
    below_zero="bajo cero|por debajo de cero",
    modifiers_before={
        "none": "nada menos que|ni más ni menos que|nada más que|no más que",
        "at_most": (
            "menor o igual que|menor o igual a|menores o iguales a|menores o iguales que|igual o menor que|"
            "igual a o menor que|inferior o igual a|inferiores o iguales a|hasta|como máximo|como mucho|no más de|"
            "a lo sumo|máximo de|un máximo de|no más que|a lo más|máximo|tope de|no supera|no superan|no supera los|"
            "no superará|no superarán|no superó|no superaron|no superaba|no supere|no superen|no superar|"
            "no superaría|no excede|no excederá|no exceda|no rebasa|no rebasará|no rebase|"
            "no mayor de|no mayor que"
        ),
        "less_than": (
            "más bajo que|más baja que|más bajos que|más bajas que|menos de|menos que|por debajo de|inferior a|"
            "inferiores a|menor de|menor que|menores de|menores que|menor a|menores a|no llega a|no llegan a|"
            "no llega al|no llegan al|no llegó a|no llegó al|no alcanza|no alcanzan|no alcanzó|"
            "inferior al|por debajo del|menos del|debajo de"
        ),
        "at_least": (
            "mayor o igual que|mayor o igual a|mayores o iguales a|mayores o iguales que|igual o mayor que|"
            "superior o igual a|superiores o iguales a|al menos|por lo menos|como mínimo|no menos de|un mínimo de|"
            "mínimo de|cuando menos|a partir de|mínimo|no menos que|no menor de|no menor que|no inferior a"
        ),
        "more_than": (
            "más alto que|más alta que|más altos que|más altas que|más de|más que|más del|superior a|superiores a|"
            "superior al|por encima de|por encima del|mayor de|mayor que|mayores de|mayores que|mayor a|mayores a|"
            "superó por primera vez|supera por primera vez|superaron por primera vez|superan por primera vez|"
            "supera|superan|superó|superaron|superaba|superaban|superará|superar|supera los|excede|exceden|por sobre|"
            "supera el|supere|superen|supere los|superase|superara|superando los|superó el|rebasa|rebasó|superado|"
            "superando|arriba de"
        ),
        "approximately": (
            "unos|unas|cerca de|alrededor de|aproximadamente|casi|cerca del|en torno a|en torno al|alrededor del|"
            "más o menos|aprox.|aprox|prácticamente|próximo a|cercano a|cercana a|cercano al|rozando|roza|"
            "rozó|rozaron|rozaba|rozan|ronda|rondan|rondó|rondaba|rondaban|rondará|rondarán|rondaría|"
            "en torno de|un estimado de|cercanos a|cercanas a"
        ),
    },
    modifiers_after={
        "at_least": "o más|como mínimo|por lo menos|o superior|o superiores|o mayor|o mayores",
        "at_most": "o menos|como máximo|a lo sumo|como mucho|o menor|o menores|o inferior",
        "approximately": "aproximadamente|más o menos|aprox.",
    },
    level_words="hasta",
    rate_denied="atrás|antes|después",
    comparison_words="de|que|a",
    range_joiners="y|e|pero|,",
    changes=(
        "subió|subieron|subir|sube|suben|bajó|bajaron|bajar|baja|bajan|cayó|cayeron|caer|cae|caen|creció|crecieron|"
        "crecer|crece|aumentó|aumentaron|aumentar|aumenta|disminuyó|disminuyeron|avanzó|avanza|retrocedió|retrocede|"
        "ganó|gana|perdió|pierde|cedió|cede|repuntó|descendió|incrementó|en|subirá|bajará|caerá|"
        "crecerá|aumentará|crecería|subiría|bajaría|caería|perdería|ganaría|elevó|eleva|elevará|recortó|recorta|redujo|reduce|reducirá|rebajó|rebaja"
    ),
    alternatives="o|u",
    ranges={
        "": "a|al|-|–|—|~",
        "de": "a|al|hasta",
        "del": "al|a|hasta",
        "desde": "hasta|a",
        "entre": "y|e|a|~",
    },
    months={
        1: "ene",
        2: "feb",
        4: "abr",
        5: "may",
        6: "jun",
        7: "jul",
        8: "ago",
        9: "setiembre|sept|sep|set",
        10: "oct",
        11: "nov",
        12: "dic",
    },
    verbs_like_months="ene|set",
    doubtful_months="mayo|may|ene|feb|abr|jun|jul|ago|sept|sep|set|oct|nov|dic",
    day_words="día|días",
    date_before="día|días|el|al",
    last_words="último|última",
    first_of_month="primero|primer|primera",
    surely_before_years="en|desde|hasta|año|fines de|finales de|principios de|comienzos de|inicios de|mediados de",
    date_linkers="de|del|,|de el|de año|del año|en",
    year_before=(
        "en|de|del|desde|hasta|para|durante|año|años|entre|a partir de|tras|a|antes de|después de|finales de|y|hacia|"
        "desde el|en el|hasta el|fines de|principios de|mediados de|inicios de|comienzos de|ejercicio|o|,|(|-|–|/|"
        "temporada"
    ),
    season_words="temporada|curso|campaña|ejercicio|bienio",
    seasons={"SP": "primavera", "SU": "verano", "FA": "otoño", "WI": "invierno"},
    quarters="trimestre",
    halves="semestre|mitad",
    decades=(
        "años|principios de los|finales de los|mediados de los|comienzos de los|inicios de los|fines de los|"
        "década de|década de los|década del|décadas de|décadas de los"
    ),
    decade_names={
        20: "veinte",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
    },
    centuries="siglo|siglos|s.",
    before_christ="a. C.|a.C.|antes de Cristo|antes de nuestra era",
    time_before="a las|a la|las|la|hasta las|desde las|hacia las|sobre las",
    time_after={
        0: "de la mañana|de la madrugada|a. m.|a.m.|am|hs|horas|hora local|h|GMT|UTC",
        12: "de la tarde|de la noche|p. m.|p.m.|pm",
    },
    hour_words="horas|h|hs",
    time_halves="y media",
    designators=(
        "minuto|torre|bloque|terminal|andén|llame al|llamar al|llamen al|tabla|figura|fig.|cuadro|gráfico|artículo|"
        "artículos|art.|art|capítulo|cap.|página|páginas|pág.|p.|resolución|ley|decreto|número|núm.|nº|n.º|n°|no.|"
        "expediente|ruta|carretera|autopista|canal|grupo|sección|apartado|punto|anexo|fase|nivel|categoría|temporada|"
        "episodio|volumen|tomo|versión|línea|calle|avenida|puerta|kilómetro|teléfono|tel.|vuelo|modelo|estación|sala|"
        "habitación|folio|inciso|párrafo|cláusula|enmienda|distrito|zona|batallón|brigada|juzgado|sub|tipo|grado|"
        "misión|proyecto|boletín|causa|semana|comunicado|plan|horizonte|llame|llamar al|telefonear al|contactar con el|"
        "emergencias|jornada|tren|"
        "salida|AVE"
    ),
    score_words="a",
    idioms=(
        "en mitad|a mitad|de mitad|de dos en dos|de tres en tres|de cuatro en cuatro|mil y una|mil y un|"
        "cuatro vientos|mil demonios|mil maravillas|mil amores|a dos velas|cuatro gatos|cuatro paredes|cuatro patas|"
        "tres pies al gato|en un dos por tres|cada dos por tres|sus trece|siete vidas|dos caras|"
        "ni uno ni dos|de dos en fondo|por los cuatro costados"
    ),
    function_words=(
        "a al ante bajo cabe con contra de del desde durante e el ella ellos en entre era eran es esa ese eso esta "
        "estaba está están este esto fue fueron ha había han hasta hay la las le les lo los mediante mientras ni no "
        "o para pero por porque que quien se según ser si sin sino sobre son su sus también tiene tienen tras u un "
        "una unas unos y ya como cuando donde más menos muy solo sólo tanto aunque además entonces luego después "
        "antes ellas"
    ),
)
