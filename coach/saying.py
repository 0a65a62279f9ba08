"""What a student typed, said: one whole sentence of a letter in its frame (coach.frames), or quoted, or in a gap."""

import re
from dataclasses import replace

from coach import gaps
from coach.capitals import PASTS, answered, lowered, quieted
from coach.deeds import as_an_offer, as_ing, to_you
from coach.frames import ESPECIALLY, NEWS, OFFER, REASON, Frame, capital
from coach.haste import written_out
from coach.leads import ASKS, LEADS_TO_AN_ACT
from coach.person import (
    THEY,
    about_them_at_the_end,
    means_anybody,
    speaks_about,
    speaks_to,
    tells_of_many,
    tells_them_of_another,
    third_persons,
    turned,
)
from coach.typed import (
    CONJUNCTION,
    MOST_SENTENCES,
    MOST_WORDS,
    Shape,
    Typed,
    bare,
    ended,
    is_a_thing,
    is_english,
    is_latin,
    joint,
    link_of,
    parts,
    plain,
    quoted,
    read,
    says_something,
    sentences,
    with_capitals,
    without_quotes,
)
from coach.verbs import is_also_noun, without_ing
from coach.why import as_a_reason, gives_a_reason, in_two, of_theirs, sentence_of

MOST_ASIDE = 16
_THEIR_WORDS = re.compile(r"you (?:can|could|may)\b.*\bme\b|.*, (?:just|please) \w", re.I)
_MY_OWN = re.compile(r", (?:I|my)\b")
# "a visa appointment, can't be changed"
# "my daughter is ill and no babysitter"
_AND_NO = re.compile(r"^(?P<so>\w+ \w+ (?:is|are|was|has) [\w ]+?) and no (?=\w+$)", re.I)
_HAVING = re.compile(r"^have (?=(?:an?|no|the|my)\b)", re.I)
_SORRY = re.compile(r"(?<=\w),? (?:(?:so|very|really) )?sorry$", re.I)
# "accepted to the programme": they were.
_DONE_TO_ME = re.compile(
    r"^(?:(?:just|finally|now) )?(?:accepted (?:to|at|into|for|by)|(?:admitted|shortlisted|nominated|"
    r"selected|chosen|elected|invited|promoted|rejected|hired)(?= (?:to|at|into|for|by|as|from|in)\b)|(?:awarded|"
    r"offered)(?= (?:an?|the)\b))",
    re.I,
)
# "exam got moved": that of the student's.
_OF_MINE = re.compile(
    r"^(?:exam|flight|train|bus|car|laptop|boss|manager|shift|kid|child|son|daughter|mother|mum|mom|father|dad|"
    r"landlord|"
    r"roommate|flatmate|grandmother|grandfather|internet|wifi|supervisor|prof|professor|lecture|class|course|"
    r"seminar|visa|flat)"
    r"(?= (?:is|was|got|has|had|are|were|broke|needs|changed|died|starts|called|asked|moved|gets|isn['’]t|can['’]t)\b)",
    re.I,
)
# "finally found a flat", "completely forgot"
_I_DID = re.compile(
    r"^(?:finally|just|recently|already|also|completely|totally|accidentally|only just|almost|nearly) (\w+)(?= )|"
    r"^(?:completely|totally) (forgot)$",
    re.I,
)
# "failed but trying again"
_BUT_DOING = re.compile(
    r"(?P<link>\b(?:but|and)) (?=(?:(?:now|still) )?(?:trying|working|looking|waiting|studying|preparing|hoping|"
    r"thinking|"
    r"applying|planning|moving|starting) (?:again|at|for|in|on|to|about|my|the|an?)\b)"
)
# "in Sweden since August", "just back from Lund"
_IN_A_PLACE = re.compile(
    r"^(?:(?:[Nn]ow |[Ff]inally )?[Ii]n (?=[A-Z][^,.;]{1,30}(?P<since> since\b))|(?:[Nn]ow|[Ff]inally) in (?=[A-Z])|"
    r"(?:[Nn]ow |[Jj]ust |[Ff]inally )?[Bb]ack (?=(?:from|in|at|home)\b))"
)
# "waiting for the results"
_DOING_IT = re.compile(
    r"(?:(?:just|now|still|currently|also) )?(?P<act>\w+ing) (?:for|to|in|at|on|with|as|about|back|part|full|an?|"
    r"the|my|"
    r"our|hard|again|abroad)\b",
    re.I,
)
_WITHOUT_SUBJECT = re.compile(r", (?=(?:(?:can['’]?t|cannot|has to|must) be|is|takes) )")


