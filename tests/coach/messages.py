"""Messages for tests: an ordinary letter around the sentence in question."""

from coach.facts import Facts
from coach.messages.check import check
from coach.review import MessageText, Remark, Review

FACTS = Facts(student="Amina Yusuf", contact="Efua Osei", addressed="Dr. Osei", programme="BSc Marine Biology")


def review(body: str, kind: str = "request", channel: str = "email", subject: str = "", facts: Facts = FACTS) -> Review:
    return check(MessageText(kind, channel, body, subject), facts)


def letter(sentence: str, kind: str = "request") -> Review:
    """The review of a letter in which only `sentence` says anything."""
    return review(f"Dear Dr. Osei,\n\nI hope this finds you well. {sentence}\n\nKind regards,\nAmina", kind)


def remark(found: Review, code: str) -> Remark:
    return next(remark for remark in found.remarks if remark.code == code)
