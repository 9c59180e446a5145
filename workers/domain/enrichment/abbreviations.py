"""Abbreviations that are written with a full stop, and what such a stop says about the sentence."""

from typing import Final

BEFORE_NAMES: Final = frozenset(
    "Mr. Mrs. Ms. Mx. Dr. Drs. Prof. Profs. Sen. Sens. Rep. Reps. Gov. Govs. Gen. Gens. Lt. Col."
    " Sgt. Capt. Cpl. Pvt. Pte. Maj. Adm. Cmdr. Cmdt. Brig. Rev. Fr. Hon. Pres. Supt. Det. Insp."
    " Atty. Amb. Dep. Ald. Msgr. Messrs. St. Ste. Mt. Ft. vs. v. cf. ca. Nr. Hr. Fam. Exmo. Sra."
    " Srta. Dra. Mlle. MM. dott. on. sig. prof. dhr. mevr. drs. ing. ir."
    " Art. Fig. Vol. vol. pp. No. Nos. no. г. ул. им. тов. акад. проф. просп.".split()
)
"""What always has more of its sentence behind it: a name, a figure, the other side."""

OFTEN_LAST: Final = frozenset(
    "Jr. Sr. Inc. Corp. Co. Cos. Ltd. Bros. etc. approx. est. al. Ave. Blvd. Rd. Dept. Univ. Assn."
    " Ph.D. M.D. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Mon. Tue. Tues. Wed."
    " Thu. Thur. Thurs. Fri. Sat. Intl. Govt. usw. bzw. EE.UU. р. гг. руб. тыс. млн. млрд.".split()
)
"""What may also end a sentence: then a word that opens sentences follows."""

_STATES: Final = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Me Mich Minn Miss Mo Mont"
    " Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask"
)
STATES: Final = frozenset(f"{state}." for state in _STATES.split())
"""American states and Canadian provinces as news writes them behind a town's name."""

_ANYWHERE: Final = sorted(
    (BEFORE_NAMES | OFTEN_LAST) - {"No.", "Nos.", "no.", "Art.", "Fig.", "Vol.", "vol.", "pp."}
)


def _alternatives(words: list[str]) -> str:
    return "|".join(word.removesuffix(".").replace(".", r"\.") for word in words)


# `on.` and `v.` are words of their own before a capital only in their own languages
_LOWER_BEFORE_NAMES: Final = ("on.", "sig.", "ing.", "ir.", "v.", "ca.")
ABBREVIATION: Final = (
    rf"(?:{_alternatives([word for word in _ANYWHERE if word not in _LOWER_BEFORE_NAMES])})"
    r"\.(?=[\s,;:)’”\"']|$)"
    r"|(?:[Nn]o|Nos|Art|Fig|[Vv]ol|pp)\.(?=\s?\d)"
    r"|(?:sig|ing|ir|v|ca)\.(?=\s[A-Z\d])"
    rf"|(?:(?<=,\s)|(?<=\s[RDI]-))(?:{_STATES.replace(' ', '|')})\.(?=[\s,;:)’”\"']|$)"
)
"""A pattern for one abbreviation with its full stop."""