def say(frame: Frame, raw: str, names: tuple[str, ...] = ()) -> str:
    """One whole sentence of a letter from what a student typed; empty where nothing was.

    In: `names`, by which the reader is called (coach.person.names_of).
    """
    words = with_capitals(written_out(plain(raw)))
    words = quieted(words) if words.isupper() else words
    words = as_a_reason(words) if frame.points else words
    words = as_an_offer(words) if frame is OFFER else words
    # A stop alone says nothing.
    if words in {".", ",", ";", "-", "–"} or not any(sign.isprintable() and not sign.isspace() for sign in words):
        return ""
    whole = _without_lead(frame, words)
    if frame.nothing and re.match(frame.nothing, whole, re.I):
        return ""
    if frame in {NEWS, REASON}:
        whole = _DONE_TO_ME.sub(lambda found: f"I was {found[0].lower()}", whole)
        whole = _I_DID.sub(lambda found: f"I {found[0].lower()}" if _is_past(found[1] or found[2]) else found[0], whole)
        whole = _BUT_DOING.sub(r"\g<link> I'm ", whole)
    if frame is NEWS:
        whole = _IN_A_PLACE.sub(_where_i_am, whole)
    if frame is NEWS and (doing := _DOING_IT.match(whole)) and without_ing(doing["act"].lower()):
        whole = f"I'm {whole[0].lower()}{whole[1:]}"
    if frame.calm:
        whole = _HAVING.sub(lambda found: f"I {found[0].lower()}", _AND_NO.sub(r"\g<so> and I have no ", whole))
        whole = f"it's {whole.lower()}" if re.fullmatch(r"\w+ing day", whole, re.I) else whole
        whole = _OF_MINE.sub(lambda found: f"My {found[0].lower()}", _SORRY.sub("", whole.rstrip("! ")) or whole)
    marked = _marked(frame, whole, names)
    # An act that lost what led to it is quoted as it was typed.
    typed = words if whole.startswith("to ") and not words.startswith("to ") else whole
    if frame.points and not is_english(typed):
        return ended(frame.otherwise + gaps.to_translate(bare(typed.replace("\n", "; "))))
    if marked is None:
        return ended(frame.otherwise + gaps.to_say(bare(typed.replace("\n", "; "))))
    if frame.of_another and speaks_to(without_quotes(marked)) and not means_anybody(marked):
        return ended(frame.otherwise + gaps.to_tell(bare(whole.replace("\n", "; "))))
    if frame.asks and marked.endswith("?") and ASKS.match(marked):
        several = len(parts(marked)) > 1 or '"' in marked or "“" in marked or not is_latin(marked)
        return frame.asks + (quoted(marked) if several else lowered(ended(quieted(marked))))
    as_typed = marked if typed is whole else _marked(frame, typed, names) or marked
    if frame.they and _THEIR_WORDS.match(as_typed):
        # "anything I need, just ask": it is they who said so.
        as_typed = re.sub(r"\bI\b", "you", as_typed)
    first, *behind = parts(marked) or [marked]
    if behind and marked != whole and means_anybody(whole) and (sentence := _said(frame, first)):
        # "nobody tells you. She changed": two whom "you" means stand in no one sentence.
        return " ".join((sentence, *(ended(capital(one)) for one in behind)))
    return (
        (frame.points and len(behind) > 1 and _one_by_one(frame, marked))
        or _said(frame, marked)
        or _with_aside(frame, marked)
        or (frame.points and _one_by_one(frame, marked))
        or frame.otherwise + quoted(answered(as_typed))
    )


def inner(frame: Frame, raw: str, names: tuple[str, ...] = ()) -> str:
    """The words of `raw` said to the reader, as they stand after a colon in a text of a centre's own."""
    deed, alone = "\0{}" if frame.deed else "", "\0{}"
    alone_in = replace(
        frame, deed=deed, thing=alone, clause=alone, past=alone, habit=alone, plan="", asks="", otherwise="\0"
    )
    return bare(say(alone_in, raw, names).removeprefix("\0"))


def _without_lead(frame: Frame, words: str) -> str:
    if not frame.leads:
        return words
    lead = re.match(frame.leads, words, re.I)
    if not lead or lead.end() == len(words):
        return words
    # "I will try": what comes behind is an act, though it could be a thing as well.
    acts = frame.deed and LEADS_TO_AN_ACT.search(lead[0])
    return f"to {words[lead.end() :]}" if acts else words[lead.end() :]


def _marked(frame: Frame, words: str, names: tuple[str, ...]) -> str | None:
    """`words` as one says them to the reader; None where it is not certain who is meant."""
    if frame.of_another or not speaks_about(words, names) or (frame.to_them and tells_them_of_another(words)):
        return words
    if speaks_to(words) and {third[0].lower() for third in third_persons(words)} <= THEY:
        # "You need to know who will lose, and ring them first": they are others.
        return words
    thirds = {re.split("['’]", third[0].lower())[0] for third in third_persons(words)}
    many = thirds and thirds <= THEY
    if (
        many
        and not frame.they
        and (frame.of_anybody or tells_of_many(words) or not (frame.deed or words.lower().startswith("they")))
    ):
        return words
    new = turned(words, names, they=frame.they, hers=frame.hers)
    if not new.sure and frame.of_anybody:
        return words
    alone = frame.points and about_them_at_the_end(words)
    return new.words if new.sure or alone else None


