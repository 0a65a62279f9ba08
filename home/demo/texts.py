"""What the demo centre says in its own words: the short thank-you by LinkedIn."""

from centre.models import Template

THANKS = """\
Dear {addressed}, thank you for the {minutes} minutes on {held_on}. {takeaway} I will let you know what comes of it.

{student}"""


def fill() -> None:
    """Write it as the director would."""
    Template(occasion="thanks", channel="linkedin").write(seen=None, subject="", body=THANKS)
