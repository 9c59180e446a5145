"""Invented reports: in each kind two events that are alike, and two outlets on each of them.

They were written before any rule was tried on them; docs/stories.md tells how many went right at
first sight.
"""

# ruff: noqa: E501  # prose

from typing import NamedTuple


class Report(NamedTuple):
    """One article."""

    event: str
    title: str
    text: str


ENGLISH: tuple[Report, ...] = (
    Report(
        "quake one",
        "Strong quake shakes Tarn province, dozens hurt",
        """An earthquake of magnitude 6.1 shook the mountain province of Tarn early on Monday,
injuring at least 40 people and cutting power to the town of Belgrove, officials said.

The tremor struck at 4:12 a.m., 30 kilometres north of Belgrove, the seismological institute in
Ostra said. Governor Lena Marsh said that two schools had lost their roofs. "We were lucky that it
was night," she told reporters.""",
    ),
    Report(
        "quake one",
        "Belgrove without power after 6.1 earthquake",
        """Rescue teams searched damaged houses in Belgrove on Monday after a 6.1-magnitude earthquake
hit Tarn province before dawn. Hospitals treated 43 people, most for cuts and broken bones.

Electricity had come back to half of the town by noon. Lena Marsh, the governor, asked people not to
go back into houses with cracks. Two schools will stay shut.""",
    ),
    Report(
        "quake two",
        "Earthquake off Sondre coast triggers brief tsunami alert",
        """An earthquake of magnitude 6.4 off the coast of Sondre set off a tsunami warning on Thursday
that was lifted two hours later. No one was injured, officials said.

The tremor struck at 9:50 p.m. at a depth of 25 kilometres. In the port of Kell people ran to the
hills. Mayor Tomas Ruud said that the sirens had worked "as they should".""",
    ),
    Report(
        "quake two",
        "Tsunami warning lifted in Kell after 6.4 tremor",
        """Residents of the port of Kell went home on Thursday night after a tsunami warning was
cancelled. A 6.4 earthquake had shaken Sondre shortly before ten.

The sea rose by 20 centimetres only. Tomas Ruud, the mayor, praised a quick evacuation: within half
an hour, he said, 9,000 people had reached the hills.""",
    ),
    Report(
        "takeover one",
        "Brightwell agrees to buy Corvane for $2.3bn",
        """Brightwell, the maker of hearing aids, has agreed to buy its smaller rival Corvane for 2.3
billion dollars in cash, both companies said on Tuesday.

Corvane's shareholders will get 41 dollars a share, a third above Monday's price. Brightwell's chief
executive, Ida Hallam, said that the deal would save 90 million dollars a year. Regulators must
agree.""",
    ),
    Report(
        "takeover one",
        "Hearing-aid deal: Corvane shares jump on Brightwell offer",
        """Shares of Corvane rose by 31 percent on Tuesday after Brightwell offered 41 dollars for each
of them. The deal, worth 2.3 billion dollars, joins the second and the fourth largest makers of
hearing aids.

Ida Hallam, who leads Brightwell, told analysts that no factory would close. Corvane's board backs
the offer.""",
    ),
    Report(
        "takeover two",
        "Brightwell to acquire battery firm Lumora",
        """Brightwell said on Friday that it would acquire Lumora, which makes tiny batteries, for 640
million dollars in shares and cash.

Chief executive Ida Hallam said that batteries were "half of what our customers complain about".
Lumora has 700 workers in Penrose. The purchase should be complete by the end of the year.""",
    ),
    Report(
        "takeover two",
        "Lumora's 700 workers in Penrose get a new owner",
        """The battery maker Lumora in Penrose is being sold to Brightwell for 640 million dollars, the
companies announced on Friday.

Union leader Pat Oyelaran said that workers had been promised that the plant would stay in Penrose
for ten years. Lumora's batteries, no larger than a lentil, drive most hearing aids.""",
    ),
    Report(
        "trial one",
        "Former mayor of Dunmere jailed for four years",
        """A court in Dunmere on Wednesday sentenced the town's former mayor, Oscar Pell, to four years
in prison for taking bribes from a builder.

Judge Anne Whitcombe said that Pell had "sold the trust of a town". He took 180,000 pounds between
2015 and 2019 for permits on the old docks. His lawyer said that he would appeal.""",
    ),
    Report(
        "trial one",
        "Pell gets four years over Dunmere docks bribes",
        """Oscar Pell, who was mayor of Dunmere for nine years, was led from the dock on Wednesday to
begin a sentence of four years. A jury had found him guilty of accepting 180,000 pounds from the
developer of the docks.

Pell looked at his family and shook his head as Judge Whitcombe spoke.""",
    ),
    Report(
        "trial two",
        "Ex-mayor of Harrow Vale cleared of bribery",
        """The former mayor of Harrow Vale, Judith Crane, was found not guilty on Wednesday of taking
bribes from a bus company.

After two days the jury in Stanmouth cleared her of all six charges. "I have lost three years,"
Crane said outside the court. Prosecutors had said that 60,000 pounds on her account came from the
bus company's owner.""",
    ),
    Report(
        "trial two",
        "Jury in Stanmouth acquits Judith Crane",
        """Judith Crane wept on Wednesday when a jury in Stanmouth acquitted her on six counts of
bribery. The former mayor of Harrow Vale had always said that the 60,000 pounds were a loan from a
friend, the owner of a bus company.

The prosecution service said that it accepted the verdict.""",
    ),
    Report(
        "final one",
        "Wexley win the cup after penalties",
        """Wexley Town won the National Cup on Saturday, beating Northgate 5-4 on penalties after the
final had ended 1-1 at Albion Park.

Goalkeeper Sam Adeyemi saved the last penalty, from Northgate's captain Luis Ferro. It is the first
cup for Wexley since 1974. "My arms are still shaking," Adeyemi said.""",
    ),
    Report(
        "final one",
        "Adeyemi the hero as Wexley end wait since 1974",
        """A save by Sam Adeyemi in the shootout gave Wexley Town the National Cup on Saturday, their
first in half a century.

Northgate had led at Albion Park through Ferro until the 88th minute. Then the captain missed when
it mattered, and 30,000 people from Wexley sang.""",
    ),
    Report(
        "final two",
        "Northgate women lift National Cup with late goal",
        """A goal by Mia Torres in added time won the women's National Cup for Northgate on Sunday. They
beat Seaford Athletic 2-1 in front of 21,000 people at Riverside.

Seaford's Hanna Lowe had equalised with a free kick. Coach Bea Rowntree called it "the best day of a
long life in football".""",
    ),
    Report(
        "final two",
        "Torres strikes late to deny Seaford",
        """Seaford Athletic were seconds from extra time on Sunday when Mia Torres headed Northgate to
the women's National Cup, 2-1 at Riverside.

Hanna Lowe's free kick had given Seaford hope. Rowntree, the winning coach, danced on the touchline.
Torres is nineteen.""",
    ),
)