def _said(frame: Frame, words: str) -> str:
    """The sentence in which `words` stand unquoted; empty where they fit in none."""
    several = parts(words)
    if not several or len(words.split()) > MOST_WORDS or len(several) > MOST_SENTENCES:
        return ""
    acts = bool(frame.deed)
    behind = [CONJUNCTION.sub("", one) for one in several[1:]]
    # "She wants to see one paragraph" is no second promise.
    own = re.compile(r"(?!(?:she|he|they|you)\b)" if frame.deed and not frame.they else "", re.I)
    behind = [_without_lead(frame, one) if own.match(one) else one for one in behind]
    every = [read(one, acts=acts) for one in (several[0], *behind)]
    if not frame.habit:
        every = [_several(one, typed) for one, typed in zip(every, (several[0], *behind), strict=True)]
    if frame.to_you:
        every = [to_you(one) for one in every]
    if "{ing}" in frame.deed:
        every = [as_ing(one, typed) for one, typed in zip(every, (several[0], *behind), strict=True)]
    if frame.points and len(every) == 1:
        every = [of_theirs(every[0])]
    if frame.past and frame.past == frame.habit and {one.shape for one in every} == {Shape.PAST, Shape.HABIT}:
        every = [replace(one, shape=Shape.PAST) for one in every]
    shape = every[0].shape
    if shape is Shape.OTHER or any(one.shape is not shape for one in every):
        return ""
    # "Exams, fees" is no second thing for which one thanks.
    if shape is Shape.THING and "\n" not in words and not all(map(is_a_thing, several[1:])):
        return ""
    # "Eleven!" is no statement beside another.
    exclaimed = len(several) > 1 and several[0].endswith("!") and len(several[0].split()) < 2
    if not acts and (exclaimed or any(len(one.split()) < 2 for one in several[1:])):
        return ""
    if frame.points and not gives_a_reason(every[0], several[0]):
        return ""
    # "a lesson to cover, a colleague is ill": two things in one breath.
    if frame.calm and shape is Shape.THING and says_something(several[0].partition(",")[2]):
        return ""
    # "you can call me": they said so, and the letter would turn it round.
    if frame.they and _THEIR_WORDS.match(several[0]):
        return ""
    links = [link_of(one) for one in several]
    joined = every[0].words
    for place, one in enumerate(every[1:], 1):
        joined = joined.rstrip("!") + joint(place, len(every), links[place], shape) + one.words
    if frame.points and shape is Shape.CLAUSE:
        joined = in_two(joined)
    elif frame.points and shape in {Shape.HABIT, Shape.PAST}:
        joined = in_two(f"you {joined}").removeprefix("you ") if _MY_OWN.search(joined) else joined
    if frame.calm and shape is Shape.THING:
        joined = _WITHOUT_SUBJECT.sub(", which ", joined)
    return ended(frame.around(Typed(shape, joined)))


def _is_past(word: str) -> bool:
    return word.lower() in PASTS or word.endswith("ed")


def _where_i_am(found: re.Match[str]) -> str:
    """ "in Sweden since August", "back from Lund": where the student is."""
    return f"I've been {found[0].lower()}" if found["since"] else f"I'm {found[0].lower()}"


def _several(typed: Typed, as_typed: str) -> Typed:
    """ "contacts in Sweden" are several, where nobody says what somebody does again and again."""
    noun = typed.shape is Shape.HABIT and is_also_noun(typed.words.split()[0].lower())
    return Typed(Shape.THING, lowered(bare(as_typed))) if noun else typed


def _with_aside(frame: Frame, words: str) -> str:
    """ "send the letter. You want to see the first paragraph": what they do, and what is so besides in brackets."""
    found = sentences(words)
    if not frame.deed or frame.points or len(found) != 2 or "\n" in words or re.search(r"[?()\[\]“\"]", words):
        return ""
    first, second = found
    aside = read(second, acts=False)
    if len(second.split()) > MOST_ASIDE or aside.shape is not Shape.CLAUSE or read(second).shape is not Shape.CLAUSE:
        return ""
    # "And she introduced me", "It's because of her" say more than an aside.
    if CONJUNCTION.match(second) or "because" in second or (frame is ESPECIALLY and second.lower().startswith("you")):
        return ""
    sentence = _said(frame, first.rstrip("!"))
    aside_too = sentence.endswith(".") and not sentence.endswith(".m.")
    return f"{sentence[:-1]} ({bare(aside.words.rstrip('!'))})." if aside_too else ""


def _one_by_one(frame: Frame, words: str) -> str:
    """ "Your career. It zigzags.": what gives the reason, and as it stands each sentence that says something behind it.

    Empty where one of them does not, as in "Your career. Berlin."
    """
    first, *behind = sentences(words)
    if not 0 < len(behind) < MOST_SENTENCES or "\n" in words or '"' in words or "“" in words:
        return ""
    told = [sentence_of(one) for one in behind]
    reason = _said(frame, first)
    return " ".join((reason, *told)) if reason and all(told) else ""
