"""Is the message short enough to be read on a phone? (docs/CRAFT.md, "Messages")"""

from coach.messages.parsed import ParsedMessage

# The limits behind the labels; what a centre chose decides only what the student is told.
MOST_WORDS = {
    ("request", "email"): 200,
    ("request", "phone"): 150,
    ("request", "in_person"): 150,
    ("nudge", "email"): 120,
    ("nudge", "phone"): 100,
    ("nudge", "in_person"): 100,
    ("thanks", "email"): 150,
    ("thanks", "phone"): 100,
    ("thanks", "in_person"): 100,
}
MOST_CHARACTERS = {"request": 300, "nudge": 300, "thanks": 500}


def words(parsed: ParsedMessage) -> int:
    """Words of the body, split on white space."""
    return len(parsed.message.body.split())


def characters(parsed: ParsedMessage) -> int:
    """Code points of the body."""
    return len(parsed.message.body)


def too_long(parsed: ParsedMessage) -> bool:
    """Whether the body is longer than its kind and channel bear."""
    kind, channel = parsed.message.kind, parsed.message.channel
    if channel == "linkedin":
        return kind in MOST_CHARACTERS and characters(parsed) > MOST_CHARACTERS[kind]
    most = MOST_WORDS.get((kind, channel))
    return most is not None and words(parsed) > most


def verdict(parsed: ParsedMessage) -> int:
    """0 fits, 1 rather long, 2 too long, by the numbers that the centre chose."""
    kind, channel, policy = parsed.message.kind, parsed.message.channel, parsed.policy
    if channel == "linkedin":
        most = MOST_CHARACTERS.get(kind, 0) if kind == "thanks" else policy.linkedin_characters
        return 2 * (kind in MOST_CHARACTERS and characters(parsed) > most)
    if (kind, channel) == ("request", "email"):
        count = words(parsed)
        return (count > policy.request_words_warn) + (count > policy.request_words_strong)
    return 2 * too_long(parsed)
