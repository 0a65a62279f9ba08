"""Is somebody greeted, or anybody? (docs/CRAFT.md, "Asking")"""

import re
from dataclasses import dataclass

from coach.messages.parsed import ParsedMessage
from coach.reading.normalise import normalise
from coach.reading.phrases import Match

_HELLO = re.compile(
    r"[\W_]*(?P<hello>dear(?:est)?|my dear|hi+(?:ya)?|hello+|hey+|he+y+a|good (?:morning|afternoon|"
    r"evening|day)|greetings(?: of the day)?|respected|esteemed|honou?rable|to|attention|attn|yo+|sup|"
    r"namaste|salaam|salam|hola|bonjour|g'?day|howdy|morning|afternoon|evening|yeah hi|oh hi|ok hi|"
    r"dearest|wassup|whats up|what's up|what up|ayo|oi|hiya|yeah|salutations|aloha|wagwan|ciao|hallo|"
    r"hullo|bonsoir|peace|welcome)\b[,:!.]?\s?(?P<whom>[^\n]{0,90})",
)
_CROWD = re.compile(
    r"(?:(?:there|again|to|my|the|all|dear|respected|esteemed|very|fellow|whole|hon'?ble|honou?rable|"
    r"prospective|potential|future|valued|good|lovely|wonderful|you|busy|kind|distinguished|unknown|"
    r"\w+(?:ing|al|ic|ive|ity|ary|ment)?|of|and|&|/|or|the|at|in)[\s,/]++){0,4}?"
    r"(?:sirs?\s?(?:/|or|and|\\|,)?\s?(?:madams?|ma'?am|miss)?|madams?|ma'?am|gentlem[ae]n|ladies|"
    r"gents|(?:whom|who|whomsoever|whomever)(?:ever)?\s(?:it|this)|hiring|recruit\w*|recruiters?|hr|"
    r"human resources|teams?|all|everyone|every one|every body|everybody|guys|folks|people|peeps|"
    r"friends?|colleagues?|alum(?:n[iaus]+)?s?|graduates?|professionals?|engineers?|experts?|members?|"
    r"managers?|staff|committee"
    r"|department|dept|office|personnel|employers?|professors?|doctors?|lecturers?|researchers?|"
    r"scientists?|lawyers?|partners?|directors?|executives?|editors?|consultants?|designers?|"
    r"officers?|board|connections?|recipients?|reader|readers|contact|company|sirs?|y'?all|you lot|"
    r"gang|crew|lads|ladies|girls|boys|fellow \w+|anyone|anybody|someone|somebody|others|principals?|"
    r"architects?|analysts?|nurses?|leaders?|entrepreneurs?|founders?|developers?|mentors?|network|"
    r"group|community|agency|firm|club|students?|chief|boss|reception|teachers?|owners?|proprietors?|"
    r"practitioners?|administrators?|coordinator|supervisor|head|librarians?|accountants?|bankers?|"
    r"journalists?|planners?|vets?|chefs?|pharmacists?|volunteers?|speakers?|linkedin(?: (?:member|"
    r"user|friend|connection|network))?|stranger|\w+ (?:team|department|staff|community|group|manager|"
    r"professional|members?|partner|alumni|alumnus|alumna|enthusiasts?))\b"
)
_TITLE_ONLY = re.compile(r"(?:dr|doctor|prof|professor|mr|mrs|ms|miss|sir|madam|ma'?am)\.?\s*$")
_UNNAMED = re.compile(
    r"\b(?:(?:speak|talk|chat|put me through|connect me|pass me|transfer me|looking|through|get hold) "
    r"?(?:to|with|for|of)?|trying to reach|looking for|asking for) (?:whoever|whomever|someone|"
    r"somebody|anyone|anybody|one of (?:your|the)|the (?:person|people|manager|owner|head|director|"
    r"hiring|hr|boss|one|department|individual|engineer|lead|senior|recruit\w*|partner|vet|editor|"
    r"architect|supervisor|chef|team|nurse|appropriate|right person|relevant)|a (?:person|manager|"
    r"member|lawyer|nurse|engineer|vet|pharmacist|professional|designer|planner|scientist|partner|"
    r"senior|developer|doctor|human)|your (?:hr|manager|boss|hiring|recruit\w*|head|director|team|"
    r"engineer\w*|marketing|lab manager|chief|owner|communications|press|graduate))\b"
)
_NAME_NEXT = re.compile(
    r"\s*+(?:sir|madam|ma'am|professor|prof\.?|doctor|dr\.?|mr\.?|mrs\.?|ms\.?|miss|judge|chef|captain|"
    r"dean|father|sister|brother|reverend|rev\.?|engr\.?|mx\.?|director|chief|coach|officer|madame|"
    r"senator|councillor|alhaji|auntie|uncle|colonel|major|sergeant|sgt\.?|nurse)?\s*[A-Z][\w'-]+"
)


