"""Names that outlets give themselves: how a name nobody listed is told to be one."""

import re
from typing import Final

_LAST: Final = (
    "Times Post Pos News Herald Tribune Journal Gazette Chronicle Observer Guardian Telegraph Daily"
    " Weekly Press Star Sun Mirror Standard Independent Inquirer Enquirer Examiner Courier Mail"
    " Echo Argus Ledger Sentinel Bee Globe Register Dispatch Review Monitor Bulletin Magazine"
    " Quarterly Radio TV Television Newspaper Newspapers Reporter Advertiser Advocate Mercury"
    " Republic Democrat Patriot Pioneer Today Wire Newswire Broadcasting Media Network Agency"
    " Online Digest Voice Leader Citizen Record Banner Beacon Report Insider Broadcaster"
    " Newsletter FM Podcast Noticias Notícias Notizie Televisión Televisão Informativo Semanario"
    " Newsroom"
)
_LAST_NATIVE: Final = (
    "zeitung anzeiger nachrichten rundschau blatt presse kurier bote allgemeine morgenpost"
    " abendblatt magazin agentur spiegel post funk boten zeitungen kuriers blattes blatts"
    " anzeigers echo courant dagblad nieuws krant blad bladet tidning tidningen"
    " nyheter posten avisen avis tidende lehti sanomat haber gazetesi postası ajansı dergisi lap"
    " hírlap noviny listy rozhlas rozhlasu televize televizi televízia televízii"
    " газета газеты газете новости новостей вестник вестника вестнику ведомости"
    " ведомостей известия известий листок листка хроника обозрение обозреватель вісник вісника"
    " віснику новини новин хроніка"
)
_FIRST: Final = (
    "Diario|El Diario|El Faro|El Imparcial|El Universal|El Informador|El Eco|El Observador"
    "|El Independiente|El Periódico|La Voz|El Heraldo|La Gaceta|El Correo|La Tribuna|El Sol"
    "|El Norte|El Sur"
    "|El Tiempo|El País|La Opinión|El Mercurio|La Prensa|La Hora|Radio|Rádio|Ràdio|Rádió|Agencia"
    "|Agência|Agence|Agenzia|Agentur|Noticiero|Radiem|Radiu|Radia|Gazecie|Gazety|Dziennikowi"
    "|Tygodnikowi|Omroep|Cadena|Diário|Revista|Rivista|Revue|Jornal|Journal|Le Journal|Gazeta"
    "|Gazzetta|La Gazzetta|Il Giornale|Il Corriere|Corriere|Il Quotidiano|Il Mattino|Cronache"
    "|Le Courrier|Courrier|La Tribune|Le Quotidien|L[’']Écho|La Dépêche|Télé|TV|Canal|Correio"
    "|Le Fil|Les Nouvelles|Le Messager|Le Réveil|Le Nouvelliste|L[’']Éveil|La Voix"
    "|Le Télégramme|Le Progrès|Le Républicain|Le Matin|Le Soir|Le Temps|La Gazette|Gazette"
    "|L[’']Éclaireur|L[’']Indépendant|L[’']Hebdo|L[’']Est|L[’']Ouest|Giornale|Quotidiano|Mattino"
    "|Folha|Tribuna|Notícias|Noticias|La Voce|Voce|Harian|Kabar|Warta|Majalah|Koran|Radar|Suara"
    "|Kantor Berita"
    "|Tidningen|Dagens|Deník|Kurier|Głos|Dziennik|Tygodnik|Ziarul|Báo|Tạp chí|Đài|Thời báo"
    "|Газета|Радио|Агентство|Телеканал|Журнал|Вестник|Радіо|Вісник|Το Βήμα|Εφημερίδα"
    "|صحيفة|جريدة|وكالة|قناة|موقع|مجلة|إذاعة|روزنامه|خبرگزاری|דיעות|ידיעות|רדיו"
)
_DENSE_LAST: Final = (
    "新闻|新聞|日报|日報|晚报|晚報|早报|早報|周刊|週刊|时报|時報|快报|快報|电视台|電視台|电台"
    "|广播|网|網|通信|通讯社|通訊社|通信社|ニュース|タイムズ|タイムス|テレビ|放送|オンライン|社|誌"
    "|일보|신문|뉴스|방송|통신|타임스|저널|समाचार|टाइम्स|दैनिक|न्यूज़|न्यूज|संवाद"
)
_MEDIA: Final = re.compile(
    rf"(?:.*[\w’'&.)-]+[ -])?(?:{'|'.join(_LAST.split())})"
    rf"|.*(?i:{'|'.join(_LAST_NATIVE.split())})"
    rf"|(?:{_FIRST})(?!\w).+"
    r"|.*\w{3}(?:bode|koerier|gids)"
    rf"|.*(?:{_DENSE_LAST})"
    r"|.*\b(?i:news|zeitung|times|post|daily|tv|radio|press|media)\d{0,3}"
    r"|(?:.*\W)?(?:News|Press|Wire|Reporting|Features|Journalism)"
    r" (?:Service|Syndicate|Collaborative|Cooperative|Consortium|Exchange)"
    r"|[\w-]+\.(?:com|org|net|news|info|media|press|co|fm|tv)(?:\.[a-z]{2})?",
    re.DOTALL,
)
_NO_MEDIA: Final = re.compile(
    r"\b(?:Minist\w*|Depart[ae]?ment\w*|Bundes\w*|Police|Polizei\w*|Policía|Universit\w*"
    r"|Universidad|Institut\w*|Office|Bureau|Association|GmbH|Inc|Ltd|Corp|Corporation|Company"
    r"|Bank|Gobierno|Government|Council|Agency for|\w*[Ss]tatisti\w*|Federation|Fund|Commission"
    r"|Research|Authority|Party|Committee|Court|Hospital|University|Society|Foundation|Fisheries"
    r"|Health|Space Agency|Energy Agency|Protection Agency|Intelligence Agency|Security Agency"
    r"|Journal of|Annals|Proceedings|Archives of|Lancet|Letters|Peer Review|Federal Register"
    r"|Social Media|Agência Nacional|Agencia Tributaria)\b"
)
_BEGINS: Final = re.compile(_FIRST)
_LONGEST: Final = 60


def looks_like_outlet(name: str) -> bool:
    """Whether a name is built as outlets' names are, in any of some thirty languages."""
    if len(name) > _LONGEST or _NO_MEDIA.search(name):
        return False
    return _MEDIA.fullmatch(name.strip()) is not None


def begins_a_name(words: str) -> bool:
    """Whether words alone name a kind of paper: `Il Giornale` in `Il Giornale della Costa`."""
    return _BEGINS.fullmatch(words) is not None


def is_institution(name: str) -> bool:
    """Whether a name is a ministry's, a company's, a university's: never an outlet's."""
    return _NO_MEDIA.search(name) is not None
