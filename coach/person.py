"""Who is meant: what a student wrote about a person, in a letter to that person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coach.capitals import PASTS, is_common
from coach.reading.words import word_list
from coach.verbs import without_s

THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SHE = {"she", "her", "hers", "herself"}
_HE = {"he", "him", "his", "himself"}
_THIRD = THEY | _SHE | _HE
_SECOND = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PLACES = (
    "University|College|Institute|School|Academy|Centre|Center|Team|Company|Group|Conference|Fair|Day|Week|Studies|Science|"
    "Sciences|Biology|Engineering|Management|Policy|Conservation|Design|History|Economics|January|February|March|April|"
    "May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    "Kind|Dear|Thank|Marine|North|South|East|West|New|The"
)
# Somebody else of whom the next "she" may tell.
_OTHERS = word_list("others")
_TITLES = (
    r"(?i:dr|prof|professor|mr|mrs|ms|miss|mx|sir|madam|dame|lord|lady|rabbi|imam|rev|reverend|pastor|bishop|canon|"
    r"father|sister|captain|capt|colonel|col|lieutenant|lt|sergeant|sgt|judge|justice|senator|ambassador|councillor|cllr|"
    r"doctor|dra|herr|frau|monsieur|madame|mme|señor|señora|sheikh)\.?"
)
# Somebody with a title, or with two names that are no name of a place.
_A_PERSON = re.compile(
    rf"\b{_TITLES}\s+[A-Z]\w+|\b(?!(?:{_PLACES})\b)[A-Z][a-z]+ (?!(?:{_PLACES})\b)[A-Z][a-z]+(?! (?:{_PLACES})\b)"
)
# What may be given to somebody, so that "send her photographs" has two meanings.
_GIVING = word_list("giving")
# What stands behind "her" where it is not "her something".
_AFTER_OBJECT = word_list("after_object")
# "Let her know": who does the act behind it.
_LETTING = frozenset(["let", "lets", "make", "makes", "help", "helps", "see", "hear", "watch"])
_ACTS = word_list("acts")
_BESIDE = frozenset(
    ["also", "always", "never", "still", "often", "really", "just", "only", "now", "then", "once", "even", "first"]
)
# Others of whom a "they" tells, and where something goes that is given to somebody else: "send her notes to Tom".
_MANY = re.compile(
    r"\b(?:nobody|no one|everybody|everyone|anybody|anyone|somebody|someone|people|most|others|many|who|whoever|"
    r"(?!this\b|his\b|was\b|has\b|its\b|yes\b|gas\b|always\b|does\b|says\b|news\b|thus\b)\w{2,}(?<!s)(?<!u)s)\b",
    re.I,
)
_ELSEWHERE = re.compile(r"\b(?:to (?!you\b|me\b)\w+|back)\b", re.I)
_FINITE = word_list("finite")
_BEFORE_A_PLACE = frozenset(["in", "at", "into", "on", "the", "by", "a", "an", "through", "via", "than"])
_THEIRS = word_list("theirs")
# What somebody has done, where "she's" is "she has"; of "she's known" and "she's based" it is "she is".
_HAS = word_list("has")
_DONE_TO_HER = frozenset({"by", "as", "on", "out", "off", "between"})
# "read her article", "forward her job ad": hers, though something is given too.
_NOT_HANDED = frozenset(["read", "find", "get", "pass", "forward", "make", "ask"])
_JOINING = frozenset({"and", "or", "but"})
_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't"}
_VERBS |= {"hasn't": "haven't", "doesn't": "don't"}


@dataclass(frozen=True)
class Turned:
    """What was written about somebody, as one says it to them; `sure` where nobody else can be meant."""

    words: str
    sure: bool


# What stands behind a verb, and hardly behind a thing.
_BEHIND_A_VERB = word_list("determiners") | {"so", "down", "up", "to", "on"}


def names_of(*called: str) -> tuple[str, ...]:
    """By what somebody is named in a text: each whole name, its last word, and its first where that is no title."""
    whole = [re.sub(rf"^(?:{_TITLES}\s+)+", "", name.strip(), flags=re.I) for name in called if name.strip()]
    # "Rav Miriam Stein" whom one calls "Rav Stein" has the title "Rav".
    short = [words for name in whole if len(words := name.split()) == 2]
    words_of = [name.split() for name in whole]
    words_of += [words[1:] for words in words_of if len(words) > 2 and [words[0], words[-1]] in short]
    whole += [" ".join(words) for words in words_of[len(whole) :]]
    last = [words[-1] for words in words_of if len(words) > 1]
    titles = {words[0] for words in words_of if len(words) > 2 and [words[0], words[-1]] in short}
    first = [words[0] for words in words_of if words[0] not in titles and not is_common(words[0])]
    found = dict.fromkeys(name for name in (*whole, *last, *first) if len(name) > 2 and name[:1].isupper())
    return tuple(sorted(found, key=len, reverse=True))


def speaks_about(words: str, names: Iterable[str] = ()) -> re.Match[str] | None:
    """Where `words` speak of somebody as "she", "he" or "they", or by one of `names`."""
    third = next((word for word in _WORD.finditer(words) if _key(word[0]) in _THIRD), None)
    named = _named(names).search(words) if any(True for _ in names) else None
    return min((found for found in (third, named) if found), key=lambda found: found.start(), default=None)


def third_persons(words: str) -> Iterator[re.Match[str]]:
    """Each "she", "his" or "them" in `words`; "his" behind an apostrophe too."""
    return (word for word in _WORD.finditer(words) if _key(word[0]) in _THIRD)


def about_another(words: str, names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether `words` name a person other than the reader, of whom a "she" behind them may tell.

    In: `names` of the reader, `others` who are known. A place or a course with a capital is no person.
    """
    if any(name in words for name in others):
        return True
    plain = _named(tuple(names)).sub(" ", words)
    if any(_plain(word[0]).removesuffix("'s") in _OTHERS for word in _WORD.finditer(plain)):
        return True
    return bool(_A_PERSON.search(plain))