@dataclass(frozen=True)
class Greeting:
    """How the message begins: `generic` when it greets anybody; `hit` the greeting itself, where there is one."""

    generic: bool
    hit: Match | None = None


def detect(parsed: ParsedMessage) -> Greeting:
    """The greeting; in person nobody is greeted "in general", and no greeting at all is not held against anybody."""
    sentences = parsed.sentences
    if not sentences or parsed.message.channel == "in_person":
        return Greeting(False)
    first = sentences[0]
    low, plain = parsed.body.low, parsed.body.plain
    match = _HELLO.match(low, first.start, min(len(low), first.start + 110))
    if not match:
        head = re.split(r"[,:!?\n]", low[first.start : first.start + 60])[0].strip()
        if parsed.message.channel != "phone" and (
            head.startswith(("calling all", "well met, whoever"))
            or (
                _CROWD.fullmatch(head)
                and low[first.start + len(head) : first.start + len(head) + 1] in {",", ":", "!", "\n"}
            )
        ):
            return Greeting(True, Match(first, first.start, first.start + len(head)))
        return Greeting(parsed.message.channel == "phone" and _asks_for_a_role(parsed))
    start, end = match.start("hello"), _end(low, match)
    if low[start : start + 5].replace(",", "") == "to\nth":
        end = (low + "\n").index("\n", start + 4)
        return Greeting(True, Match(first, start, end))
    hit = Match(first, start, end)
    whom = low[match.end("hello") : end].strip(" ,:!.;-")
    whom_plain = plain[match.end("hello") : end].strip(" ,:!.;-")
    if match["hello"] == "to" and not (
        parsed.message.channel in {"email", "linkedin"}
        and re.match(
            r"to,?\s(?:whom|who|the|all|every|hiring|hr|any|our|your)", low[start : start + 30].replace("\n", " ")
        )
    ):
        return Greeting(parsed.message.channel == "phone" and _asks_for_a_role(parsed))
    if _names(parsed, whom):
        return Greeting(False, hit)
    if not whom or re.match(
        r"(?:i|i'm|im|my|this|it's|its|hope|we|just|a|an|is|are|was|could|may|can|thank|thanks|you|"
        r"your|am|please|how|sorry|so|if|what|who|from|name)\b",
        whom,
    ):
        if parsed.message.channel == "phone":
            return Greeting(_asks_for_a_role(parsed), hit)
        named = _names(parsed, low[first.start : first.start + 160]) or (
            match["hello"] in {"hello", "hi", "hey"} and parsed.facts.contact and _names(parsed, low[:300])
        )
        return Greeting(not named, hit)
    if whom and parsed.facts.contact and _is_role(parsed, match["hello"], whom, whom_plain):
        return Greeting(True, hit)
    generic = bool(_CROWD.fullmatch(whom) or _TITLE_ONLY.fullmatch(whom) or _starts_generic(whom, whom_plain))
    return Greeting(generic or (parsed.message.channel == "phone" and _asks_for_a_role(parsed)), hit)


def _end(low: str, match: re.Match[str]) -> int:
    """Where the greeting ends: at the first comma, stop or line's end after the name."""
    place = match.end("hello")
    begun = False
    for index in range(place, min(len(low), place + 70)):
        sign = low[index]
        if sign.isalnum():
            begun = True
        elif (
            sign == "\n"
            or (sign in ",:!;?" and begun)
            or (sign == "-" and low[index - 1 : index] == " " and begun)
            or (
                sign == "."
                and begun
                and low[max(0, index - 4) : index].split()[-1:]
                not in (["dr"], ["mr"], ["mrs"], ["ms"], ["prof"], ["st"], ["rev"], ["engr"])
                and low[index - 2 : index - 1] != " "
            )
        ):
            return index
    return min(len(low), place + 70)


