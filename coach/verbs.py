"""What is an act and what a thing among the words that somebody typed, and the forms of an act."""

import re

from coach.capitals import ACTS, ALWAYS_LOW, DETERMINERS, PASTS, SUBJECTS, SUBORDINATE, is_common
from coach.reading.words import word_list

_ALSO_NOUNS = word_list("also_nouns")
_FINITE = word_list("finite") | PASTS
_NOT_ACTING = word_list("not_acting")
BEHIND_THING = frozenset(
    [
        "in",
        "on",
        "with",
        "for",
        "of",
        "to",
        "at",
        "from",
        "by",
        "during",
        "about",
        "before",
        "after",
        "when",
        "while",
        "that",
        "which",
        "and",
    ]
)
# What stands behind an act and not behind a thing.
_ON_SOMETHING = DETERMINERS - {"all", "both", "each", "no", "that", "more", "one", "two", "three", "it", "you", "us"}
# Behind these a "you" does nothing: "teachers like you are why".
_BEFORE_OBJECT = frozenset(["like", "of", "to", "for", "with", "from", "by", "about", "at", "than"])
# "my classmate Mei worked with you".
_BESIDE_SOMEBODY = [[beside, who] for beside in ("with", "for") for who in ("you", "me", "us", "her", "him")]
_OBJECT = frozenset(["a", "an", "the", "my", "our", "me", "us", "you", "your", "how", "what", "his", "her", "their"])
BESIDE_VERBS = word_list("beside_verbs")
_NO_SUBJECT_BEHIND = _BEFORE_OBJECT | {"and", "but", "so"}
# Each is a thing too, but not before "like": "medical writing sounds like what I do".
_SEEMS = frozenset(["sounds", "looks", "feels", "works", "acts"])
_NUMBERS = frozenset(["four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty"])
# An act before several of something: "answer questions", "review drafts".
_WITH_MANY = frozenset(["answer", "review", "visit", "watch", "check", "copy"])
# What stands behind an act and not behind a thing: "check if", "sign up".
_BEHIND_AN_ACT = word_list("behind_an_act")
_WITH_PARTICLE = frozenset(
    {"pass on", "check in", "check on", "check with", "move on", "start with", "pay for", "search for", "wait for"}
    | {"sleep on"}
)
# Names that end as several do.
_NOT_SEVERAL = frozenset(["nhs", "ons", "gis", "aws", "ios", "css", "hms", "acs", "business", "analysis"])
_OF_SOMEBODY = frozenset(["my", "your", "our", "the", "her", "his", "their"])
_WANTS = frozenset(["want", "like", "love", "think", "know", "say", "expect", "hope", "believe"])
_ACTS_MOSTLY = frozenset(["talk", "look", "work", "help", "call", "stay", "volunteer", "travel", "switch"])


def finite(low: list[str]) -> bool:
    """Whether a phrase of these words is a statement: a verb of its own, in no clause below it."""
    skipped = 0
    for place, word in enumerate(low):
        if skipped:
            skipped -= word not in BESIDE_VERBS
        elif word in SUBORDINATE and place:
            return False
        elif word.partition("'")[0] in SUBJECTS and place and low[place - 1] not in _NO_SUBJECT_BEHIND:
            skipped = 0 if "'" in word else 1
        elif (
            (word in _SEEMS and place and low[place + 1 : place + 2] in (["like"], ["as"]))
            or (word == "used" and place and low[place + 1 : place + 2] == ["to"])
            or (word in _FINITE and place and low[0] not in SUBORDINATE and not _is_a_need(low, place))
            or (place and (_acts_of_its_own(low, place) or _changed_something(low, place)))
            or (place and word.endswith("ed") and low[place + 1 : place + 3] in _BESIDE_SOMEBODY)
            or (place == 2 and _does_it(low))
            or (1 < place == len(low) - 1 and low[0] in {"my", "our"} and word.endswith("ed"))
            or (place and low[0] in DETERMINERS and _moves_somebody(word, low[place + 1 : place + 2]))
            or (word.endswith(("'s", "'re")) and word.partition("'")[0] in {"that", "it", "there"})
        ):
            return True
    return False


def _does_it(low: list[str]) -> bool:
    """Whether somebody or something of somebody's does what stands behind: "your team builds", "my parents want"."""
    does = without_s(low[2]) if low[1][-1:] != "s" or low[1].endswith("ss") else ""
    several = low[1].endswith("s") and low[2] in _WANTS
    behind = low[3] if len(low) > 3 else ""
    alone = bool(does) and not is_also_noun(does) and behind not in BEHIND_THING
    alone = alone or (bool(does) and behind in {"that", "how", "me", "us"})
    return low[0] in _OF_SOMEBODY and (several or alone)


def _is_a_need(low: list[str], place: int) -> bool:
    """ "special needs education" says nothing that anybody does."""
    return low[place] == "needs" and low[place - 1] in {"special", "additional", "basic", "customer", "user", "social"}


