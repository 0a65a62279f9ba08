"""Is somebody greeted, or anybody? (practice §3: "salutation with title and checked name")"""

import re
from dataclasses import dataclass

from coach.messages.letter import Letter
from coach.reading.phrases import Hit

_HELLO = re.compile(
    r"[\W_]*(?P<hello>dear(?:est)?|my dear|hi+(?:ya)?|hello+|hey+|he+y+a|good (?:morning|afternoon|evening|day)|greetings(?: of the day)?|respected|esteemed|honou?rable|to|attention|attn|yo+|sup|namaste|salaam|salam|hola|bonjour|g'?day|howdy|morning|afternoon|evening|yeah hi|oh hi|ok hi|dearest)\b[,:!.]?\s?(?P<whom>[^\n]{0,90})",
)
_CROWD = re.compile(
    r"(?:(?:there|again|to|my|the|all|dear|respected|esteemed|very|fellow|whole|hon'?ble|honou?rable|prospective|potential|future|valued|good|lovely|wonderful|you|busy|kind|distinguished|unknown|\w+(?:ing|al|ic|ive|ity|ary|ment)?|of|and|&|/|or|the|at|in)[\s,/]+){0,4}?"
    r"(?:sirs?\s?(?:/|or|and|\\|,)?\s?(?:madams?|ma'?am|miss)?|madams?|ma'?am|gentlem[ae]n|ladies|gents|(?:whom|who|whomsoever|whomever)(?:ever)?\s(?:it|this)|hiring|recruit\w*|recruiters?|hr|human resources|teams?|all|everyone|every one|every body|everybody|guys|folks|people|peeps|friends?|colleagues?|alum(?:n[iaus]+)?s?|graduates?|professionals?|engineers?|experts?|members?|managers?|staff|committee"
    r"|department|dept|office|personnel|employers?|professors?|doctors?|lecturers?|researchers?|scientists?|lawyers?|partners?|directors?|executives?|editors?|consultants?|designers?|officers?|board|connections?|recipients?|reader|readers|contact|company|sirs?|y'?all|you lot|gang|crew|lads|ladies|girls|boys|fellow \w+|anyone|anybody|someone|somebody|others|principals?|architects?|analysts?|nurses?|leaders?|entrepreneurs?|founders?|developers?|mentors?|network|group|community|agency|firm|club|students?|chief|boss|reception|teachers?|owners?|proprietors?|practitioners?|administrators?|coordinator|supervisor|head|librarians?|accountants?|bankers?|journalists?|planners?|vets?|chefs?|pharmacists?|volunteers?|speakers?|linkedin(?: (?:member|user|friend|connection|network))?|stranger|\w+ (?:team|department|staff|community|group|manager|professional|members?|partner|alumni|alumnus|alumna|enthusiasts?))\b"
)
_TITLE_ONLY = re.compile(r"(?:dr|doctor|prof|professor|mr|mrs|ms|miss|sir|madam|ma'?am)\.?\s*$")
_UNNAMED = re.compile(
    r"\b(?:(?:speak|talk|chat|put me through|connect me|pass me|transfer me|looking|through|get hold) ?(?:to|with|for|of)?|trying to reach|looking for|asking for) (?:whoever|whomever|someone|somebody|anyone|anybody|one of (?:your|the)|the (?:person|people|manager|owner|head|director|hiring|hr|boss|one|department|individual|engineer|lead|senior|recruit\w*|partner|vet|editor|architect|supervisor|chef|team|nurse|appropriate|right person|relevant)|a (?:person|manager|member|lawyer|nurse|engineer|vet|pharmacist|professional|designer|planner|scientist|partner|senior|developer|doctor|human)|your (?:hr|manager|boss|hiring|recruit\w*|head|director|team|engineer\w*|marketing|lab manager|chief|owner|communications|press|graduate))\b"
)
_NAME_NEXT = re.compile(r"\s*(?:sir|madam|ma'am|professor|prof\.?|doctor|dr\.?|mr\.?|mrs\.?|ms\.?|miss|judge|chef|captain|dean|father|sister|brother|reverend|rev\.?|engr\.?|mx\.?|director|chief|coach|officer|madame|senator|councillor|alhaji|auntie|uncle|colonel|major|sergeant|sgt\.?|nurse)?\s*[A-Z][\w'-]+")