def speaks_to(words: str) -> bool:
    """Whether `words` say "you"."""
    return bool(_SECOND.search(words))


def tells_them_of_another(words: str) -> bool:
    """Whether `words` say "you" to the reader before they say "she", who is somebody else: "you sat with her"."""
    you, third = _SECOND.search(words), next(third_persons(words), None)
    return bool(you and third and you.start() < third.start())


def about_them_at_the_end(words: str) -> bool:
    """Whether `words` end with "her" or "him" and speak of nobody so before: "my supervisor recommended her"."""
    return len([*third_persons(words)]) == 1 and bool(re.search(r"\b(?:her|him|them)\W*$", words, re.I))


def tells_of_many(words: str) -> bool:
    """Whether `words` name others before they say "they": "nobody is hired for courage, they're hired for …"."""
    they = next(third_persons(words), None)
    return bool(they and _MANY.search(words[: they.start()]))


def turned(words: str, names: tuple[str, ...] = (), *, they: bool = False, hers: str = "") -> Turned:
    """`words` with "you" for whoever they are about.

    In: `names`, how that person is called; `they`, whether a "they" can be nobody else; `hers`, what "her" is where
    it may be both ("send her photographs"). A "they" beside a "she" is others.
    """
    sure = True
    if names:
        words = _named(names).sub(_you_for_name, words)
    found = list(_WORD.finditer(words))
    keys = [_key(word[0]) for word in found]
    used = {key for key in keys if key in _THIRD}
    others = bool(used & THEY and used - THEY)
    if used & THEY and not others and not (they or keys[0] in THEY):
        sure = False
    if used & _SHE and used & _HE:
        sure = False
    first = next((place for place, key in enumerate(keys) if key in _THIRD), len(keys))
    # What is surely the reader's ("her field"), whoever else is named.
    theirs = all(key not in _THIRD or _is_theirs(keys, place) for place, key in enumerate(keys))
    many = used <= _SHE | _HE
    if used and not theirs and any(_somebody_else(keys, found, place, many=many) for place in range(first)):
        sure = False
    pieces, at = [], 0
    turning, verb, spoke = False, -1, False
    for place, word in enumerate(found):
        before = _plain(found[place - 1][0]) if place else ""
        after = _plain(found[place + 1][0]) if place + 1 < len(found) else ""
        joined = after if after and words[word.end() : found[place + 1].start()].strip() == "" else ""
        if others and keys[place] in THEY:
            continue
        new, certain = _second(word[0], before, _behind_adverbs(keys, place) if "'" in _plain(word[0]) else joined)
        if not certain and before in _NOT_HANDED:
            certain = True
        if not certain and hers and not _ELSEWHERE.search(words, word.end()):
            new, certain = hers, True
        if before and not new and keys[place] not in _BESIDE and _follows_you(keys, place):
            new = _as_you_do(_plain(word[0]))
            turning, verb = bool(new), place
        elif turning and not new and before in _BESIDE and keys[place - 2] in _JOINING and _as_you_do(_plain(word[0])):
            # "… and always replies".
            new, verb = _as_you_do(_plain(word[0])), place
        elif spoke and not new and _plain(word[0]) in _FINITE and _goes_on(words, found, place):
            you = "" if before in {"and", "but"} else "you "
            new, verb = you + _as_you_do(_plain(word[0])), place
        elif turning and not new and (before in _JOINING or place - 1 == verb):
            # "she throws away a little and counts it", "he codes and writes": the second verb is hers too.
            between = words[found[place - 1].end() : word.start()].strip()
            beside = (before in _JOINING and place - 2 == verb) or (place - 1 == verb and between == ",")
            if beside or (before in _JOINING and joined in _BEHIND_A_VERB):
                surely = beside or joined in {"it", "them", "me", "the", "a"}
                new = without_s(_plain(word[0])) or (_as_you_do(_plain(word[0])) if surely else "")
            verb = place if new else verb
        spoke = spoke or keys[place] in {"she", "he"}
        sure = sure and certain
        pieces += [words[at : word.start()], _as(word[0], new) if new else word[0]]
        at = word.end()
    return Turned("".join([*pieces, words[at:]]), sure)


