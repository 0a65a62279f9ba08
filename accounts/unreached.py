"""What a member's row says of their mails: whether one reached nobody and they have not noticed it yet."""

from django.db.models import Exists, OuterRef

from accounts.models import User
from core.locking import locked
from core.models import Mail


def refresh_unreached(mails: list[Mail]) -> None:
    """Say it anew of the members whom `mails` concern; called at the end of each act that concerned those."""
    members = User.objects.filter(pk__in={mail.member_id for mail in mails})
    # Locked before it is worked out: of two mails that fail at once, the second act must see what the first one did.
    concerned = list(locked(members).order_by("pk").values_list("pk", flat=True))
    waits = Exists(Mail.objects.unnoticed().filter(member=OuterRef("pk")))
    User.objects.filter(pk__in=concerned).update(has_unreached=waits)
