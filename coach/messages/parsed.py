"""A message as the rules see it: its sentences, its greeting, its end, and what is denied in it."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from coach.facts import Facts
from coach.policy import Policy
from coach.reading.normalise import Text, normalise
from coach.reading.sentences import Sentence, sentences
from coach.review import MessageText, TextSpan

_NOT_WORDS = (
    "not no never nor neither without nothing none isnt arent wasnt werent dont doesnt didnt wont wouldnt "
    "cant cannot couldnt shouldnt havent hasnt hadnt aint nobody hardly refuse refrain"
)
_NOT = frozenset(_NOT_WORDS.split())
# "Not a job, only your advice": after these the denial is over.
_OVER = frozenset(
    ["but", "only", "just", "however", "although", "though", "rather", "simply", "merely", "instead", "yet", "except"]
)
_SUBJECTS = frozenset(
    ["i", "you", "we", "could", "would", "may", "might", "can", "please", "so", "my", "your", "he", "she", "they", "it"]
)
_SIGN_OFF = re.compile(
    r"(?:(?:with )?(?:many |much |all |my |kind|kindest|best|warm|warmest|sincere|very |yours|"
    r"respectful|friendly|cordial)"
    r"[\w ]{0,30}|sincerely(?: yours)?|regards|respectfully|cheers|best|warmly|cordially|faithfully|yours|"
    r"(?:with )?(?:eternal |many |endless |sincere |heartfelt )?(?:thanks|gratitude)[\w ]{0,30}|thank "
    r"you|all the best|take care|"
    r"love|xo+|bye|cu|ciao|humbly|gratefully|in (?:gratitude|anticipation|appreciation)|talk soon|"
    r"(?:looking|look) forward[\w ]{0,40})[,.!]*",
)


@dataclass
class ParsedMessage:
    """`message` read: its sentences, and where its greeting and its signature stand."""

    message: MessageText
    facts: Facts
    met: bool = False
    policy: Policy = field(default_factory=Policy)

    @cached_property
    def body(self) -> Text:
        return normalise(self.message.body)

    @cached_property
    def subject(self) -> Text:
        return normalise(self.message.subject)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the body."""
        return sentences(self.body, "body")

    @cached_property
    def title(self) -> list[Sentence]:
        """The sentences of the subject."""
        return sentences(self.subject, "subject")

    @cached_property
    def all(self) -> list[Sentence]:
        return [*self.title, *self.sentences]

    @cached_property
    def signed_from(self) -> int:
        """The number of the first sentence of the signature; that of all sentences where nobody signed."""
        whole = self.sentences
        for place in range(len(whole) - 1, max(0, len(whole) - 9), -1):
            if _SIGN_OFF.fullmatch(whole[place].low.strip(" -")) and place > 0:
                return place
        name = normalise(self.facts.student).low.split()
        for place in range(max(1, len(whole) - 4), len(whole)):
            if name and whole[place].low.split()[:1] == name[:1] and len(whole[place].words) <= 12:
                return place
        last = whole[-1] if whole else None
        if last and last.number and len(last.words) <= 4 and last.plain[:1].isupper() and not last.asks:
            return last.number
        return len(whole)

    @cached_property
    def before_signature(self) -> list[Sentence]:
        """The sentences of the body before the signature."""
        return self.sentences[: self.signed_from]

    @cached_property
    def signature(self) -> list[Sentence]:
        return self.sentences[self.signed_from :]

    @cached_property
    def last_lines(self) -> list[Sentence]:
        """What is read last: the end of the letter and its signature, never its first two sentences."""
        return [
            s for s in self.sentences[max(0, self.signed_from - 3) :] if s.number >= min(2, len(self.sentences) - 1)
        ]

    def text_of(self, sentence: Sentence, start: int, end: int) -> str:
        """Those words as they were written."""
        span = self.span(sentence, start, end)
        return (self.message.subject if span.part == "subject" else self.message.body)[span.start : span.end]

    def span(self, sentence: Sentence, start: int, end: int) -> TextSpan:
        return TextSpan(sentence.part, *sentence.text.origin(start, end))


def denied(sentence: Sentence, place: int, reach: int = 9) -> bool:
    """Whether a "not" (or a "without", an "isn't") reaches the word at `place` of the text."""
    low = sentence.text.low
    before = [(start, word) for start, word in sentence.words if start < place][-reach:]
    after = place
    for start, word in reversed(before):
        between = low[start + len(word) : after]
        if "(" in between or ";" in between or ":" in between or " - " in between:
            return False
        if "," in between and next((w for s, w in sentence.words if s >= after), "") in _SUBJECTS:
            return False
        if word in _OVER:
            return False
        if word in _NOT or (word in {"rather", "instead"} and "than" in low[start : start + 14]):
            return True
        after = start
    return False
