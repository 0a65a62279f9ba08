"""Whether a question names something of this person's own: a post, a project, an article, a place, a move."""

import re
from functools import cache, lru_cache

from coach.questions.clauses import ParsedQuestion
from coach.questions.rulebook import LATELY, lines, rules

_NAME = re.compile(r"(?<=[^.?!:(\s])\s+['\"(]?([A-Z][\w'-]*[a-z][\w'-]*)")
_YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_TITLE = re.compile(r"(?<!\w)(['\"])[A-Z][^'\"]{2,60}\1(?!\w)")
_PAST = re.compile(r"\b(?:did|was|were|had)\b", re.I)
_YOU = re.compile(r"\byou(?:r|rs|'ve|'d|'re)?\b", re.I)
_LEAVING = re.compile(r"\b[Ll]eav(?:e|ing) (?=[A-Z])")
# Names of others, who are no part of this person's past.
_OTHERS = re.compile(r"\b(?:like|such as|write to|a place in|between) (?:(?:mr|mrs|ms|dr|prof|professor)\.? )?[A-Z]\w+")


@cache
def _no_names() -> frozenset[str]:
    return frozenset(" ".join(lines("naming")["no names"]).split())


def names(parsed: ParsedQuestion, contact: str = "") -> tuple[str, ...]:
    """The proper names, titles and years in the text, without the contact's own name."""
    own = {part.casefold() for part in contact.split()}
    found = [m[1] for m in _NAME.finditer(parsed.plain)]
    found += [m[0] for m in _TITLE.finditer(parsed.plain)] + [m[0] for m in _YEAR.finditer(parsed.plain)]
    return tuple(
        word
        for word in found
        if word.removesuffix("'s") not in _no_names() and word.removesuffix("'s").casefold() not in own
    )


@lru_cache(maxsize=LATELY)
def is_specific(parsed: ParsedQuestion, contact: str = "") -> bool:
    """Whether something of this person's own background is named."""
    plain, lead = parsed.plain, parsed.lead
    if names_a_deed(parsed) or rules("naming")["thing"].search(lead) or rules("naming")["work"].search(plain):
        return True
    if rules("naming")["role"].search(plain) or rules("naming")["move"].search(plain):
        return True
    time = rules("naming")["time"].search(plain)
    if time and time[0].lower().startswith("your"):
        return True
    named = names(parsed, contact)
    if not named or (len(named) <= 2 and _OTHERS.search(plain)):
        return False
    past = _PAST.search(plain) and not rules("naming")["field"].search(plain)
    return bool(_YOU.search(plain) or _LEAVING.search(plain) or lead.strip() or past)


def names_a_deed(parsed: ParsedQuestion) -> bool:
    """Whether the lead tells the person what they did: "You left the bank to run a food stall."."""
    return bool(rules("naming")["deed"].search(parsed.lead)) and not rules("naming")["generic"].search(parsed.lead)
