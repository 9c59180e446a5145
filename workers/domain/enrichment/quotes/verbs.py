"""Verbs that attribute words to somebody."""

from typing import Final

_STRONG: Final = """
laughs laughed grins grinned shrugs shrugged sobbed groaned
said says told tells added adds asked asks warned warns insisted insists argued argues explained
explains declared declares announced announces urged urges tweeted tweets wrote writes noted
stressed stresses claimed claims replied replies confirmed confirms denied denies stated
acknowledged acknowledges admitted admits testified testifies continued concluded concludes
recalled recalls remarked remarks responded responds promised promises predicted predicts
suggested suggests quipped quips joked jokes shouted shouts observed observes vowed vows pledged
pledges maintained maintains lamented laments complained complains emphasized emphasised
emphasizes emphasises cautioned cautions countered counters boasted boasts commented chanted
yelled yells screamed cried whispered murmured proclaimed asserted asserts alleged alleges
contended contends conceded concedes reiterated reiterates repeated revealed reveals begged
pleaded retorted fumed thundered snapped sighed mused gushed raved opined reasoned speculated
exclaimed elaborated clarified interjected wondered answered answers texted posted reacted
affirmed affirms confided confides agreed agrees advised advises recommended recommends
"""
_MIXED: Final = """
called calls described describes hailed hails accused accuses quoted reported reports disclosed
demanded demands implored thanked praised praises lauded applauded commended criticized criticised
criticizes criticises denounced denounces decried condemned condemns slammed slams blasted mocked
mocks ridiculed dismissed dismisses rejected rejects rebuked scolded chided blamed questioned
likened likens compared compares characterized characterised labeled labelled dubbed branded
deemed referred refers cited cites invoked proposed hinted implied signaled signalled indicated
indicates underscored underlined highlighted pointed voiced expressed recognized recognised
expresses articulated summed estimated estimates believed believes thinks thought feels felt hopes
hoped wants wanted feared worried sang sings swore intoned ruled defended attacked touted
encouraged instructed ordered informed assured assures reminded threatened bragged credited
pressed portrayed painted invited pushed found finds welcomed sees saw considers considered
promoted reads
"""
_ING: Final = """
saying adding telling asking warning insisting arguing explaining declaring announcing urging
tweeting writing noting stressing claiming replying confirming denying stating acknowledging
admitting calling describing hailing accusing vowing pledging lamenting complaining emphasizing
emphasising cautioning citing referring recalling quipping joking shouting observing chanting
yelling demanding proclaiming asserting alleging conceding reiterating repeating praising
criticizing criticising denouncing condemning slamming blasting mocking dismissing rejecting
blaming questioning likening comparing characterizing labeling labelling dubbing suggesting
predicting promising proposing hinting pointing quoting concluding responding commenting remarking
boasting countering advising lauding applauding encouraging reading invoking
"""
_BARE: Final = "say tell call describe argue warn urge ask note write insist accuse add declare"

SPEAKING: Final = frozenset(_STRONG.split())
"""Verbs that introduce speech."""
FINITE: Final = SPEAKING | frozenset(_MIXED.split())
"""Verbs whose subject is the speaker."""
CUES: Final = FINITE | frozenset(_ING.split()) | frozenset(_BARE.split()) | {"points"}
"""All forms that may attribute a quotation behind them."""
PARTICIPLES: Final = frozenset(_ING.split())
NOUNS_TOO: Final = frozenset(
    "claims reports calls demands promises estimates thought hopes complaints attacks questions"
    " comments answers remarks tweets".split()
)
"""Forms that are a noun behind an article or a preposition."""
ADVERBS: Final = frozenset(
    "has had have was were is are also later then reportedly recently repeatedly once often even"
    " never still now always all both just previously publicly would will could might may must can"
    " did not didn't didn’t do does doesn't doesn’t don't don’t be been being as at point turn"
    " simply only first to wouldn't wouldn’t who himself herself themselves on monday tuesday"
    " wednesday thursday friday saturday sunday afterwards afterward later today yesterday"
    " so likes loves used".split()
)
"""What may stand between a speaker and the verb."""
BE: Final = frozenset("was were is are been be being".split())
BARE: Final = frozenset(_BARE.split())
"""Infinitives, of which several are nouns too."""
PASSIVE: Final = frozenset(("quoted",))
"""Participles that keep their subject as the speaker: `was quoted as saying`."""

ABROAD: Final = {
    "fr": "déclaré expliqué affirmé dit ajouté indiqué assuré précisé estimé souligné raconté"
    " confié"
    " lancé répondu écrit insisté martelé affirme explique déclare assure estime précise indique"
    " ajoute souligne raconte confie lance répond écrit insiste déplore regrette rappelle"
    " soupire glisse résume prévient ajoutait disait expliquait",
    "de": "sagte sagt erklärte erklärt betonte betont so meinte meint fügte teilte schrieb schreibt"
    " kritisierte warnte warnt forderte fordert kündigte berichtete antwortete rief ergänzte",
    "es": "dijo dice declaró afirmó afirma explicó explica añadió agregó señaló señala aseguró"
    " asegura"
    " indicó advirtió sostuvo manifestó expresó comentó escribió respondió insistió contó dicho"
    " declarado",
    "it": "detto dice ha spiegato spiega dichiarato dichiara aggiunto aggiunge affermato afferma"
    " commentato commenta scritto scrive sottolineato sottolinea raccontato racconta disse",
    "pt": "disse diz afirmou afirma declarou explicou explica acrescentou contou garantiu escreveu"
    " destacou ressaltou comentou alertou defendeu respondeu",
    "nl": "zei zegt zeggen verklaarde vertelt vertelde aldus stelt stelde schrijft schreef reageert"
    " benadrukt voegt",
    "da": "siger sagde udtaler udtalte forklarer fortæller skriver mener tilføjer",
    "no": "sier sa uttaler uttalte forklarer forteller skriver mener",
    "sv": "säger sade sa uppger berättar skriver förklarar menar",
}
"""Verbs of saying in other languages, by ISO 639-1 code."""
SAYING_ABROAD: Final = {code: frozenset(verbs.split()) for code, verbs in ABROAD.items()}