def _acts_of_its_own(low: list[str], place: int) -> bool:
    """Whether an act is what the words before it do: "NASA works", "agronomists first spend"."""
    if does := without_s(low[place]):
        # "old reports"
        if len(low) == 2 and is_also_noun(does):
            return False
        if low[0] in DETERMINERS and place > 1 and low[place + 1 : place + 2] in (["a"], ["an"], ["the"], ["my"]):
            return True
        return place == 1 and low[0] not in DETERMINERS and low[0] not in SUBORDINATE
    if low[place] not in ACTS:
        return False
    before = place - 1 - (low[place - 1] in (BESIDE_VERBS | {"first"}) - {"then"})
    if low[before] in _NOT_SEVERAL:
        return False
    return before >= 0 and low[before].endswith("s") and not low[before].endswith(("ss", "'s", "us"))


def _moves_somebody(word: str, after: list[str]) -> bool:
    """Whether `word` is what a thing does to somebody: "your work inspires me"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "'s")) and after in (["me"], ["us"], ["you"])


def _changed_something(low: list[str], place: int) -> bool:
    """Whether a past behind a thing is what it did: "your series on buses changed a law"."""
    named = low[place] in {"called", "named", "titled"} and low[place + 1 : place + 2] not in (
        ["a"],
        ["me"],
        ["off"],
        ["my"],
    )
    if low[0] not in DETERMINERS or not low[place].endswith("ed") or named:
        return False
    # "the shop my aunt opened the same year": she did.
    own = all(one not in DETERMINERS or low[at] in BEHIND_THING for at, one in enumerate(low[1:place]))
    return place > 1 and own and low[place + 1 : place + 2] != [] and low[place + 1] in _OBJECT


def acts_anew(word: str) -> bool:
    """ "rebuild", "redo": an act done again."""
    return word.startswith("re") and word.removeprefix("re").removeprefix("-") in ACTS


def acts_on_something(words: str, low: list[str]) -> bool:
    """Whether an unknown first word is an act by what stands behind it: "sketch my route", but not "Berlin, the"."""
    known = {*PASTS, *_FINITE, *SUBJECTS, *DETERMINERS, *SUBORDINATE, *BESIDE_VERBS, *_NOT_ACTING, *ALWAYS_LOW}
    if (
        len(low) < 2
        or low[0].partition("'")[0] in known
        or low[1] not in _ON_SOMETHING
        or low[0].endswith(("s", "ing", "ed", "ly", "'s"))
    ):
        return False
    return words[: len(low[0]) + 1] == f"{low[0]} " and not finite(low)


def is_also_noun(act: str) -> bool:
    """Whether an act is a thing as well: "visit"."""
    return act in _ALSO_NOUNS


def is_noun(words: str, low: list[str]) -> bool:
    """Whether a word that is an act and a thing is the thing here: "visit to the lab", "email address"."""
    if low[0] not in _ALSO_NOUNS:
        return False
    if len(low) == 1:
        return True
    behind = low[1]
    # "email Dr. Haddad", but not "Research Assistant".
    name = " ".join(words.split()[1:2])
    return not (
        behind in DETERMINERS | _NUMBERS | _BEHIND_AN_ACT
        or low[0] in _ACTS_MOSTLY
        or (behind in {"before", "after", "until"} and low[2:3] and low[2] in SUBJECTS)
        or f"{low[0]} {behind}" in _WITH_PARTICLE
        or (low[0] in _WITH_MANY and behind.endswith("s"))
        or (behind.endswith("ing") and behind not in _NOT_ACTING)
        or name[:1] in {"“", '"'}
        or (name[:1].isupper() and (words[0].islower() or not is_common(behind)))
    )


def with_ing(word: str) -> str:
    """The -ing form of the act `word`."""
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    if word.endswith("e") and word not in {"be", "see"}:
        return f"{word[:-1]}ing"
    doubles = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word) or word in {"begin", "submit", "forget"}
    return f"{word}{word[-1] if doubles else ''}ing"


def without_ing(word: str) -> str:
    """The act of which `word` is the -ing form; empty where it is none."""
    if not word.endswith("ing") or word in _NOT_ACTING:
        return ""
    stem = word[:-3]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else ""
    ie = f"{stem[:-1]}ie" if stem.endswith("y") else ""
    return next((one for one in (stem, f"{stem}e", doubled, ie) if one in ACTS), "")


def without_s(word: str) -> str:
    """The act of which `word` is what she or he does; empty where it is none."""
    irregular = {"is": "are", "has": "have", "does": "do", "goes": "go", "was": "were"}
    if word in irregular:
        return irregular[word]
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return ""
    stems = (word[:-1], word[:-2] if word.endswith("es") else "", f"{word[:-3]}y" if word.endswith("ies") else "")
    more = (
        "seem",
        "coach",
        "edit",
        "head",
        "end",
        "fall",
        "close",
        "live",
        "play",
        "run",
        "sing",
        "lead",
        "own",
        "love",
        "like",
        "want",
        "need",
    )
    known = {*ACTS, *more}
    return next((stem for stem in stems if stem in known), "")


def and_again(words: str) -> str:
    """ "… and writing a report" behind an act without -ing: "… and write a report"."""
    return re.sub(r"\b(and|or|then) (\w+ing)\b", lambda found: f"{found[1]} {without_ing(found[2]) or found[2]}", words)