GERMAN: tuple[Report, ...] = (
    Report(
        "brand eins",
        "Großbrand zerstört Lagerhalle in Wiesenau",
        """Ein Großbrand hat in der Nacht zum Dienstag eine Lagerhalle im Hafen von Wiesenau zerstört.
Verletzt wurde niemand, wie die Feuerwehr mitteilte. 120 Einsatzkräfte waren vor Ort.

In der Halle lagerten Möbel der Firma Lindhorst. Einsatzleiter Jens Pohl schätzt den Schaden auf
drei Millionen Euro. Die Ursache ist unklar.""",
    ),
    Report(
        "brand eins",
        "Feuer im Hafen: Lindhorst verliert drei Millionen",
        """Nach dem Feuer im Hafen von Wiesenau sucht die Polizei nach der Ursache. Die Lagerhalle des
Möbelhändlers Lindhorst brannte in der Nacht zum Dienstag völlig aus, der Schaden liegt bei drei
Millionen Euro.

Die Feuerwehr um Jens Pohl war mit 120 Kräften im Einsatz und löschte bis zum Mittag.""",
    ),
    Report(
        "brand zwei",
        "Brand in Altenheim in Kronberg: Bewohner gerettet",
        """Bei einem Brand in einem Altenheim in Kronberg hat die Feuerwehr am Mittwoch 34 Bewohner ins
Freie gebracht. Eine Pflegerin kam mit einer Rauchvergiftung ins Krankenhaus.

Das Feuer war in der Küche ausgebrochen. Heimleiterin Ute Sander dankte den Nachbarn, die Decken
brachten.""",
    ),
    Report(
        "brand zwei",
        "34 Senioren nach Küchenbrand in Sicherheit",
        """Die Küche des Altenheims in Kronberg ist am Mittwoch ausgebrannt. Alle 34 Bewohner wurden
gerettet, eine Pflegerin erlitt eine Rauchvergiftung.

Nachbarn halfen mit Decken und Tee, sagte Heimleiterin Ute Sander. Die Bewohner sollen am Freitag
zurückkehren.""",
    ),
)

