"""A second round of invented reports on like events: one kind, one country, often one body.

Written whole before the evidence of today was tried on it; docs/stories.md tells how many went
right at first sight. `day` is the day of March on which a report came out, for the dated runs.
"""

# ruff: noqa: E501  # prose

from typing import NamedTuple


class LikeReport(NamedTuple):
    """One article."""

    event: str
    day: int
    title: str
    text: str


ENGLISH: tuple[LikeReport, ...] = (
    LikeReport(
        "recall one",
        3,
        "Vantor recalls 41,000 Sprint cars over brakes",
        """Carmaker Vantor said on Tuesday that it was recalling 41,000 of its Sprint hatchbacks because a hose in the brakes may crack.

The cars were built in Lorne between 2021 and 2023. Dealers will change the hose free of charge. Vantor knew of two crashes, a spokeswoman, Ella Prior, said, and of nobody hurt.""",
    ),
    LikeReport(
        "recall one",
        3,
        "Brake fault: Vantor calls Sprint owners back to the garage",
        """Owners of a Vantor Sprint should brake with care: the company is calling 41,000 of the small cars back because a brake hose can crack and leak.

Two accidents are linked to the fault. "The repair takes forty minutes," Ella Prior of Vantor said on Tuesday. Only cars from the factory in Lorne are concerned.""",
    ),
    LikeReport(
        "recall two",
        6,
        "Vantor Terra: batteries may catch fire, says regulator",
        """Vantor must recall 7,300 Terra electric vans after three of them caught fire while charging, the road safety regulator said on Friday.

Owners were told to park outdoors and to charge to no more than 70 percent. The cells come from a supplier in Hallam. Vantor will replace whole batteries from May.""",
    ),
    LikeReport(
        "recall two",
        6,
        "Postal service parks its Vantor vans outdoors after fires",
        """The postal service has moved its 900 Terra vans out of its depots after the regulator ordered a recall of the electric model on Friday.

Three of the Vantor vans burned at the charger this winter. Union man Gus Tully said drivers were uneasy. New batteries are promised for May.""",
    ),
    LikeReport(
        "flood one",
        2,
        "River Aln bursts its banks, 300 leave homes in Marlow Bridge",
        """About 300 people left their homes in Marlow Bridge on Monday night when the River Aln burst its banks.

Firefighters used boats to reach a care home. The water reached 5.2 metres, the highest since 1986, the environment agency said. Schools stay shut on Tuesday.""",
    ),
    LikeReport(
        "flood one",
        2,
        "Care home evacuated by boat as Aln floods Marlow Bridge",
        """Residents of the Willows care home in Marlow Bridge were taken out by boat in the night as the Aln rose to 5.2 metres.

Nurse Dee Abbot carried medicines above her head. "It came so fast," she said. Some 300 townspeople slept in the sports hall.""",
    ),
    LikeReport(
        "flood two",
        4,
        "Two drown as River Tave floods Castleford Mill",
        """Two men drowned on Wednesday when the River Tave flooded the road at Castleford Mill and swept their van away, police said.

The environment agency had warned of 4 metres. Farmer Ned Rusk tried to reach the van with his tractor. Trains between Orme and the coast stand still.""",
    ),
    LikeReport(
        "flood two",
        4,
        "Police name van victims of Tave flood",
        """The two men who died in the flood at Castleford Mill were brothers aged 29 and 33 from Orme, police said.

Their van was carried off by the Tave on Wednesday morning. "I saw the lights go under," said Ned Rusk, who had driven his tractor into the water. The railway to the coast is closed.""",
    ),
    LikeReport(
        "match one",
        1,
        "Harbour City hit four past Oldmoor",
        """Harbour City beat Oldmoor 4-0 on Sunday to go top of the league. Dele Marsh scored twice before the break at the Quays.

Oldmoor's keeper, Ian Strand, was sent off for handling outside his box. "We were a shambles," coach Rob Leary said.""",
    ),
    LikeReport(
        "match one",
        1,
        "Marsh double sends Harbour City top; Strand sees red",
        """Two goals by Dele Marsh and a red card for Ian Strand decided Sunday's match at the Quays within half an hour. Harbour City won 4-0 and lead the league.

Rob Leary, Oldmoor's coach, spoke of a shambles. Oldmoor have taken one point from five games.""",
    ),
    LikeReport(
        "match two",
        8,
        "Late own goal rescues Harbour City at Penfold",
        """Harbour City needed an own goal in the 93rd minute to draw 1-1 at Penfold on Sunday, and lost their lead in the league.

Kit Vaughan had put Penfold ahead from the spot. Dele Marsh missed two good chances. Penfold's coach, Sal Benning, kicked over a bucket.""",
    ),
    LikeReport(
        "match two",
        8,
        "Penfold denied in stoppage time",
        """Penfold were seconds from beating Harbour City on Sunday when defender Joss Hale turned a cross into his own net. It ended 1-1.

Vaughan's penalty had put Penfold ahead. "Cruel," said Sal Benning. Harbour City drop to second place.""",
    ),
    LikeReport(
        "rates one",
        5,
        "Central bank of Norland raises rate to 3.25 percent",
        """The central bank of Norland raised its main rate by a quarter point to 3.25 percent on Thursday and said that prices still rose too fast.

Governor Astrid Holm expects inflation of 4 percent this year. House buyers will pay about 900 crowns a year more. The crown gained against the euro.""",
    ),
    LikeReport(
        "rates one",
        5,
        "Norland's Holm lifts rates a fifth time",
        """For the fifth time in a year Astrid Holm has made loans dearer in Norland. The central bank she heads put its rate up to 3.25 percent on Thursday.

Economists had expected no change. Inflation stands at 4.4 percent. The crown rose to its best level since autumn.""",
    ),
    LikeReport(
        "rates two",
        6,
        "Central bank of Estmark cuts rate as exports slump",
        """The central bank of Estmark cut its main rate by half a point to 2 percent on Friday, citing a slump in exports of timber and steel.

Governor Jaan Kross said that the economy had shrunk for two quarters. The decision was unanimous. Estmark's finance minister welcomed it.""",
    ),
    LikeReport(
        "rates two",
        6,
        "Estmark cuts to 2 percent; Kross sees recession",
        """Estmark is in recession, its central bank governor Jaan Kross said on Friday, and lowered the cost of money to 2 percent from 2.5.

Sawmills have put 4,000 people on short time. All seven members of the board voted for the cut, the second this year.""",
    ),
    LikeReport(
        "strike one",
        3,
        "Bus drivers in Dunmere walk out over night shifts",
        """Buses stood still in Dunmere on Tuesday as 600 drivers struck against new night shifts. The union, Wheels United, said that nine in ten had joined.

The operator Cityline ran taxis for hospital staff. Talks go on with mediator Jo Pargeter on Thursday.""",
    ),
    LikeReport(
        "strike one",
        3,
        "Dunmere walks to work as buses stop",
        """Thousands walked to work in Dunmere on Tuesday. The 600 drivers of Cityline had put down their work because of a roster with more nights.

"My children see me asleep," said driver Lorna Fitch. Mediator Jo Pargeter has asked both sides to meet on Thursday.""",
    ),
    LikeReport(
        "strike two",
        4,
        "Teachers' strike shuts 210 schools in Harrow Vale",
        """A strike of teachers shut 210 schools in Harrow Vale on Wednesday. The union wants six percent more pay and smaller classes.

Council leader Imran Shah offered three percent. Parents brought their children to the library, which opened early. Another strike is called for next week.""",
    ),
    LikeReport(
        "strike two",
        4,
        "Imran Shah: no money for six percent",
        """Harrow Vale cannot pay its teachers six percent more, council leader Imran Shah said on Wednesday as 210 schools stayed shut.

Teacher Bea Nolan said she had 34 children in her class. The union will strike again next Wednesday unless the offer of three percent rises.""",
    ),
)

