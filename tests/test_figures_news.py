"""News sentences with every figure in brackets, then what each says: kind, value or bounds, unit, modifier."""

import re

import pytest

from tui.highlights.figures import find_figures
from tui.highlights.highlight import Figure

SPANISH = """
El banco ganó [2.450 millones de euros] en [2023], un [12,5 %] más. = money 2450000000 EUR; date 2023; percent 12.5 %
El IPC subió en [marzo] hasta el [3,2 %]. = date XXXX-03; percent 3.2 %
Más de [850 mil] personas huyeron desde el [24 de febrero de 2022]. = number 850000 more_than; date 2022-02-24
La deuda asciende a [US$ 1.200 millones] y vence el [1 de enero]. = money 1200000000 USD; date XXXX-01-01
Irán enriquece uranio al [60 %] y guarda [142 kilos]. = percent 60 %; quantity 142 kilogram
Al menos [veintitrés] personas murieron y unas [40] resultaron heridas. = number 23 at_least; number 40 approximately
El paro cayó [del 11,8 al 11,2 %] según la encuesta. = percent 11.2..11.8 %
La obra costará [entre 5 y 7 mil millones de dólares]. = money 5000000000..7000000000 USD
El temblor se produjo a las [03:17] a [12 kilómetros] de la costa. = time T03:17; quantity 12 kilometer
[Un tercio] de los hogares vive con menos de [900 euros]. = number 0.333333; money 900 EUR less_than
La mina extrae [cientos de toneladas] y emplea a [miles] de obreros. = quantity 100..1000 tonne; number 1000..1000000
Pedro Sánchez, de [52 años], gobierna desde [junio de 2018]. = age 52 year; date 2018-06
El tipo bajará [25 puntos básicos] y el impuesto [1,5 puntos porcentuales]. = percent 25 permyriad; percent 1.5 pp
La condena fue de [quince años y medio] de cárcel. = duration P15.5Y
La multa es de [2 millones de pesos mexicanos]. = money 2000000 MXN
Kim Jong Un recibió al primer ministro por primera vez desde la COVID-19. =
El F-16 y el MH17 no guardan relación con la resolución 2231 ni con el artículo 5 de la OTAN. =
El G20 y la red 5G centraron el debate de ambas delegaciones. =
En los [años noventa] la inflación superó el [1.000 %]. = date 199; percent 1000 % more_than
El [tercer trimestre de 2024] cerró con [3.456.789] turistas. = date 2024-Q3; number 3456789
El ejército perdió [veintiún mil trescientos cuarenta y dos] hombres. = number 21342
Llegaron [2,5 toneladas] de ayuda, casi [media tonelada] más. = quantity 2.5 tonne; quantity 0.5 tonne approximately
[Tres cuartas partes] de la población carece de agua. = number 0.75
El dólar cerró a [17,25 pesos] y el barril de Brent a [82 dólares]. = money 17.25 MXN; money 82 USD
La policía detuvo a un joven de [19 años] con [3,5 kilos] de cocaína. = age 19 year; quantity 3.5 kilogram
La tregua durará [72 horas] o más, hasta el [15 de mayo]. = duration PT72H at_least; date XXXX-05-15
El Real Madrid venció 2-1 al Barcelona. =
Llame al 91 555 12 34 o escriba a https://www.ejemplo.es/2024/10/28. =
La guerra de [2014-2018] dejó [10.000] muertos. = date 2014/2018; number 10000
La reforma creará [de 20.000 a 25.000] empleos. = number 20000..25000
[Dos de cada tres] encuestados aprueban la ley. = number 0.666667
La inversión será de [350 mdd], según la secretaría. = money 350000000 USD
[Decenas] de personas, [docenas] de ellas menores, esperan. = number 10..100; number 24..100
El avión volaba a [900 km/h] con [-40 °C] en el exterior. = quantity 900 kilometer-per-hour; quantity -40 celsius
La OTAN destinará [un billón de euros] a defensa, el [2 por ciento] del PIB. = money 1000000000000 EUR; percent 2 %
La empresa celebra su [25.º] aniversario. = ordinal 25
Un hombre de negocios compró una casa en la calle Mayor. =
El siglo pasado hubo una crisis; en [1929] quebraron [9.000] bancos. = date 1929; number 9000
Cobra [1.500 euros] al mes y trabaja [cuarenta horas] a la semana. = money 1500 EUR; duration PT40H
La sesión comenzó a las [10.30 horas] y acabó a las [cinco de la tarde]. = time T10:30; time T17:00
México recibió [63 mil 313 millones de dólares] en [año y medio]. = money 63313000000 USD; duration P1.5Y
El Ibex 35 cayó un [1,3%]; el 11-S, el 23-F y la Agenda 2030 no son cifras. = percent 1.3 %
Habrá [más de 100 y menos de 180] escaños en juego. = number 100..180
En los [noventa], a [5 grados bajo cero], tardaban [1h 45m]. = date 199; quantity -5 degree; duration PT1H45M
Su hija, de [3 años], y la presidenta, de [71 años], posaron. = age 3 year; age 71 year
El río llevaba [200 m³/s] a [10 bajo cero]. = quantity 200 cubic-meter-per-second; quantity -10 degree
Habrá paros los días [26] y [28 de mayo]. = date XXXX-05-26; date XXXX-05-28
El IPC subió un [0'7 por ciento] en Sídney'99. = percent 0.7 %
Cumplió [veinte años] como rector y tiene [65 años]. = duration P20Y; age 65 year
Ourense 86 - Menorca 69; Gales, 0 - Brasil, 3. =
Recorrieron [500 has] en [tres] jornadas. = quantity 500 hectare; number 3
Goethe ([1749-1832]) viajó en el [verano de 1786], a sus [37 años]. = date 1749/1832; date 1786-SU; age 37 year
En mitad de la calle perdieron 2-3 jugando bien el [19] o el [20 de octubre]. = date XXXX-10-19; date XXXX-10-20
Ganó nada menos que [11] ligas hasta la temporada [2006/07]. = number 11; date 2006/2007
La inversión subió en [1998] a [12.636 millones de dólares]. = date 1998; money 12636000000 USD
Un parapléjico de [43 años] pinta desde los [dieciséis años]. = age 43 year; age 16 year
Reducirán [de 500 a 480] los escaños; véase la tabla 2. = number 480..500
La explosión se oyó a las [07.28.27 GMT]. = time T07:28:27
El menor, de tan solo [12 años], y [dos] chicos de [15] y [16 años]. = age 12 year; number 2; age 15 year; age 16 year
El oro rozó los [2.700 dólares]; cayeron [180 l/m2]. = money 2700 USD approximately; quantity 180 liter-per-square-meter
No estarán más allá de las [21,30 horas], a [-10°] (fig. 4B). = time T21:30; quantity -10 degree
El fondo vale [2.000 millones de libras]; el saco pesa [200 libras]. = money 2000000000 GBP; quantity 200 pound
Ganó por 3 a 1 con un gol en el minuto 89; llame al 900 123 456. =
Hay más parados mayores de [45 años], a [20 grados por debajo de cero]. = age 45 year more_than; quantity -20 degree
Murieron [12] personas o más y al menos [una treintena] huyó. = number 12 at_least; number 30 at_least
El coste no superará los [3 millones de euros], ni la inflación llega al [3 %]. = money 3000000 EUR at_most; percent 3 %
El Real Decreto-ley 8/2020 lo prohibió a un grupo como los Veinte. =
1. Reducir el gasto. 2. Subir impuestos. =
Seguirá [otra semana]; el otro día pagó [12 centavos]. = duration P1W; money 12 ¢
El [41 %] de los jóvenes de [entre 18 y 29 años] duda. = percent 41 %; age 18..29 year
Pide penas de [entre 4 y 8 años] y personas de más de [65 años]. = duration 4..8 year; age 65 year more_than
El BCE bajó [un cuarto de punto]; el equipo suma [34] puntos. = percent 0.25 pp; number 34
El paro baja al [11 %], [dos décimas] menos que hace [un año]. = percent 11 %; percent 0.2 pp; duration P1Y
Detenidos [dos] menores de [15] y [16 años], según el segundo de a bordo. = number 2; age 15 year; age 16 year
A los cuatro vientos y por mil demonios, Antena 3 y iOS 18.2 fallaron. =
El salario subirá hasta los [1.184 euros], con multas de hasta el [5 %]. = money 1184 EUR; percent 5 % at_most
Vive en la calle de Goya, 12; su hermano, de [23], juega la jornada 15. = age 23 year
La edad media es de [46 años]. = age 46 year
El hijo, de [34 años] y con deudas, cobró un [2 %] menos que [un año] atrás. = age 34 year; percent 2 %; duration P1Y
Obras [de 10 a 12 años] y penas de [12] y [18 meses]. = duration 10..12 year; duration P12M; duration P18M
En la [última década] el menor de [7 años] no creció en el [primer semestre]. = duration P10Y; age 7 year; date XXXX-H1
El crudo cae un [4 %], hasta [70 dólares]. = percent 4 %; money 70 USD
El Ibex cede el [1 %] y [12] puntos. = percent 1 %; number 12
Sus hijos, de [4] y [7], viven en la avenida 9 de Julio desde la semana 40. = age 4 year; age 7 year
El PIB crece el [2,5 %], [una décima] menos. = percent 2.5 %; percent 0.1 pp
La tasa bajó [cinco puntos], al [35 %]. = percent 5 pp; percent 35 %
Un joven de [22] muere; debutó a los [16] con [301] goles. = age 22 year; age 16 year; number 301
El templo, del [siglo VIII a. C.], cayó en el [480 a.C.]. = date BC07; date BC0480
Llevaba [16,5 metros cúbicos por segundo]. = quantity 16.5 cubic-meter-per-second
"""