def _names(parsed: ParsedMessage, words: str) -> bool:
    """Whether `words` hold a part of the contact's name; a department has none."""
    if _NOBODY.search(parsed.facts.contact) and not parsed.facts.addressed:
        return False
    known = (parsed.facts.contact, parsed.facts.addressed)
    if any(normalise(name).low.strip() in words for name in known if name.strip()):
        return True
    given = {
        *re.findall(r"\w{2,}", normalise(parsed.facts.contact).low),
        *re.findall(r"\w{2,}", normalise(parsed.facts.addressed).low),
    }
    given -= {
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "professor",
        "sir",
        "the",
        "unknown",
        "team",
        "department",
        "manager",
        "group",
        "via",
        "assistant",
        "hiring",
        "office",
        "partner",
        "alumni",
        "staff",
        "hr",
        "of",
        "and",
        "engineer",
        "recruiter",
        "editor",
        "agency",
        "for",
        "at",
    }
    sentences = set(re.findall(r"\w{2,}", words))
    if given & sentences:
        return True
    starts = {name[:3] for name in given if len(name) > 3}
    return any(word[:3] in starts and len(word) > 2 and abs(len(word) - 6) < 5 for word in list(sentences)[:6])


def _starts_generic(whom: str, plain: str) -> bool:
    match = _CROWD.match(whom)
    if not match or _NAME_NEXT.fullmatch(plain):
        head = re.match(r"(?:all|everyone|everybody|guys|folks|team|whom|there|sirs?\s?/|sir or|madam)\b", whom)
        return bool(head)
    rest = plain[match.end() :].strip()
    return not re.match(r"[A-Z]", rest) or bool(re.match(r"(?:at|of|in|or|and|from|@)\b", rest))


_PERSON_TITLE = re.compile(
    r"(?:dr|doctor|prof|professor|mr|mrs|ms|miss|mx|sir|dame|judge|justice|chef|captain|capt|dean|"
    r"father|sister|brother|rev|reverend|engr|eng|ing|barr|hon|lic|herr|frau|madame|mme|monsieur|"
    r"senor|senora|signor|signora|don|dona|shri|smt|sri|mdm|maestro|maestra|master|matron|nurse|coach|"
    r"councillor|alderman|officer|sergeant|lt|major|colonel|lord|lady|auntie|uncle|aunty|mama|chief|"
    r"mwalimu|ustaz|pastor|imam|rabbi|principal)\.?\s+(?=[A-Z])",
    re.I,
)
_ROLE_END = re.compile(
    r"(?:er|ers|or|ors|ist|ists|ian|ians|ment|ant|ants|eer|eers|officer|staff|team|people|folk|"
    r"members|lot|hands|authority|office|house|desk)$"
)
_NOBODY = re.compile(
    r"\b(?:unknown|team|network|group|department|dept|office|staff|studio|managers|management|"
    r"workshop|hotel|laboratory|reception|firm|utility|house|partner|committee|agency|clinic|"
    r"switchboard|community|members|company)\b",
    re.I,
)


def _is_role(parsed: ParsedMessage, hello: str, whom: str, plain: str) -> bool:
    """Whether a greeting without any part of the contact's name greets a role or a crowd."""
    if _PERSON_TITLE.match(plain) or re.search(r"\b(?:from|here|it's|this is|is (?:that|this))\b", whom):
        return False
    words = whom.split()
    if hello in {"to", "attn", "attention"} or words[0] in {
        "whoever",
        "whomever",
        "the",
        "all",
        "any",
        "fellow",
        "those",
        "good",
    }:
        return True
    if parsed.message.channel == "phone":
        return False
    lower = plain == plain.lower() and parsed.message.body[:1].isupper() and len(words) <= 6 and len(words) > 1
    role = bool(_ROLE_END.search(words[0]) or (len(words) > 1 and _ROLE_END.search(words[-1]))) or " of " in whom
    nobody = bool(_NOBODY.search(parsed.facts.contact))
    return lower or (role and (len(words) > 1 or nobody)) or (nobody and len(words) > 1)


_AFTER_ROLE = re.compile(
    r"\b(?:whoever|whomever|one of the|one of your|(?:get|put) (?:me )?(?:on )?(?:one of|anyone|"
    r"someone|somebody)|put anyone on|i'?m after (?:whoever|someone|somebody|anyone)|a word (?:with|"
    r"wi) (?:whoever|someone|somebody|anyone)|whoever's in charge|the person in charge|anyone "
    r"(?:there|in the|who))\b"
)


def _asks_for_a_role(parsed: ParsedMessage) -> bool:
    if any(_names(parsed, sentence.low) for sentence in parsed.sentences[:2]) and not _NOBODY.search(
        parsed.facts.contact
    ):
        return False
    return any(_UNNAMED.search(sentence.low) or _AFTER_ROLE.search(sentence.low) for sentence in parsed.sentences[:5])
