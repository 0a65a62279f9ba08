"""Where they meet, as one says it to the reader: the student noted it for themselves ("I call him on …")."""

import re

from coach import gaps
from coach.capitals import lowered, named_calmly
from coach.facts import Facts
from coach.haste import written_out
from coach.person import speaks_about, turned
from coach.typed import bare, sentences
from coach.wording import reader, sentence

_I_CALL = re.compile(
    r"i(?:['’]ll| will)? (?:call|ring|phone)"
    r"(?: (?:him|her|them|you)| (?:his|her|their|your) (?P<device>cell|mobile|phone|landline|office)(?: number)?)?"
    r"(?=$|[\s:,–-]*(?:(?:on|at|under)\s|[\d+(]|(?:the )?number is in (?:the|my|your) (?:email|message|signature)$))"
    r"[\s:,–-]*"
    r"(?:(?P<at>on|at|under)\s+)?(?P<number>.*)",
    re.I,
)
_THEY_CALL = re.compile(
    r"(?:she|he|they|you)(?:['’]ll| will)? (?:call|ring|phone)s? me\b[\s:,–-]*"
    r"(?:(?P<at>on|at|under)\s+)?(?P<number>.*)",
    re.I,
)
_ON_MINE = re.compile(r"(?:on )?my (?:mobile|cell|phone|landline)(?: phone| number)?")
# What the student is to do there: said to the reader it is nonsense.
_FOR_ME = re.compile(
    r"\b(?:ask|remember|bring|don.t forget|has (?:she|he))\b|\b(?:she|he)(?:['’]s| is| prefers| wants| likes)\b", re.I
)
_TO_MYSELF = re.compile(r"(?:[,.;!(–-] ?|^)(?:bring|test|remember|don['’]t forget|check|ask for|wear|pay)\b", re.I)
_FOR_ME_ALONE = re.compile(r"\b[Ii] host\b")
# What says no more than how they talk.
_MODE = re.compile(r"(?:by |on the |via )?(?:phone|telephone|call|phone call|online)", re.I)
# What stands at many addresses, and wants its article.
_ONE_OF_MANY = re.compile(
    r"(?:main |side |back |front )?(?:entrance|reception|lobby|canteen|cafeteria|library|bench|foyer|station|gate|"
    r"meeting point|park|bakery|café|cafe|bar|pub|restaurant|cafeteria|mensa|fountain|playground|bus stop|tram stop|"
    r"car park|coffee shop|bookshop|hospital (?:canteen|cafeteria|café)|"
    r"university (?:canteen|library|café)|public library|student union|town hall)\b(?! \d)"
)
_PLACED = re.compile(r"(?:at|in|on|by|near|outside|inside|under|behind|opposite)\b", re.I)
_A_ROOM = re.compile(r"(?:room|building|office|lab|hall)\b", re.I)
_WHO_SENDS = re.compile(
    r"\b(?P<who>I|you) (?P<act>send|share|email)(?: (?:him|her|them|you|me))?(?= (?:the|an?|my|your)\b)"
)
# What no longer holds once the link is there.
_TO_COME = re.compile(
    r"(?:^|,\s*)(?:she|he|they|you|I)(?:['’]ll| will)? (?:sends?|shares?|emails?) (?:me |them |her |him )?"
    r"(?:the|a) (?:link|invite|invitation)(?=,)",
    re.I,
)
_APP = re.compile(r"^((?:on )?)(zoom|teams|google meet|webex|microsoft teams)\b", re.I)
_TO_FOLLOW = re.compile(r",? (?:the )?link (?:comes|will come|follows|coming|to come)(?: later| soon)?$", re.I)
_LINK = re.compile(r"://|\b\w+\.\w{2,}/", re.I)


def line(facts: Facts) -> str:
    """The place by the mode, for a line of its own."""
    if facts.mode == "phone" and (call := _call(facts)):
        return f"by phone, {call}"
    mode = {"phone": "by phone", "online": "online"}.get(facts.mode, "")
    return ", ".join(words for words in (mode, place(facts)) if words)