ENGLISH = """
The bank earned [$2.45 billion] in [2023], up [12.5%]. = money 2450000000 USD; date 2023; percent 12.5 %
Prices rose [3.2 percent] in [March], the most since [May 2019]. = percent 3.2 %; date XXXX-03; date 2019-05
More than [850,000] people have fled since [February 24, 2022]. = number 850000 more_than; date 2022-02-24
At least [twenty-three] people died and about [40] were injured. = number 23 at_least; number 40 approximately
The project will cost [between $5 billion and $7 billion]. = money 5000000000..7000000000 USD
Unemployment fell [from 4.1% to 3.9%] last month. = percent 3.9..4.1 %
The quake struck at [3:17 a.m.] some [12 miles] off the coast. = time T03:17; quantity 12 mile approximately
[One in five] households lives on less than [£900] a month. = number 0.2; money 900 GBP less_than
The mine yields [hundreds of tons] and employs [thousands] of workers. = quantity 100..1000 ton; number 1000..1000000
A [34-year-old] man was sentenced to [two and a half years] in prison. = age 34 year; duration P2.5Y
The Fed cut rates by [25 basis points]. = percent 25 permyriad
She may march on Monday, he said. =
The prime minister met Kim Jong Un for the first time since COVID-19. =
The F-16 and MH17 have nothing to do with Resolution 2231 or Article 5. =
The G20 met on Route 66 to discuss 5G. =
In the [1990s] inflation topped [1,000%]. = date 199; percent 1000 % more_than
The [third quarter of 2024] saw [3,456,789] visitors. = date 2024-Q3; number 3456789
Nearly [half a million] people and [three dozen] firms are affected. = number 500000 approximately; number 36
[Three-quarters] of voters, and [two-thirds] of the young, agree. = number 0.75; number 0.666667
The suspect is [5 feet 2 inches] tall and weighs [120 pounds]. = quantity 5.166667 foot; quantity 120 pound
They will stay for up to [72 hours], until [May 15]. = duration PT72H at_most; date XXXX-05-15
Arsenal beat Chelsea 2-1. =
Call +1 202-555-0143 or see https://example.com/2024/10/28. =
The [2014-2018] war killed [10,000] people. = date 2014/2018; number 10000
The plan creates [20,000 to 25,000] jobs. = number 20000..25000
India spent [Rs 5 lakh crore] on roads. = money 5000000000000 INR
The jet flew at [550 mph] in [-40°F]. = quantity 550 mile-per-hour; quantity -40 fahrenheit
NATO allies pledged [€1.2 trillion], or [2 per cent] of GDP. = money 1200000000000 EUR; percent 2 %
The firm marks its [25th] anniversary. = ordinal 25
No one expected one of them to win. =
The crash of [October 1929] ruined [9,000] banks. = date 1929-10; number 9000
It raised [$5m] and [£3bn] within [two years]. = money 5000000 USD; money 3000000000 GBP; duration P2Y
The talks lasted [2 hours and 45 minutes]. = duration PT2H45M
He owns [1.5 million acres], or [6,100 square kilometers]. = quantity 1500000 acre; quantity 6100 square-kilometer
The fund holds [US$300 million] or more. = money 300000000 USD at_least
[Fifty-two] senators and [218] representatives voted on [Tuesday, October 28]. = number 52; number 218; date XXXX-10-28
He was born on [July 4, 1976] and died aged [48]. = date 1976-07-04; age 48 year
1. Introduction =
Over the past [three decades] output tripled to [4.5 million barrels]. = duration P30Y; quantity 4500000 barrel
Net profit rose [$2 million] to [$15 million]. = money 2000000 USD; money 15000000 USD
Oil fell [2.5 percent] to [$76.30] as the S&P 500 slid. = percent 2.5 %; money 76.3 USD
It was [104 degrees Fahrenheit] ([40 C]); a 13F was filed. = quantity 104 fahrenheit; quantity 40 celsius
Harris, [60], spent [half an hour] on [two-thirds] of it. = age 60 year; duration PT30M; number 0.666667
The ruling affects [tens of millions of dollars] in aid. = money 10000000..100000000 USD
The stock rose [12 cents] to [197 pence]; he is [6 feet, 3 inches]. = money 12 ¢; money 197 p; quantity 6.25 foot
The [twenty-first of May] and [01-Feb-02] were Sundays. = date XXXX-05-21; date 2002-02-01
Call (212) 909-0951, 650 723 1976 or 713.853.3102. =
It is known that [2003] has been hot in Texas 77002. = date 2003
In her early 30s she spent [$5 million] over [three years]. = money 5000000 USD; duration P3Y
It ran for over [five years], [from 1802 until 1804], in the [80's]. = duration P5Y more_than; date 1802/1804; date 198
He could read at the age of [three] in mid-[November]. = age 3 year; date XXXX-11
By [December of '73] he worked [12 hours] a day, twice a week. = date 1973-12; duration PT12H
The plant runs until at least [2030], [a year] later. = date 2030; duration P1Y
The [Twenty-fourth] Congress sat in the [2006/07] season. = ordinal 24; date 2006/2007
Of [1.5m] voters, [20m] people and [3m tonnes]. = number 1500000; number 20000000; quantity 3000000 tonne
It hit [38C] ([100F]) on the [100m] hurdles. = quantity 38 celsius; quantity 100 fahrenheit; quantity 100 meter
Rates stay at [5.25pc], as Section 230 applies, said the Group of Seven. = percent 5.25 %
The couple, both [45], gave [a quarter of a million pounds]. = age 45 year; money 250000 GBP
A few [hundred] fans saw Euro [2024] for several [thousand euros]. = number 100..1000; date 2024; money 1000..10000 EUR
Prices fell for a [third] month; the boys are aged [4], [6] and [9]. = ordinal 3; age 4 year; age 6 year; age 9 year
He died at [92] after turning [90] between junctions 10 and 11. = age 92 year; age 90 year
The match has [two] halves, and [five] people are in the final. = number 2; number 5
It pays [£5-10m] to [50] people at most. = money 5000000..10000000 GBP; number 50 at_most
At [0700 hours] the 4K screen at 221B Baker Street had [100]-plus fans. = time T07:00; number 100 more_than
He ran for [one and a quarter of an hour] on the [1st of march]. = duration PT1.25H; date XXXX-03-01
Growth was [zero point five percent] for [another year]. = percent 0.5 %; duration P1Y
[One voter in five] aged [18 to 24], and [six in 10] others, agree. = number 0.2; age 18..24 year; number 0.6
The coach, [57], helps people over [65]. = age 57 year; age 65 year more_than
Children as young as [nine] were held. = age 9 year
Cut by [a quarter of a point]; one man in [three years] won [12] points. = percent 0.25 pp; duration P3Y; number 12
With [34%] of the vote the party is [six points] ahead. = percent 34 %; percent 6 pp
Seven Network and Channel 4 show the Six Nations on iOS 18.2. =
Call 101 or 0800 555 111, said the second-in-command; [seven] people did. = number 7
Ravens 34, Bengals 20: the 737 Max and 107.7 FM were not counted. =
It lasts [six and a half hours], [30 minutes] longer. = duration PT6.5H; duration PT30M
The over [50s] met in the [1950s]; England Under-21s did not. = age 50 year more_than; date 195
Under-[16s] get [£2bn] a year. = age 16 year less_than; money 2000000000 GBP
It costs [35c] more than [a year] ago. = money 35 ¢; duration P1Y
He died on [Sept. 27] at [89]. = date XXXX-09-27; age 89 year
The brothers, [44] and [47], flew over [17] regions. = age 44 year; age 47 year; number 17
It is below [$3] in [18] states at [2019] levels. = money 3 USD less_than; number 18; date 2019
It fell by [half], plus or minus [2.9 percentage points]. = number 0.5; percent 2.9 pp
On [May 26] and [28], and on [2015-3-3], it fell. = date XXXX-05-26; date XXXX-05-28; date 2015-03-03
The party fell by [five points] to [35 per cent]; they spend [half] their pay. = percent 5 pp; percent 35 %; number 0.5
The [6-foot-2] guard, born to her at [17], led since [2010-11]. = quantity 6.166667 foot; age 17 year; date 2010/2011
In [1974], at [61], he led; a man, who is [62] and ill, said so. = date 1974; age 61 year; age 62 year
He was [27] of [38]; babies under [6 months] slept. = number 27; number 38; age 6 month less_than
Caesar died in [44 BC], long after the [8th century B.C.] = date BC0044; date BC07
The Fab Four's row over a [10%] tariff led to second-degree burns. = percent 10 %
It took place [25 April]; week 7, lanes 1 and 2. = date XXXX-04-25
It left Ten Hag 3-for-4, one-two-three, second-guessing Radio 4 on 116 123. =
"""


