"""Does the message speak about its reader where it should speak to them? "She", "her honesty", "Dr. Osei's talk"."""

import re
from collections.abc import Iterator

from coach import gaps
from coach.messages import mending
from coach.messages.analysis import MessageAnalysis
from coach.person import THEY, about_another, names_of, third_persons, turned
from coach.reading.sentences import Sentence
from coach.review import Remark, Repair, Severity, TextSpan
from coach.words import gettext as _

CODE = "speaks_about_them"
# As many as a student mends at once.
MOST = 5
# What a script says to somebody else.
_TO_OTHERS = re.compile(r"(?:if )?(?:somebody|someone) else answers", re.I)
_PLURAL = re.compile(r"\b(?:[a-z]{3,}[^s\W]s|people|men|women|children|staff|anyone|everyone|someone)\b", re.I)


def remarks(analysis: MessageAnalysis) -> list[Remark]:
    """Each sentence that speaks of the reader as of somebody else, and each gap where a draft was not sure of it.

    A letter to whoever gave the name is about somebody else, so nothing is said of it.
    """
    found = [] if analysis.parsed.facts.met else [*_sentences(analysis)]
    return [*_marked(analysis), *found][:MOST]


def _marked(analysis: MessageAnalysis) -> Iterator[Remark]:
    for gap in gaps.TURNING.finditer(analysis.parsed.message.body):
        new = turned(gap["words"], _names(analysis), they=True).words
        span = TextSpan("body", *gap.span())
        yield _remark(analysis, gap[0], span, new if new != gap["words"] else "", surely=True)


def _sentences(analysis: MessageAnalysis) -> Iterator[Remark]:
    parsed, names = analysis.parsed, _names(analysis)
    body = parsed.message.body
    facts = parsed.facts
    others = names_of(facts.referrer, facts.named, facts.met)
    before = ""
    for sentence in parsed.before_signature:
        start, end = parsed.body.origin(sentence.start, sentence.end)
        words = body[start:end]
        if (
            _TO_OTHERS.match(words)
            or gaps.SAYING.search(words)
            or (sentence.number == 0 and words.rstrip().endswith(","))
        ):
            before = ""
            continue
        if (of := _of_them(sentence, words, before, names, others, names_of(facts.student))) is not None:
            new = turned(words, names, they=True)
            they = of in THEY
            yield _remark(analysis, words, TextSpan("body", start, end), new.words if new.sure else "", surely=not they)
        before = words


def _of_them(
    sentence: Sentence,
    words: str,
    before: str,
    names: tuple[str, ...],
    others: tuple[str, ...],
    student: tuple[str, ...],
) -> str | None:
    """The word with which a sentence speaks of the reader; None where it speaks of nobody, or of somebody else."""
    # A gap speaks to the student.
    for third in third_persons(re.sub(r"\[[^\[\]\n]*\]", lambda gap: " " * len(gap[0]), words)):
        if sentence.quoted(sentence.start + third.start()):
            continue
        key = third[0].lower()
        above = f"{before} {words[: third.start()]}"
        if about_another(above, (*names, *student), others) or (key in THEY and _PLURAL.search(above)):
            return None
        return key
    for name in names:
        if re.search(rf"\b{re.escape(name)}['’]s\b", words):
            return name
    return None


def _names(analysis: MessageAnalysis) -> tuple[str, ...]:
    facts = analysis.parsed.facts
    return names_of(facts.contact, facts.addressed)


def _remark(analysis: MessageAnalysis, seen: str, span: TextSpan, new: str, *, surely: bool) -> Remark:
    facts = analysis.parsed.facts
    contact = facts.addressed or facts.contact or _("This person")
    repair: Repair | None = None
    if new:
        label = _("Write: %(words)s", words=new.strip().rstrip("."))[:80]
        repair = mending.put(analysis.parsed, span, new, label)
    return Remark(
        CODE,
        Severity.FAULT if surely else Severity.HINT,
        _("%(contact)s reads this, so “she”, “he” or “they” sounds as if you meant someone else.", contact=contact),
        _("Say it to them, with “you” and “your”."),
        seen,
        span,
        repair,
    )
