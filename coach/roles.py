"""What somebody is ("dentist", "head of sales"), told from what one works in ("public policy", "Maschinenbau")."""

import re

from coach.reading.words import word_list

_ROLES = word_list("roles")
# Of words that nobody listed: who does it by their end, in English and in other languages.
_ENDS = re.compile(
    r"\w{3,}(?:ologist|ographer|ician|icist|omist|armacist|therapist|woman|person|eneur|ineer|ingenieur)s?$"
)
_ENDS_MAYBE = re.compile(
    r"\w{3,}(?:er|or|ist|ian|ant|eur|euse|man|ive|ctor|apeut|ologe|anwalt|innen|erin|eurin|istin|eutin|ologin)s?$"
)
_NO_ROLE = word_list("no_roles")
_HEAD_ENDS = re.compile(
    r"\s(?:at|with|in|for|of|from|who|and|on|by|like|since|turned|but|@|&|\+|/|or|to|near|specialising|"
    r"specializing)\s|[,(/–]"
)
_HEADING = re.compile(r"(?:head|director|chief|vice|lead|deputy) ", re.I)


# What one works in, by its last word.
_FIELD = re.compile(
    r"(?:(?!(?:for|of|about|to|in)\b)[\w&'’-]+ ){0,3}(?:research|engineering|design|marketing|nursing|teaching|"
    r"medicine|law|finance|consulting|"
    r"journalism|publishing|management|development|conservation|accounting|advertising|education|policy|health|"
    r"banking|security|"
    r"sustainability|energy|tourism|psychology|\w{3,}ology|analytics|economics|politics|logistics|statistics|science|"
    r"HR|UX|IT|AI|work with \w+|"
    r"Maschinenbau|\w*[Ii]nformatik|\w*technik|\w*wesen|\w*wissenschaften|Medizin|Jura|Architektur)",
)


def names_field(words: str) -> bool:
    """Whether `words` are what somebody works in, and nothing else: "public policy", "Maschinenbau"."""
    return bool(_FIELD.fullmatch(words))


def names_role(words: str) -> bool:
    """Whether `words` begin with what somebody is, without an article: "patent attorney with a PhD"."""
    head = _head(words)
    return len(head) < 5 and _is_role(head)


def may_be_role(words: str) -> bool:
    """The same where a role was asked for, so that an unknown word may be one by its end: "Informatiker"."""
    head = _head(words)
    last = head[-1] if head else ""
    return bool(_HEADING.match(words)) or _is_role(head) or bool(_ENDS_MAYBE.match(last) and last not in _NO_ROLE)


def _head(words: str) -> list[str]:
    return [word.strip(".!?").lower() for word in _HEAD_ENDS.split(words, maxsplit=1)[0].split()]


def _is_role(head: list[str]) -> bool:
    last = head[-1] if head else ""
    return last in _ROLES or last.removesuffix("s") in _ROLES or bool(_ENDS.match(last) and last not in _NO_ROLE)