FRENCH = """
Elle gagne [2,45 milliards d'euros] en [2023], [12,5 %] de plus. = money 2450000000 EUR; date 2023; percent 12.5 %
Plus de [850 000] personnes ont fui depuis le [24 février 2022]. = number 850000 more_than; date 2022-02-24
La dette atteint [1 801,80 euros] par habitant. = money 1801.8 EUR
Au moins [vingt-trois] personnes sont mortes et [une quarantaine] ont été blessées. = number 23 at_least; number 40
Le chômage est passé [de 7,5 à 7,3 %] en [mars]. = percent 7.3..7.5 %; date XXXX-03
Le projet coûtera [entre 5 et 7 milliards de dollars]. = money 5000000000..7000000000 USD
Le séisme s'est produit à [3h17], à [12 kilomètres] de la côte. = time T03:17; quantity 12 kilometer
[Un tiers] des foyers vit avec moins de [900 euros] par mois. = number 0.333333; money 900 EUR less_than
Des [dizaines de milliers] de manifestants ont défilé. = number 10000..100000
Un homme de [34 ans] a été condamné à [quinze ans] de prison. = age 34 year; duration P15Y
La BCE relève son taux de [25 points de base]. = percent 25 permyriad
Le premier ministre a reçu Kim Jong Un pour la première fois depuis le Covid-19. =
Le F-16 et le MH17 n'ont rien à voir avec la résolution 2231 ni l'article 5. =
Dans les [années 1990], l'inflation dépassait [1 000 %]. = date 199; percent 1000 % more_than
Le [troisième trimestre 2024] a vu [3 456 789] visiteurs. = date 2024-Q3; number 3456789
La ville compte [quatre-vingt-dix-sept] écoles. = number 97
Le budget est de [3,2 Md€], contre [850 M€] en [2010]. = money 3200000000 EUR; money 850000000 EUR; date 2010
La réunion du [1er janvier] a duré [deux heures et demie]. = date XXXX-01-01; duration PT2H30M
La guerre de [2014-2018] a fait [10 000] morts. = date 2014/2018; number 10000
Il a plu [200 litres] et il a fait [-5 °C]. = quantity 200 liter; quantity -5 celsius
L'aide s'élève à [un billion de dollars], environ [3 %] du PIB. = money 1000000000000 USD; percent 3 % approximately
Ouvert de [9 h] à [12 h 30], [lundi 6 janvier]. = time T09:00; time T12:30; date XXXX-01-06
Les [27] se réuniront les [19] et [20 décembre]. = number 27; date XXXX-12-19; date XXXX-12-20
Il y a [vingt ans], au [XXe siècle], la guerre de [1939-45] hantait encore. = duration P20Y; date 19; date 1939/1945
Un bébé de [18 mois] et sa mère, [32 ans], ont payé [300 $ US]. = age 18 month; age 32 year; money 300 USD
Les articles 5 et 6 datent de l'[été 2024], saison [2023/24]. = date 2024-SU; date 2023/2024
Le PSG l'a emporté 3 à 1 et la Chambre par [298] voix. = number 298
Le vol de [14h10] a [deux heures] de retard, au km 34. = time T14:10; duration PT2H
Au [T1 2024], [deux à trois millions] de foyers attendaient. = date 2024-Q1; number 2000000..3000000
[Un Français sur trois], [9 salariés sur 10], un coup sur [trois] voitures. = number 0.333333; number 0.9; number 3
Les [18-24 ans] et les moins de [25 ans] renoncent. = age 18..24 year; age 25 year less_than
La BCE baisse d'[un demi-point], le PIB de [0,1 point]. = percent 0.5 pp; percent 0.1 pp
Tiré à quatre épingles aux quatre coins du pays, appelez le 15. =
Le déficit dépasserait les [6 %], avec [une heure et quart] de retard. = percent 6 % more_than; duration PT1H15M
[Deux] garçons âgés de [15] et [17 ans] ; infos au 0 800 100 200. = number 2; age 15 year; age 17 year
"""