def _behind_adverbs(keys: list[str], place: int) -> str:
    """The word behind, without "just", "never" and their like: of "she's just won" it is "won".

    Empty where somebody else does it to her: "she's moved by music", "she's known as a leader".
    """
    behind = [key for key in keys[place + 1 : place + 6] if key not in _BESIDE]
    # "she's travelled on her own": nobody did it to her.
    by_herself = behind[1:2] == ["on"] and behind[2:3] and behind[2] in {"her", "his", "their"}
    done_to_her = behind[1:2] and behind[1] in _DONE_TO_HER and not by_herself
    return "" if done_to_her else next(iter(behind), "")


def _goes_on(words: str, found: list[re.Match[str]], place: int) -> bool:
    """Whether the verb at `place` is another of theirs: "she worked there and is now here", "both sides: was here"."""
    return (
        _plain(found[place - 1][0]) in {"and", "but"}
        or words[found[place - 1].end() : found[place].start()].strip() == ":"
    )


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _key(word: str) -> str:
    if word == "HE":
        # Higher education.
        return word
    return _plain(word).partition("'")[0]


def _is_theirs(keys: list[str], place: int) -> bool:
    """Whether "her" or "his" belongs to what the talk was about: "her field", "his company"."""
    return keys[place] in {"her", "his"} and " ".join(keys[place + 1 : place + 2]) in _THEIRS


def _somebody_else(keys: list[str], found: list[re.Match[str]], place: int, *, many: bool) -> bool:
    """Whether the word at `place` names a person of whom a "she" behind it may tell.

    In: `many`, whether several cannot be meant ("two colleagues she knows").
    """
    word, low = found[place][0], _plain(found[place][0]).removesuffix("'s")
    # "the person she named" is not she.
    if low in _OTHERS and keys[place + 1 : place + 2] in (["she"], ["he"]):
        return False
    if low in {"anyone", "anybody", "nobody"} or (many and low in {"team", "company", "staff", "student"}):
        return False
    if low in _OTHERS:
        return not (many and (low in {"people", "children", "kids"} or (low.endswith("s") and not low.endswith("ss"))))
    # "the person she named" is not she.
    if low in _OTHERS and keys[place + 1 : place + 2] in (["she"], ["he"]):
        return False
    named = (
        len(word) > 1
        and word[:1].isupper()
        and keys[place] != "i"
        and not is_common(word)
        and word not in _PLACES.split("|")
    )
    # "into Spanish", "in Leeds", "the Guardian".
    return named and word not in _PLACES.split("|") and not (place and keys[place - 1] in _BEFORE_A_PLACE)


