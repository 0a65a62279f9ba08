"""Is a slot of a template still unfilled, in whatever notation? (docs/CRAFT.md, "Messages")"""

import re
from collections.abc import Iterable
from functools import lru_cache

from coach import gaps as left
from coach.messages.parsed import ParsedMessage
from coach.reading.phrases import Match
from coach.reading.sentences import Sentence

_SLOT = (
    "name|names|company|organi[sz]ation|firm|employer|industry|field|sector|university|college|"
    "school|institution|degree|major|programme|program|course|subject|year|title|position|role|job|"
    "department|team"
    "|city|location|place|date|day|time|topic|project|article|event|conference|contact|recipient|"
    "referrer|mutual|connection|person|phone|number|email|link|reason|skill|interest|area|specialty|"
    "class|professor|hobby"
    "|first|last|firstname|lastname|surname|his|her|their|your|my|insert|fill|add|specific|describe|"
    "mention|something|details?|example|x|xx|xxx|placeholder|tbd|tbc|todo|salutation|signature|"
    "linkedin|url|duration|minutes|weekday|month|semester"
)
_BRACKET = re.compile(
    r"\[\s*([^\[\]\n]{1,400}?)\s*\]|\{\{?\s*([^{}\n]{1,60}?)\s*\}?\}|<<?\s*([^<>\n]{1,60}?)\s*>>?|"
    r"%{1,2}([A-Za-z_]{3,30})%{1,2}|\$\{?([A-Z_]{3,30})\}?"
)
_CITATION = re.compile(
    r"\b(?:19|20)\d\d\b|^\d{1,3}(?:[-,]\s?\d+)*$|^(?:sic|attached|enclosed|smile|\.\.\.|…|see below|"
    r"laughs|joking|she|he|they|link removed|ha|emphasis.*|laughter|applause|inaudible|crosstalk|"
    r"music|pause|silence|sighs?|pdf|1st|sic!|external|ext|cc|re|fwd?|spoiler|edit|redacted)$|^(?:she|"
    r"he|they|ze)/",
    re.I,
)
_ADDRESS = re.compile(r"@|://|www\.|\.\w{2,4}(?:/|$)|^/?\w{1,6}\s?/?$|\d\s*$|^-+$|^[3\-:)(]+$")
_BLANK = re.compile(
    r"_{2,}|\.{5,}|…{2,}|\bX{2,}\b|\bx{3,}\b|\b[Xx]{1}\s(?=years?\b|university\b|company\b)|(?<=Dear "
    r")(?=[,:])|\bTBD\b|\bTBC\b|\bTODO\b|\blorem ipsum\b|\*{3,}|(?<!\?)\?{4,}(?=\s\w)|#[A-Z_]{3,}#?|"
    r"(?<=\s)-{4,}(?=\s\w)"
)
_CAPITALS = re.compile(
    r"(?<![\w.])(?:COMPANY|INDUSTRY|NAME|YEAR|MAJOR|SCHOOL|UNIVERSITY|COLLEGE|POSITION|FIELD|TITLE|"
    r"TOPIC|CITY|ROLE|CONTACT|RECIPIENT|ORGANI[SZ]ATION|DEGREE|DEPARTMENT|PROJECT|ARTICLE|EVENT|"
    r"EMPLOYER|FIRM|TEAM NAME|NAME OF \w+"
    r"|PROGRAMME|PROGRAM|FIRSTNAME|LASTNAME|SURNAME|REFERRER|INSERT|SECTOR|COURSE|LOCATION|JOB TITLE|"
    r"JOB_TITLE|FIRST[ _]NAME|LAST[ _]NAME)(?:[ _-][A-Z]{2,}){0,3}(?!\w)"
)
_WORDS = re.compile(
    r"\b(?:(?:Job|Company|Organi[sz]ation|University|School|Position|Recipient|Contact|Person|First|"
    r"Last|Full|Employer|Industry|Firm|Event|Project|Department|Course|Role|Field|Professor|Referrer|"
    r"Your|City|Mutual Contact|Surname)(?:'s)?\s(?:Title|Name|Names|Surname|Here|Field|Role|Company|"
    r"University|School|Degree|Major|Year|Position|Industry|Number|Topic|City|Department|"
    r"Course)(?:\sHere)?)\b"
    r"|\b(?:[Ii]nsert|[Ff]ill in|[Ee]nter|[Tt]ype) (?:your |the |their |his |her |a |an |my |company |"
    r"contact's |person's |specific |relevant |recipient's |one |something )*(?:name|company|reason|"
    r"title|details?|topic|role|specific\w*|field|year|major|university|school|interest|project|"
    r"article|number|date|compliment|fact|school|here|job title|position|industry|skill|achievement|"
    r"employer)\b(?: here)?"
    r"|\((?:your|their|the|my|insert|name of|company|name|university|school|year|title|topic|date|"
    r"field|job|position|fill|contact|e\.g\. |first|last|referrer|specific|degree|major|role|"
    r"organi[sz]ation|recipient|course|subject|industry)(?:[\s/][\w'/-]+){0,4}\)"
    r"|\b[Nn]ame of (?:the )?(?:company|person|contact|school|university|organi[sz]ation|professor|"
    r"mutual|firm|course|article|project)\b"
)
_HERE = re.compile(
    r"\b(?:[Mm]ention|MENTION|[Ii]nsert|INSERT|[Ff]ill in|[Ee]nter|(?<=, )state|(?<=- )(?:name|add|"
    r"describe|write|give|put))\s(?!my|me\b|us\b)(?:[\w']+,?\s){0,6}(?:here|HERE)\b"
    r"|\b(?:delete (?:what does not apply|as appropriate|whichever)|choose one|circle one|pick one\])"
    r"|\bcontact's (?:first|last|full)? ?(?:and last )?name\b"
    r"|\"(?:insert [^\"\n]{2,40}|(?:your |the |contact |company |full )?name(?: of [\w ]{3,20})?|year "
    r"and course|field|company|industry|position|job title|your [\w ]{3,20}|pause for answer|"
    r"university|course)\""
    r"|\?\?(?=\s(?:year|student|University|College))"
)
_PAREN_SLOT = re.compile(
    rf"\((?:(?:your|their|his|her|the|insert|my|a|of|name|specific|relevant|"
    rf"current)[\s/]+)*(?:{_SLOT})(?:[\s/]+(?:{_SLOT}|here|of|or|and|the|in|at)){{0,4}}\)",
    re.I,
)
_SLOT_WORD = re.compile(rf"\b(?:{_SLOT})", re.I)