PORTUGUESE = """
O banco lucrou [R$ 2,45 bilhões] em [2023], alta de [12,5%]. = money 2450000000 BRL; date 2023; percent 12.5 %
Mais de [850 mil] pessoas fugiram desde [24 de fevereiro de 2022]. = number 850000 more_than; date 2022-02-24
Pelo menos [vinte e três] pessoas morreram, cerca de [40] se feriram. = number 23 at_least; number 40 approximately
O desemprego caiu [de 7,5% para 7,3%] em [março]. = percent 7.3..7.5 %; date XXXX-03
A obra custará [entre 5 e 7 bilhões de dólares]. = money 5000000000..7000000000 USD
O Estado gastou [mil milhões de euros] na ponte. = money 1000000000 EUR
O sismo ocorreu a [12 quilômetros] da costa. = quantity 12 kilometer
[Um terço] das famílias vive com menos de [900 reais]. = number 0.333333; money 900 BRL less_than
[Dezenas de milhares] de manifestantes marcharam. = number 10000..100000
Um homem de [34 anos] foi condenado a [quinze anos] de prisão. = age 34 year; duration P15Y
O primeiro-ministro recebeu Kim Jong Un pela primeira vez desde a Covid-19. =
O F-16 e o MH17 nada têm a ver com a resolução 2231 nem com o artigo 5. =
Nos [anos 1990], a inflação superou [1.000%]. = date 199; percent 1000 % more_than
O [terceiro trimestre de 2024] teve [3.456.789] visitantes. = date 2024-Q3; number 3456789
A cidade tem [duzentas e trinta e uma] escolas. = number 231
O dólar subiu a [R$ 5,43] e o barril a [US$ 82]. = money 5.43 BRL; money 82 USD
A reunião de [1º de janeiro] durou [duas horas e meia]. = date XXXX-01-01; duration PT2H30M
O desmatamento caiu para [1,5 milhão de hectares]. = quantity 1500000 hectare
O governo prevê um pacote de [R$ 54,9 bilhões] para [2025]. = money 54900000000 BRL; date 2025
Preso na [quinta-feira (12)], às [9h07], foi solto na quarta à noite. = date XXXX-XX-12; time T09:07
O Flamengo venceu por 2 a 1; o João (PT-SP), [45], viu o jogo das [8h] às [22h]. = age 45 year; time T08:00; time T22:00
No [século 19] não havia luz à meia-noite, um marco da história. = date 18
O artigo 5.º foi votado no [décimo segundo] dia, com [3 kg] de emendas. = ordinal 12; quantity 3 kilogram
A temperatura passou dos [42 °C]. = quantity 42 celsius more_than
Choveu nos dias [19] e [20 de julho]. = date XXXX-07-19; date XXXX-07-20
O hotel tem [dez] quartos; [um em cada 3] hóspedes volta. = number 10; number 0.333333
O prejuízo foi de [108 milhões] no [primeiro trimestre], antes da COP30. = number 108000000; date XXXX-Q1
Em [1.º de janeiro de 2023], abriu [entre 8h e 17h]. = date 2023-01-01; time T08:00/T17:00
Os jovens [entre 16 e 34 anos] e os idosos com mais de [80 anos]. = age 16..34 year; age 80 year more_than
[Três] homens, de [19], [23] e [31 anos], saíram. = number 3; age 19 year; age 23 year; age 31 year
O consumo cresceu [um quinto], ou [um quinto por cento]. = number 0.2; percent 0.2 %
Ligue 190: ele pintou o sete entre quatro paredes, com [sete] amigos. = number 7
A avó, de [67], morreu; o time perdeu de 2 a 0, abaixo de [2023]. = age 67 year; date 2023
"""