SPANISH: tuple[LikeReport, ...] = (
    LikeReport(
        "incendio uno",
        2,
        "Un incendio arrasa 800 hectáreas en la sierra de Albores",
        """Un incendio forestal ha quemado 800 hectáreas en la sierra de Albores desde la noche del lunes y ha obligado a desalojar dos aldeas.

El alcalde de Albores, Ramón Tejada, pidió más aviones. Trabajan en la zona 240 bomberos. Se sospecha de un rayo.""",
    ),
    LikeReport(
        "incendio uno",
        2,
        "Dos aldeas desalojadas por el fuego de Albores",
        """Los vecinos de dos aldeas de Albores pasaron la noche en un polideportivo por el fuego que avanza en la sierra. Han ardido 800 hectáreas.

"Hacen falta más aviones", dijo el alcalde Ramón Tejada. Los 240 bomberos esperan que baje el viento.""",
    ),
    LikeReport(
        "incendio dos",
        5,
        "Detenido por el incendio del parque de Rocamar",
        """La policía detuvo el jueves a un hombre de 52 años por el incendio que ha calcinado 1.300 hectáreas del parque natural de Rocamar.

El detenido quemaba rastrojos. La consejera Lidia Conde cifró los daños en nueve millones de euros. El fuego está controlado.""",
    ),
    LikeReport(
        "incendio dos",
        5,
        "Rocamar: quemaba rastrojos y ardió el parque",
        """Un agricultor de 52 años que quemaba rastrojos causó el fuego de Rocamar, según la policía. Han ardido 1.300 hectáreas del parque natural.

El hombre fue detenido el jueves. La consejera Lidia Conde anunció que la repoblación durará diez años.""",
    ),
)