JAPANESE: tuple[Report, ...] = (
    Report(
        "鉄道一",
        "架空線の浜北鉄道で信号故障、2万人に影響",
        """浜北鉄道は5日朝、青葉駅構内で信号設備が故障し、上下線で約3時間運転を見合わせた。約2万人に影響が出た。
同社の広報担当者は、落雷で制御装置が壊れた可能性があると説明した。青葉駅では通学の高校生らが列を作った。""",
    ),
    Report(
        "鉄道一",
        "青葉駅の信号故障、落雷が原因か 浜北鉄道",
        """5日朝に浜北鉄道の青葉駅で起きた信号故障について、同社は落雷が原因とみられると発表した。
運転見合わせは約3時間に及び、利用者約2万人が影響を受けた。制御装置は同日夜までに交換する。""",
    ),
    Report(
        "鉄道二",
        "山手の桜川市でバス横転、乗客8人けが",
        """12日午後、桜川市の県道で路線バスが横転し、乗客8人が軽いけがをした。運転手は雪で滑ったと話している。
警察は速度の出し過ぎがなかったか調べている。現場は緩い下り坂だった。""",
    ),
    Report(
        "鉄道二",
        "雪道で路線バス横転 桜川市の県道",
        """桜川市の県道で12日、雪のため路線バスが横転した。乗客8人が病院に運ばれたが、いずれも軽傷。
運転手によると下り坂でブレーキが利かなかったという。警察が原因を調べている。""",
    ),
)

HINDI: tuple[Report, ...] = (
    Report(
        "पुल एक",
        "रामगढ़ में नदी का पुल टूटा, यातायात बंद",
        """रामगढ़ में सोमवार की सुबह भारी बारिश के बाद सोनाली नदी का पुराना पुल टूट गया। किसी के घायल होने की खबर नहीं है।
जिलाधिकारी मीना शर्मा ने बताया कि पुल पर यातायात रात से ही बंद कर दिया गया था। बारह गांवों का संपर्क टूट गया है।""",
    ),
    Report(
        "पुल एक",
        "सोनाली नदी पर पुल टूटने से बारह गांव कटे",
        """सोनाली नदी का पुल सोमवार को टूटने के बाद रामगढ़ के बारह गांवों का संपर्क टूट गया। प्रशासन ने नावें लगाई हैं।
जिलाधिकारी मीना शर्मा ने कहा कि सेना एक सप्ताह में अस्थायी पुल बनाएगी। भारी बारिश जारी है।""",
    ),
    Report(
        "मेला दो",
        "चंदनपुर के मेले में पहुंचे दो लाख लोग",
        """चंदनपुर के वार्षिक पुस्तक मेले में इस वर्ष दो लाख लोग पहुंचे। आयोजक अनिल वर्मा के अनुसार बच्चों की किताबें सबसे अधिक बिकीं।
मेला रविवार को कवि सम्मेलन के साथ समाप्त हुआ।""",
    ),
    Report(
        "मेला दो",
        "पुस्तक मेला समाप्त, बच्चों की किताबों की धूम",
        """चंदनपुर का पुस्तक मेला रविवार को समाप्त हो गया। आयोजक अनिल वर्मा ने कहा कि दो लाख लोग आए और बच्चों की किताबें हाथों हाथ बिकीं।
कवि सम्मेलन में देर रात तक भीड़ रही।""",
    ),
)