GERMAN = """
Die Bank verdiente [2023] rund [2,45 Milliarden Euro]. = date 2023; money 2450000000 EUR approximately
Mehr als [850.000] Menschen flohen seit dem [24. Februar 2022]. = number 850000 more_than; date 2022-02-24
Mindestens [dreiundzwanzig] Menschen starben, etwa [40] wurden verletzt. = number 23 at_least; number 40 approximately
Die Arbeitslosigkeit sank [von 7,5 auf 7,3 Prozent]. = percent 7.3..7.5 %
Das Projekt kostet [zwischen 5 und 7 Mrd. Euro]. = money 5000000000..7000000000 EUR
Das Beben ereignete sich um [3.17 Uhr], [zwölf Kilometer] vor der Küste. = time T03:17; quantity 12 kilometer
[Ein Drittel] der Haushalte lebt von weniger als [900 Euro]. = number 0.333333; money 900 EUR less_than
Ein [34-Jähriger] wurde zu [15 Jahren] Haft verurteilt. = age 34 year; duration P15Y
Die EZB erhöht den Zins um [25 Basispunkte]. = percent 25 permyriad
Der F-16 und MH17 haben nichts mit Resolution 2231 oder Artikel 5 zu tun. =
Am [3. Oktober 1990] kamen [zweihundertfünfzigtausend] Besucher. = date 1990-10-03; number 250000
Der Umsatz lag bei [3,2 Mrd. Euro] nach [850 Mio. Euro]. = money 3200000000 EUR; money 850000000 EUR
Die Sitzung dauerte [anderthalb Stunden] und endete um [20 Uhr]. = duration PT1.5H; time T20:00
Bayern gewann 2:1 gegen Dortmund. =
Der Krieg von [2014-2018] forderte [10.000] Tote. = date 2014/2018; number 10000
[Eine Billion Dollar], etwa [3 Prozent] der Wirtschaft. = money 1000000000000 USD; percent 3 % approximately
Die [18- bis 29-Jährigen] wählen [von 9 bis 18 Uhr]. = age 18..29 year; time T09:00/T18:00
Am [22.04.] wird gewählt. = date XXXX-04-22
[Vom 12. bis zum 14. Mai] tagte die Runde zur UN-Resolution 1701. = date XXXX-05-12/XXXX-05-14
Nach der Europawahl [2009] Schlagzeilen, im [19. Jahrhundert] Stille. = date 2009; date 18
In den [1990er Jahren] dauerte es [eine Viertelstunde]. = date 199; duration PT15M
Die Partei verlor, [2,3] Punkte weniger als [2019]. = number 2.3; date 2019
Mit [81 Jahren] starb sie, ihre B-Elf traf [tausendundzwölf] Mal. = age 81 year; number 1012
Thomas Meier ([37]), ein [18]- und ein [15-Jähriger] fuhren auf der B 29. = age 37 year; age 18 year; age 15 year
In der Saison [2007/08] gab es laut S. 12 Debatten. = date 2007/2008
Weniger als die [Hälfte] stimmte zu. = number 0.5 less_than
[Zehntausende] flohen, einer mit [1,8 Promille]; § 218 gilt. = number 10000..1000000; percent 1.8 permille
Befragte [zwischen 14 und 29 Jahren] und Kinder unter [14 Jahren]. = age 14..29 year; age 14 year less_than
Jeder [fünfte] Deutsche liest jeden dritten Tag. = number 0.2
In den [Achtzigerjahren] war es der [500.] in der Reihe. = date 198; ordinal 500
Der [sechsjährige] Junge und die [Zwölfjährige] fehlten. = age 6 year; age 12 year
Eine [zehnjährige] Haftstrafe, eine [10-jährige] Haftstrafe. = duration P10Y; duration P10Y
Die Firma schrieb [2023] Verluste; die Vier Mächte zeigen null Toleranz. = date 2023
Der [dreitägige] Besuch endete mit einer [zweistündigen] Rede. = duration P3D; duration PT2H
Jeder [Zehnte] fuhr mit dem ICE 599. = number 0.1
"""

