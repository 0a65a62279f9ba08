"""What the tests of mails that come back begin with."""

import pytest

from accounts.models import User
from core import outbox, sending
from core.models import Mail
from core.outbox import Outgoing
from tests.core.corpus import NOW


@pytest.fixture
def mail(amina: User) -> Mail:
    mail = outbox.post(Outgoing(to="efua.osei@example.org", kind="trial", member_id=amina.pk), now=NOW)
    sending.send_due(now=lambda: NOW)
    return mail
