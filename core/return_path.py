"""The mark of a mail, by which it is known when it comes back: in a header of its own and in its return path.

Relays give mails other Message-IDs, and many a report brings back no more than where it was sent to. The mark is keyed,
so that nobody can make one for a mail they have not got. That a mail came back is said by the report around it, never
by the mark: a note of absence goes to the return path as well.
"""

import re
from email.utils import parseaddr

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from core.models import Mail

HEADER = "X-Halfhour-Mail"
# The row's number and half of an HMAC-SHA256. Small letters: some relays know no others in front of the "@".
_MARK = re.compile(r"(?<![0-9a-f])([1-9][0-9]{0,17})-([0-9a-f]{32})(?![0-9a-f])")


def mark(mail: Mail) -> str:
    """What tells this mail from every other: "1234-0123456789abcdef…"."""
    return (
        f"{mail.pk}-{salted_hmac('return path', f'{mail.pk} {mail.message_id}', algorithm='sha256').hexdigest()[:32]}"
    )


def return_path(mail: Mail) -> str:
    """Where reports about `mail` go: an address of its own where BOUNCES_TO is set, otherwise the centre's own.

    "bounce@careers.example.edu" becomes "bounce+1234-0123…@careers.example.edu" (known as VERP).
    """
    name, at, domain = settings.BOUNCES_TO.rpartition("@")
    return f"{name}+{mark(mail)}@{domain}" if at else parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def marked(*texts: str) -> Mail | None:
    """The mail whose mark stands in one of `texts`, however a relay wrote around it; None where none of ours does."""
    for text in texts:
        for number, proof in _MARK.findall(text):
            mail = Mail.objects.filter(pk=int(number)).first()
            if mail is not None and constant_time_compare(mark(mail), f"{number}-{proof}"):
                return mail
    return None