def where(facts: Facts) -> str:
    """The place in one sentence, by the mode."""
    if not place(facts):
        return {"phone": "We'll talk by phone.", "online": "We'll talk online."}.get(facts.mode, "")
    if facts.mode == "phone":
        by = "by phone, on" if re.match(r"[+(\d][\d\s()./+-]*$", place(facts)) else "by phone:"
        return sentence(_call(facts) or f"We'll talk {by} {place(facts)}")
    if facts.mode == "online":
        # A stop behind an address would become a part of it.
        words = f"We'll meet online: {place(facts)}"
        return words if _LINK.search(facts.place) else sentence(words)
    return f"We'll meet here: {place(facts)}."


def aloud(facts: Facts) -> str:
    """The same as one says it: nobody reads out an address of the web."""
    if facts.mode == "online" and _LINK.search(facts.place):
        return "We'll meet online, and I'll make sure you have the link."
    words = place(facts)
    if facts.mode in {"phone", "online"} or not words or words.startswith("["):
        return where(facts)
    inside = lowered(words)
    before = "" if _PLACED.match(inside) else "in " if _A_ROOM.match(words) else "at "
    inside = words if before == "in " else inside
    # "at the main entrance", but "at Café Central".
    if before == "at " and inside[0].islower() and (one := _ONE_OF_MANY.match(inside.lower())):
        inside = f"the {one[0]}{inside[one.end() :]}"
    return sentence(f"We'll meet {before}{inside}")


def place(facts: Facts) -> str:
    """What was noted of the place, said to the reader; in a gap where it is not certain how."""
    words = _TO_FOLLOW.sub(" (the link will follow)", facts.place)
    words = (
        words
        if "://" in words
        else _APP.sub(lambda found: found[1] + found[2].title(), named_calmly(written_out(words)))
    )
    words = _TO_COME.sub("", words).lstrip(", ") if "://" in words else bare(words)
    if _MODE.fullmatch(words):
        return ""
    words = re.sub(r"^on (?=Zoom|Teams|Skype|Google|Webex)", "", re.sub(r"\bi(?=\s|['’])", "I", words))
    if facts.mode == "in_person" and re.match(r"(?:we|I)\b", words, re.I):
        return gaps.to_say(words)
    if _TO_MYSELF.search(words) or (facts.mode != "in_person" and len(sentences(words)) > 1):
        return gaps.to_say(words)
    if speaks_about(words, reader(facts)):
        if _FOR_ME.search(words):
            return gaps.to_say(words)
        words = turned(words, reader(facts)).words
    words = _WHO_SENDS.sub(_will_send, words)
    if facts.mode == "online" and _FOR_ME_ALONE.search(words):
        return gaps.to_say(words)
    return words


def _will_send(found: re.Match[str]) -> str:
    return "I'll send you" if found["who"] == "I" else f"you'll {found['act']}"


def _call(facts: Facts) -> str:
    """ "I'll call you on 030 1234": who calls whom, where the student noted it."""
    if _ON_MINE.fullmatch(words := facts.place.strip(" .")):
        return f"you'll call me {words if words.startswith('on ') else f'on {words}'}"
    for pattern, told in ((_I_CALL, "I'll call you"), (_THEY_CALL, "you'll call me")):
        if found := pattern.fullmatch(facts.place.strip(" .")):
            # "+353, so don't ignore it!" is for nobody else.
            if re.search(r"don['’]t|!", found["number"]):
                return told
            if device := found.groupdict().get("device"):
                told = f"I'll call your {device}"
            if number := re.match(r"(?:the )?number(?= is in )", found["number"], re.I):
                return f"{told} (the number{found['number'][number.end() :]})"
            if re.match(r"\((?!\d)", found["number"]):
                return f"{told} {found['number']}"
            at = "at" if (found["at"] or "").lower() == "at" else "on"
            return f"{told} {at} {found['number']}" if found["number"] else told
    return ""
