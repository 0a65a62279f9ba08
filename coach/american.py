"""British words and what Americans write instead: for the catalogue `en_US` (bin/american) and the bank of questions.

Whole words only, one line each. What both write alike, and names of places and firms, never stand here; a text that a
person typed is never read by it.
"""

import re

# Only words that a sentence or a question of ours has had.
WORDS = {
    "acknowledgement": "acknowledgment",
    "analyse": "analyze",
    "apologise": "apologize",
    "behaviour": "behavior",
    "cancelled": "canceled",
    "cancelling": "canceling",
    "centre": "center",
    "centres": "centers",
    "colour": "color",
    "colours": "colors",
    "counsellor": "counselor",
    "dialled": "dialed",
    "enrol": "enroll",
    "favour": "favor",
    "favourite": "favorite",
    "fulfil": "fulfill",
    "grey": "gray",
    "harbour": "harbor",
    "honour": "honor",
    "honours": "honors",
    "judgement": "judgment",
    "labelled": "labeled",
    "labour": "labor",
    "learnt": "learned",
    "licence": "license",
    "licences": "licenses",
    "maths": "math",
    "modelling": "modeling",
    "neighbour": "neighbor",
    "neighbours": "neighbors",
    "neighbouring": "neighboring",
    "organisation": "organization",
    "organisations": "organizations",
    "organisational": "organizational",
    "organise": "organize",
    "organised": "organized",
    "organises": "organizes",
    "organising": "organizing",
    "practise": "practice",
    "practised": "practiced",
    "practises": "practices",
    "practising": "practicing",
    "programme": "program",
    "programmes": "programs",
    "recognise": "recognize",
    "recognised": "recognized",
    "specialise": "specialize",
    "specialised": "specialized",
    "summarise": "summarize",
    "towards": "toward",
    "travelling": "traveling",
    "travelled": "traveled",
    "unauthorised": "unauthorized",
    "visualise": "visualize",
}
# Whole sentences in which they put their commas and stops otherwise.
SENTENCES = {"%(weekday)s %(date)s": "%(weekday)s, %(date)s"}
PHRASES = {"résumé or CV": "résumé", "CV or résumé": "résumé", "CV": "résumé", "CVs": "résumés"}

_WORD = re.compile(rf"\b(?:{'|'.join([*PHRASES, *WORDS])})\b", re.IGNORECASE)


def american(text: str) -> str:
    """`text` as Americans write it, with the same capitals; gaps such as %(centre)s stay."""
    return SENTENCES.get(text) or _WORD.sub(_instead, text)


def _instead(found: re.Match[str]) -> str:
    word, before = found[0], found.string[: found.start()]
    # A gap and a tag are for machines: %(centre)s, {{ centre }}, class="centre".
    if before.endswith("%(") or re.search(r"<[^<>]*$", before) or re.search(r"\{\{?\s*[\w.]*$", before):
        return word
    instead = PHRASES.get(word) or WORDS.get(word.lower())
    if instead is None:
        return word
    if word.isupper() and word.lower() in WORDS:
        return instead.upper()
    begins = not before.rstrip(" “\"'(") or before.rstrip(" “\"'(").endswith((".", "?", "!", "\n"))
    if word[0].isupper() and (word.lower() in WORDS or begins):
        return instead[0].upper() + instead[1:]
    return instead
