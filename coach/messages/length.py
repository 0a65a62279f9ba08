"""Is the message short enough to be read on a phone? (practice §1, "Request length")"""

from coach.messages.letter import Letter

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


def words(letter: Letter) -> int:
    """Words of the body, split on white space."""
    return len(letter.message.body.split())


def characters(letter: Letter) -> int:
    """Code points of the body."""
    return len(letter.message.body)


def too_long(letter: Letter) -> bool:
    """Whether the body is longer than its kind and channel bear."""
    kind, channel = letter.message.kind, letter.message.channel
    if channel == "linkedin":
        return kind in MOST_CHARACTERS and characters(letter) > MOST_CHARACTERS[kind]
    most = MOST_WORDS.get((kind, channel))
    return most is not None and words(letter) > most


def verdict(letter: Letter) -> int:
    """0 fits, 1 rather long, 2 too long, by the numbers that the centre chose."""
    kind, channel, policy = letter.message.kind, letter.message.channel, letter.policy
    if channel == "linkedin":
        most = MOST_CHARACTERS.get(kind, 0) if kind == "thanks" else policy.linkedin_characters
        return 2 * (kind in MOST_CHARACTERS and characters(letter) > most)
    if (kind, channel) == ("request", "email"):
        count = words(letter)
        return (count > policy.request_words_warn) + (count > policy.request_words_strong)
    return 2 * too_long(letter)