ITALIAN = """
Ha guadagnato [2,45 miliardi di euro] nel [2023], il [12,5%] in più. = money 2450000000 EUR; date 2023; percent 12.5 %
Oltre [850 mila] persone sono fuggite dal [24 febbraio 2022]. = number 850000 more_than; date 2022-02-24
Almeno [ventitré] persone sono morte e circa [40] sono rimaste ferite. = number 23 at_least; number 40 approximately
La disoccupazione è scesa [dal 7,5 al 7,3%] a [marzo]. = percent 7.3..7.5 %; date XXXX-03
Il progetto costerà [tra 5 e 7 miliardi di dollari]. = money 5000000000..7000000000 USD
La scossa è avvenuta alle [3:17], a [12 chilometri] dalla costa. = time T03:17; quantity 12 kilometer
[Un terzo] delle famiglie vive con meno di [900 euro]. = number 0.333333; money 900 EUR less_than
[Decine di migliaia] di manifestanti hanno sfilato. = number 10000..100000
Un uomo di [34 anni] è stato condannato a [quindici anni] di carcere. = age 34 year; duration P15Y
Il primo ministro ha incontrato Kim Jong Un per la prima volta dopo il Covid-19. =
Negli [anni Novanta] l'inflazione superò il [1.000%]. = date 199; percent 1000 % more_than
Il [terzo trimestre del 2024] ha visto [3.456.789] visitatori. = date 2024-Q3; number 3456789
Il comune ha [duecentotrentamila] abitanti. = number 230000
La riunione del [1º gennaio] è durata [due ore e mezza]. = date XXXX-01-01; duration PT2H30M
La manovra vale [30 mld di euro], di cui [850 milioni] in sanità. = money 30000000000 EUR; number 850000000
Il terremoto di magnitudo [6,2] ha colpito alle [18]. = number 6.2; time T18:00
Il ciclone soffia con venti a [120 km/h]. = quantity 120 kilometer-per-hour
La [18enne] è arrivata al [10°] posto negli [anni '80], al [90°] minuto. = age 18 year; ordinal 10; date 198; ordinal 90
Nel [XX secolo], per [trent'anni], [trecento] secondo la questura. = date 19; duration P30Y; number 300
Il ministro, [52 anni], e una bambina di [8 mesi] alle ore [15]. = age 52 year; age 8 month; time T15:00
La Roma ha vinto 2 a 1 con [1 kg] di caramelle. = quantity 1 kilogram
Il sindaco Mario Rossi ([52 anni]) vince. = age 52 year
Il Po sale a [4 metri e mezzo], [49] in più del [2023]. = quantity 4.5 meter; number 49; date 2023
[Tra il 10 e il 15 per cento] dei giovani [tra i 15 e i 24 anni]. = percent 10..15 %; age 15..24 year
[Un italiano su quattro] lo teme. = number 0.25
La Bce taglia di [un quarto di punto]. = percent 0.25 pp
Affluenza al [49,7%], [cinque punti] in meno. = percent 49.7 %; percent 5 pp
Due parole e quattro chiacchiere, poi il gol al 60'; chiamare il 112 o lo 06 67601. =
Calo del [3%] sotto il [2019], con un muro di [due piedi]. = percent 3 %; date 2019; quantity 2 foot
Lo spread scende sotto quota [120] e il treno 9516 è fermo. = number 120 less_than
L'età media è di [46,6 anni]. = age 46.6 year
"""


