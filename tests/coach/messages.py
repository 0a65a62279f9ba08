"""Messages for tests: an ordinary letter around the sentence in question."""

from coach.facts import Facts
from coach.findings import Finding, Message, Review
from coach.messages.check import check

FACTS = Facts(student="Amina Yusuf", contact="Efua Osei", addressed="Dr. Osei", programme="BSc Marine Biology")


def review(body: str, kind: str = "request", channel: str = "email", subject: str = "", facts: Facts = FACTS) -> Review:
    return check(Message(kind, channel, body, subject), facts)


def letter(sentence: str, kind: str = "request") -> Review:
    """The review of a letter in which only `sentence` says anything."""
    return review(f"Dear Dr. Osei,\n\nI hope this finds you well. {sentence}\n\nKind regards,\nAmina", kind)


def finding(found: Review, code: str) -> Finding:
    return next(finding for finding in found.findings if finding.code == code)
