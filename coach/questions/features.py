"""What the stage model sees of a question: its words, pairs of words, how it begins, and kinds of words."""

import re
from functools import cache
from itertools import pairwise

from coach.questions.clauses import ParsedQuestion
from coach.questions.closed import asks_leave
from coach.questions.flattery import flattery
from coach.questions.job import job_ask
from coach.questions.kinds import kinds
from coach.questions.naming import is_specific, names
from coach.questions.personal import too_personal
from coach.questions.rulebook import rules
from coach.questions.searchable import searchable

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
# More says no more of the subject, and an answer must not take long.
_MOST_WORDS = 120
_PERSONS = frozenset(("i", "me", "my", "you", "your", "we", "they", "it", "one", "people", "he", "she"))
# Politeness at the end stands in the last so many letters.
_FRAME = 200


@cache
def _stem(word: str) -> str:
    for end in ("ing", "ies", "es", "ed", "ly", "s"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def _bare(plain: str) -> str:
    """The words without the politeness around them: "Could you tell me how you began?", "how you began?"."""
    frames = rules("frames")
    words = plain
    if after := frames["after"].search(plain[-_FRAME:]):
        start = max(0, len(plain) - _FRAME)
        words = plain[: start + after.start()] + plain[start + after.end() :]
    for _ in range(3):
        found = frames["before"].match(words)
        if not found or not words[found.end() :].strip(" ?.!"):
            break
        words = words[found.end() :]
    return words


def features(parsed: ParsedQuestion, contact: str = "") -> list[str]:
    """The features that are there, each once."""
    text = _bare(parsed.plain)
    if praise := flattery(text):
        # What is praised may be anything; the subject stands in the other words.
        text = f"{text[: praise.start()]} {text[praise.end() :]}"
    named = set(names(parsed, contact))
    words = [
        "NUM" if word.isdigit() else "NAME" if word in named else word.casefold()
        for word in _WORD.findall(text)[:_MOST_WORDS]
    ]
    of = [kinds().get(word, ()) for word in words]
    found = {"s:" + _stem(word) for word in words}
    found |= {f"b:{a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)}
    # "teach", "teacher" and "teaching" begin alike.
    found |= {"p:" + word[:5] for word in words if len(word) > 5}
    found.add("who:" + "+".join(sorted(_PERSONS.intersection(words))))
    found |= {"k:" + kind for mine in of for kind in mine}
    mixed = [mine[0] if mine else word for mine, word in zip(of, words, strict=True)]
    found |= {f"m:{a} {b}" for a, b in pairwise(mixed)}
    asked = [word.casefold() for word in _WORD.findall(_bare(parsed.asked))[:4]]
    if asked:
        found |= {"h:" + asked[0], "hh:" + " ".join(asked[:2]), "hhh:" + " ".join(asked[:3])}
    if parsed.lead.strip():
        found.add("lead")
    if named:
        found.add("named")
    if is_specific(parsed, contact):
        found.add("specific")
    found |= {"sign:" + name for name, rule in rules("signs").items() if rule.search(text)}
    if asks_leave(parsed.first):
        found.add("leave")
    if job_ask(text):
        found.add("job")
    if personal := too_personal(text):
        found.add("personal:" + personal[0])
    if search := searchable(parsed.asked):
        found.add("search:" + search[0])
    found.add("short" if len(words) <= 5 else "long" if len(words) > 16 else "middling")
    return sorted(found)