FRENCH: tuple[LikeReport, ...] = (
    LikeReport(
        "procès un",
        3,
        "L'ancien maire de Brévan condamné à deux ans de prison",
        """Le tribunal de Brévan a condamné mardi l'ancien maire, Gilles Faucher, à deux ans de prison pour détournement de fonds publics.

Il avait payé avec l'argent de la ville les travaux de sa maison, soit 140.000 euros. Son avocate, Nadia Ferrand, a annoncé un appel.""",
    ),
    LikeReport(
        "procès un",
        3,
        "Brévan : Gilles Faucher, l'ex-maire, ira en prison",
        """Gilles Faucher, maire de Brévan pendant douze ans, a été condamné mardi à deux ans ferme. La ville avait payé 140.000 euros de travaux dans sa villa.

« Mon client est abattu », a dit Nadia Ferrand, son avocate. Elle va faire appel.""",
    ),
    LikeReport(
        "procès deux",
        4,
        "Relaxe pour la maire de Saint-Orlan, jugée pour favoritisme",
        """La maire de Saint-Orlan, Odile Marchetti, a été relaxée mercredi par le tribunal de Valmy. Elle était jugée pour favoritisme dans le marché de la cantine.

Le parquet avait requis six mois avec sursis. « La justice est passée », a-t-elle réagi.""",
    ),
    LikeReport(
        "procès deux",
        4,
        "Marché de la cantine : Odile Marchetti relaxée à Valmy",
        """Le tribunal de Valmy n'a pas suivi le parquet : Odile Marchetti, maire de Saint-Orlan, est relaxée dans l'affaire du marché de la cantine.

Six mois avec sursis avaient été demandés contre elle. L'opposition réclame toujours sa démission.""",
    ),
)

RUSSIAN: tuple[LikeReport, ...] = (
    LikeReport(
        "авария один",
        2,
        "Автобус упал в кювет под Заречьем, пострадали 12 человек",
        """В понедельник утром рейсовый автобус съехал в кювет на трассе под Заречьем. Пострадали двенадцать пассажиров, двое из них дети.

По словам начальника полиции Игоря Лосева, водитель уснул за рулём. Раненых отвезли в больницу Заречья.""",
    ),
    LikeReport(
        "авария один",
        2,
        "Водитель уснул: под Заречьем перевернулся автобус",
        """Двенадцать человек попали в больницу после того, как автобус перевернулся на трассе под Заречьем. Водитель признался, что уснул.

Полиция открыла дело, сообщил Игорь Лосев. Жизни двух пострадавших детей ничего не угрожает.""",
    ),
    LikeReport(
        "авария два",
        5,
        "Электричка столкнулась с грузовиком в Берёзовке",
        """На переезде в Берёзовке в четверг электричка столкнулась с грузовиком, который вёз кирпич. Машинист Павел Дёмин ранен.

Движение поездов остановлено на четыре часа. Шлагбаум был закрыт, заявили на железной дороге.""",
    ),
    LikeReport(
        "авария два",
        5,
        "Грузовик с кирпичом выехал на закрытый переезд в Берёзовке",
        """Грузовик, гружённый кирпичом, выехал на переезд в Берёзовке при закрытом шлагбауме. Удар электрички развернул его поперёк пути.

Машинист Павел Дёмин сломал руку. Поезда не ходили четыре часа.""",
    ),
)

TURKISH: tuple[LikeReport, ...] = (
    LikeReport(
        "maden bir",
        2,
        "Karadere'de maden göçüğü: iki işçi kurtarıldı",
        """Karadere'deki kömür ocağında pazartesi günü meydana gelen göçükte kalan iki işçi on saat sonra kurtarıldı.

Vali Selim Aydar, ekiplerin gece boyunca çalıştığını söyledi. İşçiler hastaneye kaldırıldı. Ocak kapatıldı.""",
    ),
    LikeReport(
        "maden bir",
        2,
        "Göçükten on saat sonra çıktılar",
        """Karadere kömür ocağında göçük altında kalan iki madenci on saatlik çalışmayla sağ çıkarıldı. Aileleri ocağın önünde bekledi.

Vali Selim Aydar ocağın denetim bitene kadar kapalı kalacağını açıkladı.""",
    ),
    LikeReport(
        "maden iki",
        4,
        "Gümüşpınar'da madenciler maaş için yürüdü",
        """Gümüşpınar'daki krom madeninde çalışan 180 işçi, üç aydır ödenmeyen maaşları için çarşamba günü Ankara'ya doğru yürüyüşe geçti.

Sendika başkanı Hatice Koral, şirketin söz tutmadığını söyledi. Jandarma yolu bir süre kapattı.""",
    ),
    LikeReport(
        "maden iki",
        4,
        "180 krom işçisi üç aylık maaşını istiyor",
        """Üç aydır maaş alamayan 180 maden işçisi çarşamba sabahı Gümüşpınar'dan yola çıktı. Yürüyüş Ankara'da bitecek.

"Çocuklarımıza ekmek alamıyoruz" diyen sendika başkanı Hatice Koral, krom şirketini eleştirdi.""",
    ),
)

SETS = {
    "english": ENGLISH,
    "spanish": SPANISH,
    "french": FRENCH,
    "russian": RUSSIAN,
    "turkish": TURKISH,
}