@dataclass(frozen=True)
class Greeting:
    """How the message begins: `generic` when it greets anybody; `hit` the greeting itself, where there is one."""

    generic: bool
    hit: Hit | None = None


def read(letter: Letter) -> Greeting:
    """The greeting; in person nobody is greeted "in general", and no greeting at all is not held against anybody."""
    said = letter.said
    if not said or letter.message.channel == "in_person":
        return Greeting(False)
    first = said[0]
    low, plain = letter.body.low, letter.body.plain
    match = _HELLO.match(low, first.start, min(len(low), first.start + 110))
    if not match:
        return Greeting(letter.message.channel == "phone" and _asks_for_a_role(letter))
    start, end = match.start("hello"), _end(low, match)
    hit = Hit(first, start, end)
    whom = low[match.end("hello") : end].strip(" ,:!.;-")
    whom_plain = plain[match.end("hello") : end].strip(" ,:!.;-")
    if match["hello"] in {"to", "attention", "attn"} and not re.match(r"(?:to )?(?:whom|who|the|all|everyone|attn|hiring|hr)", low[start : start + 25].replace("to ", "", 1)):
        return Greeting(False)
    if _names(letter, whom):
        return Greeting(False, hit)
    if not whom or re.match(r"(?:i|i'm|im|my|this|it's|its|hope|we|just|a|an|is|are|was|could|may|can|thank|thanks|you|your|am|please|how|sorry|so|if|what|who|from|name)\b", whom):
        if letter.message.channel == "phone":
            return Greeting(_asks_for_a_role(letter), hit)
        named = _names(letter, low[first.start : first.start + 160]) or match["hello"] in {"hello", "hi", "hey"} and letter.facts.contact and _names(letter, low[:300])
        return Greeting(not named, hit)
    generic = bool(_CROWD.fullmatch(whom) or _TITLE_ONLY.fullmatch(whom) or _starts_generic(whom, whom_plain))
    return Greeting(generic or (letter.message.channel == "phone" and _asks_for_a_role(letter)), hit)


def _end(low: str, match: re.Match[str]) -> int:
    """Where the greeting ends: at the first comma, stop or line's end after the name."""
    place = match.end("hello")
    begun = False
    for index in range(place, min(len(low), place + 70)):
        sign = low[index]
        if sign.isalnum():
            begun = True
        elif sign in ",:!;\n?" and begun or (sign == "-" and low[index - 1 : index] == " " and begun):
            return index
        elif sign == "." and begun and low[max(0, index - 4) : index].split()[-1:] not in (["dr"], ["mr"], ["mrs"], ["ms"], ["prof"], ["st"], ["rev"], ["engr"]) and low[index - 2 : index - 1] != " ":
            return index
    return min(len(low), place + 70)


def _names(letter: Letter, words: str) -> bool:
    """Whether `words` hold a part of the contact's name."""
    given = {*re.findall(r"\w{2,}", letter.facts.contact.casefold()), *re.findall(r"\w{2,}", letter.facts.addressed.casefold())}
    given -= {"dr", "mr", "mrs", "ms", "prof", "professor", "sir", "the", "unknown", "team", "department", "manager", "group", "via", "assistant", "hiring", "office", "partner", "alumni", "staff", "hr", "of", "and", "engineer", "recruiter", "editor", "agency", "for", "at"}
    return bool(given & set(re.findall(r"\w{2,}", words)))


def _starts_generic(whom: str, plain: str) -> bool:
    match = _CROWD.match(whom)
    if not match or _NAME_NEXT.fullmatch(plain):
        head = re.match(r"(?:all|everyone|everybody|guys|folks|team|whom|there|sirs?\s?/|sir or|madam)\b", whom)
        return bool(head)
    rest = plain[match.end() :].strip()
    return not re.match(r"[A-Z]", rest) or bool(re.match(r"(?:at|of|in|or|and|from|@)\b", rest))


def _asks_for_a_role(letter: Letter) -> bool:
    return any(_UNNAMED.search(sentence.low) for sentence in letter.said[:5])
