"""Portuguese, with the words of Brazil and of Portugal."""

from tui.highlights.figures.languages import Language

LANGUAGE = Language(
    decimal=",",
    before_nouns=(
        "novos|novas|outros|outras|grandes|pequenos|pequenas|principais|antigos|antigas|jovens|supostos|"
        "supostas|melhores"
    ),
    numerals={
        0: "zero",
        1: "um|uma",
        2: "dois|duas",
        3: "três",
        4: "quatro",
        5: "cinco",
        6: "seis",
        7: "sete",
        8: "oito",
        9: "nove",
        10: "dez",
        11: "onze",
        12: "doze",
        13: "treze",
        14: "quatorze|catorze",
        15: "quinze",
        16: "dezesseis|dezasseis",
        17: "dezessete|dezassete",
        18: "dezoito",
        19: "dezenove|dezanove",
        20: "vinte",
        30: "trinta",
        40: "quarenta",
        50: "cinquenta|cinqüenta",
        60: "sessenta",
        70: "setenta",
        80: "oitenta",
        90: "noventa",
        100: "cem|cento",
        200: "duzentos|duzentas",
        300: "trezentos|trezentas",
        400: "quatrocentos|quatrocentas",
        500: "quinhentos|quinhentas",
        600: "seiscentos|seiscentas",
        700: "setecentos|setecentas",
        800: "oitocentos|oitocentas",
        900: "novecentos|novecentas",
    },
    ones="um|uma",
    scales={
        10: "dezena|dezenas",
        12: "dúzia|dúzias",
        100: "centena|centenas",
        1e3: "mil|milhar|milhares",
        1e6: "milhão|milhões",
        1e9: "bilhão|bilhões",
        1e12: "trilhão|trilhões|bilião|biliões",
    },
    lone_scales="mil",
    abbreviations={1e3: "k|K", 1e6: "M|mi|mi.|mln", 1e9: "mM|bi|bn|bi.", 1e12: "tri"},
    joiners={"e": "any"},
    fraction_joiners="e|com",
    decimal_words="vírgula|ponto",
    division_words="sobre",
    negative_words="menos",
    halves_after={0.5: "e meio|e meia", 0.25: "e um quarto", 0.75: "e três quartos"},
    fractions={0.5: "meio|meia|metade"},
    partitives="metade",
    denominators={
        2: "meios",
        3: "terço|terços",
        4: "quarto|quartos",
        5: "quinto|quintos",
        6: "sexto|sextos",
        7: "sétimo|sétimos",
        8: "oitavo|oitavos",
        9: "nono|nonos",
        10: "décimo|décimos",
        100: "centésimo|centésimos",
        1000: "milésimo|milésimos",
    },
    denominator_words="avo|avos",
    parts="parte|partes",
    ratios="em cada|de cada|a cada",
    vague={
        (10, 100): "dezenas",
        (24, 100): "dúzias",
        (100, 1e3): "centenas",
        (1e3, 1e6): "milhares",
        (1e6, 1e9): "milhões",
        (1e9, 1e12): "bilhões",
    },
    ordinals={
        number: "|".join(f"{stem}{ending}" for stem in stems.split("|") for ending in ("o", "a", "os", "as"))
        for number, stems in {
            2: "segund",
            3: "terceir",
            4: "quart",
            5: "quint",
            6: "sext",
            7: "sétim",
            8: "oitav",
            9: "non",
            10: "décim",
            20: "vigésim",
            30: "trigésim",
            40: "quadragésim",
            50: "quinquagésim|qüinquagésim",
            60: "sexagésim",
            70: "septuagésim|setuagésim",
            80: "octogésim",
            90: "nonagésim",
            100: "centésim",
            200: "ducentésim",
            300: "tricentésim|trecentésim",
            400: "quadringentésim|quadrigentésim",
            500: "quingentésim",
            600: "sexcentésim|seiscentésim",
            700: "septingentésim|setingentésim|septigentésim",
            800: "octingentésim|octigentésim",
            900: "noningentésim|nongentésim",
            1000: "milésim",
        }.items()
    },
    doubtful_ordinals="segundo|segundos",
    ordinals_like_nouns="segunda|segundas|terça|quarta|quinta|sexta|quarto|quartos|quartas|quintas|sextas|oitavas",
    ordinal_suffixes="º|ª|°|o|a",
    narrating_ordinals=(
        "pela segunda vez|em segundo lugar|segundo turno|segunda-feira|terça-feira|quarta-feira|quinta-feira|"
        "sexta-feira|terceira idade|segundo plano|segunda mão|segundo a|segundo o|segundo as|segundo os|"
        "terceiro mundo|segunda feira|terça feira|quarta feira|quinta feira|sexta feira|a terceiros|de terceiros|"
        "para terceiros|por terceiros|quinta coluna|sétima arte|terceira via|segundo no comando|segunda chance|"
        "sétimo céu"
    ),
    linkers="de|do|da|dos|das",
    articles="o|a|os|as|um|uma|uns|umas",
    percent={
        "%": "por cento|porcento|porcentos|percentuais|por centos",
        "pp": "pontos percentuais|ponto percentual|p.p.|pp",
        "permille": "por mil",
        "permyriad": "pontos-base|pontos base|ponto-base|pontos básicos",
    },
    points="ponto|pontos",
    tenths_of_point="décima|décimas",
    currencies={
        "USD": "dólares norte-americanos|dólares estadunidenses",
        "USD?": "dólar|dólares",
        "GBP": "libras",
        "BRL": "real|reais",
        "PTE": "escudo|escudos",
        "XOF": "francos CFA|franco CFA",
        "MXN?": "peso|pesos",
        "CHF?": "franco|francos",
        "JPY": "iene|ienes|yen|yens|yenes",
        "CNY": "iuane|iuanes|renminbi",
        "KRW": "won|wons",
        "INR": "rupia|rupias",
        "RUB": "rublo|rublos",
        "UAH": "hryvnia|hryvnias",
        "ITL": "lira|liras",
        "AOA": "kwanza|kwanzas|cuanzas",
        "MZN": "metical|meticais",
        "ZAR": "rand|rands",
        "DEM": "marcos",
        "ESP": "pesetas|peseta",
        "NLG": "florins|florim",
        "GRD": "dracmas|dracma",
        "KZT": "tengues",
        "ATS": "xelins",
        "ILS": "shekel|shekels|siclos",
        "PLN": "zloty|zlotys",
        "PYG": "guarani|guaranis",
        "PEN": "soles|novos soles",
        "AED": "dirham|dirhams",
        "BTC": "bitcoin|bitcoins",
    },
    currency_amounts={("EUR", 1e6): "M€|MEUR", ("EUR", 1e9): "mM€", ("EUR", 1e3): "k€"},
    subunits={"¢?": "centavo|centavos|cêntimo|cêntimos|cent|cents", "p": "pence|penny|pennies|penies"},
    units={
        "kilometer": "kilômetros|kilómetros",
        "hectometer": "hectômetro|hectômetros|hectómetro|hectómetros",
        "micrometer": "mícron|mícrons",
        "light-year": "anos luz",
        "cup": "copo|copos",
        "kilogram": "quilo|quilos|kilo|kilos",
        "tonne": "tonelada|toneladas",
        "pound": "libras-peso",
        "knot": "nó",
        "celsius": "Celsius|graus centígrados|centígrados|graus C|° celsius",
        "fahrenheit": "Fahrenheit|graus F|° fahrenheit",
        "kelvin": "graus Kelvin",
        "kilowatt-hour": "quilowatts hora",
        "megawatt-hour": "megawatt-hora|megawatts-hora",
        "horsepower": "cavalos",
        "decibel": "decibel|decibéis",
        "kilobyte": "quilobyte|quilobytes",
        "megabit-per-second": "megabits por segundo",
    },
    durations={
        "10Y": "década|décadas",
        "100Y": "século|séculos",
        "1000Y": "milênio|milênios|milénio|milénios",
        "Y": "ano|anos",
        "6M": "semestre|semestres",
        "3M": "trimestre|trimestres",
        "2M": "bimestre|bimestres",
        "M": "mês|meses",
        "W": "semana|semanas|sem.",
        "WE": "fim de semana|fins de semana",
        "D": "dia|dias|noite|noites",
        "TH": "hora|horas",
        "TM": "minuto|minutos",
        "TS": "segundo|segundos",
    },
    whole_durations="todo o|toda a",
    elapsed_durations="último|última|passado|passada",
    duration_adjectives="últimos|últimas|próximos|próximas|primeiros|primeiras|longos|longas|consecutivos|seguintes",
    halved_durations="ano|hora|mês|semana|dia|século|década",
    ago="faz",
    age_after="de idade",
    age_before=(
        "tem|tinha|têm|tinham|completou|completar|completa|idade de|aos|com apenas|maiores de|menores de|fez|faz"
    ),
    age_alone="idade de",
    people=(
        "homem|mulher|menino|menina|garoto|garota|jovem|adolescente|criança|estudante|filho|filha|mãe|pai|aposentado|"
        "aposentada|motorista|ator|atriz|cantor|cantora|jogador|atacante|rapaz|idoso|idosa|suspeito|vítima|bebê|bebé|"
        "pessoas|homens|mulheres|jovens|crianças|irmão|irmã|marido|esposa|avó|avô|morador|moradora"
    ),
    bearing_words="com",
    lasting_nouns=(
        "pena|penas|prazo|prazos|período|períodos|condenação|condenações|contrato|contratos|ciclo|ciclos|mandato|"
        "mandatos|meses|intervalos|títulos|empréstimos|cursos|prisão|reclusão|duração|vigência"
    ),
    below_zero="abaixo de zero|negativos",
    modifiers_before={
        "at_most": (
            "menor ou igual que|menores ou iguais que|inferiores ou iguais a|igual ou menor que|igual a ou menor que|"
            "como máximo|até|no máximo|não mais de|não mais que|não mais do que|máximo de|um máximo de|"
            "menor ou igual a|menores ou iguais a|inferior ou igual a|não superior a"
        ),
        "less_than": (
            "menor de|menores de|mais baixo que|mais baixa que|menos de|menos que|menos do que|abaixo de|inferior a|"
            "inferiores a|menor que|menor do que|menores que|menores do que|abaixo dos"
        ),
        "at_least": (
            "maior ou igual que|maiores ou iguais que|superiores ou iguais a|igual ou maior que|como mínimo|"
            "pelo menos|ao menos|no mínimo|não menos de|não menos que|mínimo de|um mínimo de|a partir de|"
            "maior ou igual a|maiores ou iguais a|superior ou igual a"
        ),
        "more_than": (
            "maior de|maiores de|mais alto que|mais alta que|mais de|mais que|mais do que|acima de|superior a|"
            "superiores a|maior que|maior do que|maiores que|maiores do que|ultrapassa|ultrapassou|"
            "passou dos|passou das|passam dos|passam das|passa dos|passa das|supera|superou|"
            "excede|ultrapassar|além de|acima dos|superar"
        ),
        "approximately": (
            "cerca de|aproximadamente|quase|em torno de|por volta de|uns|umas|perto de|ao redor de|próximo a|"
            "próximo de|mais ou menos|à volta de|algo em torno de|em redor de"
        ),
    },
    modifiers_after={
        "at_least": "ou mais|no mínimo|pelo menos",
        "at_most": "ou menos|no máximo",
        "approximately": "aproximadamente|mais ou menos",
    },
    level_words="até",
    comparison_words="de|que|do",
    range_joiners="e|mas|e de|,",
    changes=(
        "subiu|subiram|sobe|caiu|caíram|cai|cresceu|cresceram|aumentou|aumentaram|recuou|avançou|ganhou|perdeu|"
        "baixou|em"
    ),
    alternatives="ou",
    ranges={
        "": "a|-|–|—|~",
        "de": "a|até|para",
        "do": "ao",
        "entre": "e|a",
        "desde": "até|a",
        "das": "às",
        "dos": "aos",
    },
    months={
        1: "jan",
        2: "fev",
        4: "abr",
        6: "jun",
        7: "jul",
        8: "ago",
        9: "set",
        10: "out",
        11: "nov",
        12: "dez",
    },
    doubtful_months="maio|marco|jan|fev|abr|jun|jul|ago|set|out|nov|dez",
    verbs_like_months="dez|set|out|marco",
    weekdays=("segunda feira|terça feira|quarta feira|quinta feira|sexta feira|segunda|terça|quarta|quinta|sexta"),
    day_words="dia|dias",
    date_before="dia|dias|em",
    last_words="último|última",
    first_of_month="primeiro|primeira|primeiros|primeiras",
    surely_before_years="em|desde|até|ano|final de|fim de|início de|meados de",
    date_linkers="de|do|,|do ano de|em|do ano",
    year_before=(
        "em|de|do|desde|até|para|durante|ano|anos|entre|a partir de|após|antes de|depois de|final de|fim de|"
        "início de|meados de|e|no ano de|,|(|-|–|/|ou|temporada|a"
    ),
    season_words="temporada|época|safra|campeonato",
    seasons={"SP": "primavera", "SU": "verão", "FA": "outono", "WI": "inverno"},
    quarters="trimestre",
    halves="semestre|metade",
    decades="anos|década de",
    decade_names={
        20: "vinte",
        30: "trinta",
        40: "quarenta",
        50: "cinquenta",
        60: "sessenta",
        70: "setenta",
        80: "oitenta",
        90: "noventa",
    },
    centuries="século|séculos",
    before_christ="a.C.|a. C.|antes de Cristo",
    time_before="às|as|à|até às|desde as|das|pelas",
    hour_before="às|até às|pelas|desde as",
    time_after={0: "da manhã|da madrugada|horas|h|hora", 12: "da tarde|da noite"},
    hour_words="horas|hora|h",
    time_halves="e meia",
    idioms=(
        "meia-noite|meio-dia|meia noite|meio dia|meio ambiente|mil vezes|pintou o sete|pintar o sete|pinta o sete|"
        "quatro ventos|quatro paredes|mil maravilhas|sete chaves|sete palmos|quatro patas|duas rodas|dois dedos|"
        "mil e uma|quatro cantos|sete vidas|dois pesos e duas medidas|sete cabeças"
    ),
    score_words="a",
    designators=(
        "artigo|artigos|art.|capítulo|página|páginas|pág.|p.|resolução|lei|decreto|número|nº|n.º|nº.|rodovia|canal|"
        "grupo|seção|secção|anexo|fase|nível|categoria|temporada|episódio|volume|versão|linha|rua|avenida|porta|voo|"
        "modelo|sala|km|parágrafo|inciso|zona|processo|telefone|tel.|tipo|sub|br|ligue|disque|ligar para o|"
        "ligue para o|pelo telefone|disque-denúncia|rodada|jornada|trem|saída"
    ),
    function_words=(
        "a à ao aos as às até com como contra da das de dela dele depois desde do dos e é ela ele eles em entre era "
        "eram essa esse esta está estão este eu foi foram há isso isto já lhe mais mas me mesmo na nas não nem no "
        "nos nós o os ou para pela pelas pelo pelos por porque qual quando que quem se sem ser será seu seus só "
        "sobre sua suas também tem têm tinha um uma você quanto segundo afirmou disse"
    ),
)
