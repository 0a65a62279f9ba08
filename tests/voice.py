"""How Halfhour speaks: words of today, who does what, contractions, short sentences, no semicolon.

`faults` hears what a sentence says otherwise. A test of a room gathers its sentences and asks it of each.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

# Words a sentence may have; a hint below a field has less room.
LONGEST = 25
LONGEST_HINT = 15

# What a student of nineteen does not say, each with what says it now.
OLD_WORDS = {
    r"anew": "again",
    r"whom": "who",
    r"besides?": "also, next to",
    r"reckon\w*": "work out",
    r"rings?(?= (?:you|them|me|back)\b)": "call",
    r"bears?": "carry, cope with",
    r"mend\w*": "fix",
    r"posts?": "job, role",
    r"nudges?": "follow-up",
    r"e-mails?": "email",
    r"mails?(?! server)": "email",
    r"spare questions?": "extra question",
    r"some(?:body|bodies)": "someone",
    r"anybody": "anyone",
    r"nobody": "no one",
    r"half[ -]year": "six months",
    r"shall": "will",
    r"should (?:they|you|he|she|it|one)(?= \w+[,.])": "if they",
    r"thereof|thereby|whereby|hence|upon|whilst|meanwhile": "a word of today",
    r"might (?:I|we)": "could I",
    r"must not": "mustn’t, don’t",
    r"the (?:talk|half hour)(?: itself)?": "the conversation",
    r"the letters?": "the message",
}
# Things do not stand, rest, hold or lead nowhere: an event has somebody who acts.
THINGS_THAT_ACT = {
    r"(?:it|this|that|these|they|what) stands?(?! out)": "say what happened",
    r"stands? (?:here|there|below|above|beneath)": "is below",
    r"it holds|no longer holds": "works",
    r"leads? nowhere": "doesn’t work",
    r"it rests|let it rest": "closed, skipped",
}
# "This is no web address".
NO_AND_NOUN = r"(?:is|are|was|were) no (?!one\b|longer\b|more\b|need\b|different\b|problem\b)\w+"
# "One" for people, as a grammar has it.
ONE = (
    r"(?<!that )(?<!which )(?<!no )(?<!every)\bone (?:does|can|must|should|would|has to|hears|learns|lives|asks)"
    r"|(?:does|can|must|should|could) one"
)
# What people say in one word.
UNCONTRACTED = r"(?:do|does|did|is|are|was|were|will|would|could|should|has|have|had) not|cannot"
SEMICOLON = re.compile(r"(?<!&amp)(?<!&\w\w)(?<!&\w\w\w)(?<!&\w\w\w\w);")
# A sentence ends at a mark before a space; "Dr. Osei" does not end one.
END = re.compile(r"(?<=[.!?:])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)[”\"]?\s+")


def sentences(words: str) -> list[str]:
    """The sentences of a text; what stands before a colon counts as one."""
    return [one for one in END.split(words.strip()) if one]


def faults(words: str, *, most: int = LONGEST, may: Iterable[str] = ()) -> list[str]:
    """What in `words` is not our voice, in words for whoever mends it; empty where it is.

    In: `most` the words that one sentence may have, `may` old words that mean something else here.
    """
    found = [
        f"“{match[0]}”: {better}"
        for old, better in (OLD_WORDS | THINGS_THAT_ACT).items()
        for match in re.finditer(rf"\b(?:{old})\b", words, re.IGNORECASE)
        if match[0].casefold() not in may
    ]
    found += [f"“{match[0]}”: isn’t a …" for match in re.finditer(rf"\b(?:{NO_AND_NOUN})", words)]
    found += [f"“{match[0]}”: people, you" for match in re.finditer(rf"(?:{ONE})\b", words, re.IGNORECASE)]
    found += [f"“{match[0]}”: contract it" for match in re.finditer(rf"\b(?:{UNCONTRACTED})\b", words)]
    if SEMICOLON.search(words):
        found.append("a semicolon: two sentences")
    found += [f"{len(one.split())} words in one sentence" for one in sentences(words) if len(one.split()) > most]
    return found


def marked(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Every sentence that `paths` (Python files) mark for translators, with the place where it stands."""
    names = {"_": 1, "gettext_noop": 1, "gettext_lazy": 1, "ngettext": 2, "ngettext_lazy": 2}
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                for argument in node.args[: names[node.func.id]]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield f"{path.name}:{argument.lineno}", argument.value