def gaps(parsed: ParsedMessage) -> list[Match]:
    """Every slot that nobody filled in, each once, in the order of the text."""
    cached: list[Match] | None = parsed.__dict__.get("_gaps")
    if cached is None:
        found = (hit for sentence in parsed.all for hit in sorted(_in(sentence), key=lambda hit: (hit.start, -hit.end)))
        cached = []
        for hit in found:
            last = cached[-1] if cached else None
            if last is None or last.sentence.part != hit.sentence.part or hit.start >= last.end:
                cached.append(hit)
        parsed.__dict__["_gaps"] = cached
    return cached


def _in(sentence: Sentence) -> Iterable[Match]:
    plain, start, end = sentence.text.plain, sentence.start, sentence.end
    for match in _BRACKET.finditer(plain, start, end):
        inner = next((group for group in match.groups() if group is not None), "")
        angled = match[0].startswith("<") and not match[0].startswith("<<")
        ours = bool(left.SAYING.match(match[0]))
        if (_CITATION.search(inner) and not ours) or (
            angled and (_ADDRESS.search(inner) or not _SLOT_WORD.search(inner))
        ):
            continue
        if (
            match[0].startswith("[")
            and not ours
            and len(re.findall(r"\w+", inner)) > 7
            and not _SLOT_WORD.search(inner)
        ):
            continue
        yield Match(sentence, *match.span())
    for pattern in (_BLANK, _WORDS, _HERE):
        for match in pattern.finditer(plain, start, end):
            if match[0].startswith("(") and not _PAREN_SLOT.fullmatch(match[0]):
                continue
            yield Match(sentence, *match.span())
    for match in _CAPITALS.finditer(plain, start, end):
        if _shouted(plain[start:end]):
            break
        yield Match(sentence, *match.span())


@lru_cache(maxsize=64)
def _shouted(words: str) -> bool:
    """A sentence typed in capitals throughout is loud, not unfilled."""
    letters = [sign for sign in words if sign.isalpha()]
    return len(letters) > 12 and sum(sign.isupper() for sign in letters) > 0.7 * len(letters)