def _marked(sentence: str) -> tuple[str, list[str]]:
    spans = re.findall(r"\[([^\]]*)\]", sentence)
    return sentence.replace("[", "").replace("]", ""), spans


def _said(figure: Figure) -> str:
    value = figure.value
    if isinstance(value, float):
        value = f"{round(value, 6):.15g}"
    elif value is None and figure.low is not None and figure.high is not None:
        value = f"{figure.low:.15g}..{figure.high:.15g}"
    return " ".join(str(part) for part in (figure.kind, value, figure.unit, figure.modifier) if part is not None)


def _cases() -> list[tuple[str, str]]:
    sets = {"es": SPANISH, "en": ENGLISH, "fr": FRENCH, "pt": PORTUGUESE, "de": GERMAN, "it": ITALIAN}
    return [(language, line) for language, lines in sets.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("language", "line"), _cases())
def test_every_figure_of_a_news_sentence_is_found_and_nothing_else(language: str, line: str) -> None:
    sentence, _, meanings = line.rpartition(" =")
    text, spans = _marked(sentence)
    figures = find_figures(text, language)
    found = [(text[figure.start : figure.end], _said(figure)) for figure in figures]
    assert found == list(zip(spans, [part.strip() for part in meanings.split(";") if part.strip()], strict=True))
