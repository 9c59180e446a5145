"""Words in and around outlets' names, in some twenty languages."""

from typing import Final

from workers.domain.enrichment.citation_cues import (
    BETWEEN,
    CREDIT_NOUNS,
    CREDITS,
    MEDIA,
    QUOTES,
    REPORTS,
    SAYS,
    TO,
)

SMALL: Final = frozenset(
    "of de del della dell da do dos das du des di la le les los las el et e and y & und der die van"
    " von zu d’ l’ i".split()
)
AND: Final = frozenset("and y e et und & i dan og och en".split())
ARTICLES: Final = frozenset(
    "The Der Die Das Le La Les El Il Lo De Het O A L’ Den Det Los Las".split()
)
LEADING: Final = (CREDITS | REPORTS | SAYS | CREDIT_NOUNS | TO | BETWEEN | MEDIA) - frozenset(
    (
        "radio",
        "rádio",
        "diario",
        "tv",
        "news",
        "sunday",
        "daily",
        "journal",
        "harian",
        "media",
        "báo",
    )
)
IN_NAMES: Final = frozenset(
    "noticias news press media television business financial independent deutsche deutschen sunday"
    " national radio tv".split()
)
"""Small, they stand between a cue and a name; with a capital they begin one."""
PAPERS: Final = frozenset(
    "noviny listy zprávy rozhlas rozhlasu televize televizi televízia televízii"
    " газета новости вестник ведомости известия вісник новини правда гласник"
    " vijesti novine вести газеты газете новостей новостям вестника вестнику ведомостей ведомостям"
    " известий вісника віснику новин правды правди правді листок листка".split()
)
"""What ends the names of papers in small letters, in Slavic languages: `Lidové noviny`."""
TITLED: Final = frozenset("báo harian diario journal jornal".split())
"""They begin the names of some papers, and stand before those of others: `Báo Tuổi Trẻ`."""
DEFINITE: Final = "ال"
OPENING: Final = QUOTES - frozenset("»”’」』》")
NETWORKS: Final = frozenset(
    "Facebook Twitter Instagram TikTok YouTube Telegram WhatsApp Weibo Reddit LinkedIn Threads"
    " Snapchat Bluesky Mastodon Substack Google Wikipedia VKontakte WeChat".split()
)
"""Where people write, and nobody reports."""
TITLES: Final = frozenset(
    "mr mrs ms dr prof sir president minister mayor senator governor judge king queen".split()
)
STATIONS: Final = frozenset("Radio Rádio TV Television".split())
"""What ends a broadcaster's name, before the place that one of its stations is named after."""
DAYS: Final = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June"
    " July August September October November December".split()
)
EDITIONS: Final = frozenset(
    "Türk Türkçe Portugal Brasil Brazil México Chile Argentina Colombia España Español Deutschland"
    " Deutsch France Français Afrique Africa Italia Indonesia India Japan Korea Arabia Arabic Mundo"
    " International Online Persian Russian Ukraine Україна Polska Nederland Australia UK".split()
)
"""What names an outlet's edition, behind its name."""