def _second(word: str, before: str, after: str) -> tuple[str, bool]:
    """What stands for the word, and whether that is certain."""
    low = _plain(word)
    key, apostrophe, ending = low.partition("'")
    if key in {"she", "he", "they"}:
        if not apostrophe:
            return "you", True
        if ending == "s":
            return ("you've" if after in _HAS else "you're"), True
        return f"you'{ending}", True
    if low in {"herself", "himself", "themselves"}:
        return "yourself", True
    if low in {"hers", "theirs"}:
        return "yours", True
    if low in {"him", "them"}:
        return "you", True
    if low == "their":
        return "your", True
    if low == "his":
        return ("your" if after and after not in _AFTER_OBJECT else "yours"), True
    if low == "her":
        if not after or after in _AFTER_OBJECT or (before in _LETTING and after in _ACTS):
            return "you", True
        return "your", before not in _GIVING
    return "", True


def _follows_you(keys: list[str], place: int) -> bool:
    """Whether the verb at `place` belongs to a "she" or "he" before it."""
    before = place - 1
    while before >= 0 and keys[before] in _BESIDE:
        before -= 1
    return before >= 0 and keys[before] in {"she", "he"}


def _as_you_do(word: str) -> str:
    """The verb of "she answers" as it stands behind "you"; empty where it stays as it is."""
    if word in _VERBS:
        return _VERBS[word]
    if known := without_s(word):
        return known
    if not re.fullmatch(r"[a-z]{2,}[^suai\W]s", word):
        return ""
    return f"{word[:-3]}y" if word.endswith("ies") else re.sub(r"(?<=ch|sh|ss)es$|(?<=[xz])es$|s$", "", word)


def _named(names: Iterable[str]) -> re.Pattern[str]:
    # "Miriam Tan" is not the reader Miriam.
    some = "|".join(re.escape(name) + ("" if " " in name else r"(?!\s+(?!I\b)[A-Z][a-z])") for name in names) or r"(?!)"
    return re.compile(rf"(?<![\w])(?:{_TITLES}\s+)?(?:{some})(?:['’]s|\s+[a-z]+s\b)?(?![\w])")


_HELD_THEM = re.compile(
    r"\b(?:what|who) (?:kept|made|drove|brought|moved|helped|saved|inspired|convinced|surprised|struck) $", re.I
)


def _you_for_name(found: re.Match[str]) -> str:
    new = _second_for_name(found)
    begins = re.search(r"(?:^|[.!?…]\s+)$", found.string[: found.start()])
    return new[0].upper() + new[1:] if begins and found.start() else new


def _second_for_name(found: re.Match[str]) -> str:
    words = found[0].split()
    if found[0].endswith(("'s", "’s")):
        return "your"
    if len(words) > 1 and words[-1] in _VERBS and _HELD_THEM.search(found.string[: found.start()]):
        # "what kept Johanna was a good boss"
        return f"you {words[-1]}"
    if len(words) == 1 or not words[-1].islower():
        return "you"
    return f"you {_VERBS.get(words[-1]) or without_s(words[-1]) or words[-1]}"


def _as(word: str, new: str) -> str:
    return new[0].upper() + new[1:] if word[:1].isupper() and word != "I" else new


# What somebody did or said, so that they are no "you" for anybody.
_YOU_DID = re.compile(
    rf"\byou(?: \w+ly)? (?:{'|'.join(sorted(PASTS))}|was|were|did|had|have(?! to\b)|are|showed|(?!need\b)\w+ed)\b|"
    r"\byou['’](?:re|ve|d)\b",
    re.I,
)


def means_anybody(words: str) -> bool:
    """Whether a "you" is anybody: "you learn to talk with your eyebrows", and not "you told me"."""
    return bool(re.search(r"\byou\b", words, re.I)) and not _YOU_DID.search(words)
