"""Inflected demonyms of the countries: nouns and adjectives, by ISO 3166 code."""

import re
from collections import defaultdict
from pathlib import Path

# Dependent territories, and countries whose demonym is also that of a larger one, a common word or a given name.
_SKIPPED = frozenset((
    "AX", "BQ", "BV", "CC", "CG", "CX", "DM", "EH", "GD", "GF", "GG", "GS", "HM", "IM", "IO", "JE", "LC", "MF", "MP",
    "NF", "PF", "PN", "RE", "SH", "SJ", "SX", "TC", "TF", "UM", "VG", "VI", "WF",
))  # fmt: skip
# i18n-nationality calls the people of the Emirates emirs in Italian.
_WRONG = {("it", "AE")}
# Of two countries with one demonym, the first in this order has it.
_PREFERRED = ("NG", "DO", "CD", "KR")
_GERMAN_ADJECTIVE = ("", "e", "er", "en", "es", "em")

# For each language, what replaces the ending of a base form in its inflected forms; the first that fits decides.
_INFLECTIONS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "es": (
        ("és", ("és", "esa", "eses", "esas")),
        ("án", ("án", "ana", "anes", "anas")),
        ("ín", ("ín", "ina", "ines", "inas")),
        ("ón", ("ón", "ona", "ones", "onas")),
        ("o", ("o", "a", "os", "as")),
        ("í", ("í", "ís", "íes")),
        ("ú", ("ú", "ús", "úes")),
        ("l", ("l", "la", "les", "las")),
        ("e", ("e", "es")),
        ("a", ("a", "as")),
        ("", ("", "es")),
    ),
    "pt": (
        ("ão", ("ão", "ã", "ães", "ãos", "ões", "ãs")),
        ("ês", ("ês", "esa", "eses", "esas")),
        ("eu", ("eu", "eia", "eus", "eias")),
        ("ol", ("ol", "ola", "óis", "olas")),
        ("o", ("o", "a", "os", "as")),
        ("r", ("r", "res")),
        ("", ("", "s")),
    ),
    "fr": (
        ("ais", ("ais", "aise", "aises")),
        ("ois", ("ois", "oise", "oises")),
        ("ien", ("ien", "ienne", "iens", "iennes")),
        ("éen", ("éen", "éenne", "éens", "éennes")),
        ("on", ("on", "onne", "ons", "onnes")),
        ("grec", ("grec", "grecque", "grecs", "grecques")),
        ("turc", ("turc", "turque", "turcs", "turques")),
        ("e", ("e", "es")),
        ("", ("", "e", "s", "es")),
    ),
    "it": (
        ("co", ("co", "ca", "ci", "chi", "che")),
        ("go", ("go", "ga", "gi", "ghi", "ghe")),
        ("io", ("io", "ia", "i", "ie")),
        ("o", ("o", "a", "i", "e")),
        ("ga", ("ga", "gi", "ghi", "ghe")),
        ("a", ("a", "i", "e")),
        ("e", ("e", "i")),
        ("", ("",)),
    ),
    "de": (
        ("isch", tuple("isch" + ending for ending in _GERMAN_ADJECTIVE)),
        ("deutsch", tuple("deutsch" + ending for ending in _GERMAN_ADJECTIVE)),
        ("", ("",)),
    ),
    "de.people": (
        ("e", ("e", "en", "in", "innen")),
        ("er", ("er", "ern", "ers", "erin", "erinnen")),
        ("", ("", "s", "en", "in", "innen")),
    ),
    "en": (
        ("German", ("German", "Germans")),
        ("man", ("man",)),
        *(
            (ending, (ending, ending + "s"))
            for ending in ("an", "i", "ne", "no", "ek", "ot", "ar", "Czech", "Kazakh", "Slovak")
        ),
        ("", ("",)),
    ),
}
# How the base forms of i18n-nationality end that are demonyms; its others are names of territories.
_BASE_FORMS = {
    "es": r"(o|és|án|ín|ón|l|í|ense|e|ta|belga|croata|ita|kosovar)$",
    "en": r"(an|ese|ish|i|ch|ek|ss|Thai|Dutch|Greek|Swiss|Czech|Filipino|Cypriot|Malagasy|Kyrgyz)$",
    "fr": r"(ais|ois|ien|éen|ain|an|e|c|l|nd|in|on|ol|kosovar|burkinabé|kirghiz)$",
    "it": r"(o|ese|ano|ita|ta|belga|one|ense|croato)$",
    "de": r"(isch|deutsch)$",
}


def inflected(language: str, base: str) -> set[str]:
    """Give every form of a demonym: genders, numbers and, in German, cases."""
    for ending, replacements in _INFLECTIONS[language]:
        if base.endswith(ending):
            stem = base.removesuffix(ending)
            return {stem + replacement for replacement in replacements}
    return {base}


def demonyms(language: str, nationalities: dict[str, str]) -> dict[str, set[str]]:
    """Give every form of each country's demonyms in a language.

    `nationalities` maps ISO 3166 codes to base forms; those that are no demonym (a territory's name) are left out, and
    `demonyms_by_hand.tsv` adds what they lack and overrules what they say of the same word.
    """
    owners: dict[str, str] = {}
    for code, base in _by_hand(language):
        for form in inflected(language, base):
            owners.setdefault(form, code)
    for code, base in _by_hand(f"{language}.people"):
        for form in inflected(f"{language}.people", base):
            owners.setdefault(form, code)
    for code in sorted(nationalities, key=lambda code: (code not in _PREFERRED, code)):
        base = re.sub(r"\s*\(.*", "", nationalities[code]).strip()
        base = base if language == "en" else base.lower()
        if (
            code not in _SKIPPED
            and (language, code) not in _WRONG
            and re.fullmatch(rf"\S*{_BASE_FORMS[language]}", base)
        ):
            for form in inflected(language, base):
                owners.setdefault(form, code)
    found: dict[str, set[str]] = defaultdict(set)
    for form, code in owners.items():
        found[code].add(form)
    return found


def _by_hand(language: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "demonyms_by_hand.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(code, base) for of, code, bases in rows if of == language for base in bases.split("|")]
