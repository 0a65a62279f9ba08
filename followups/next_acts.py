"""What the list of people says is due next with somebody: a column that every act on a follow-up keeps true."""

from contacts.models import Contact
from followups.models import Followup
from followups.words import act


def refresh_next_acts(contacts: list[Contact]) -> None:
    """Say of each of `contacts` what is due first; called at the end of each act that concerned them."""
    open_ones = Followup.objects.open().filter(contact__in={contact.pk for contact in contacts})
    first = open_ones.select_related("promise").order_by("contact", "due_at", "pk").distinct("contact")
    by_contact = {followup.contact_id: followup for followup in first}
    by_person: dict[int, list[Contact]] = {}
    for contact in contacts:
        by_person.setdefault(contact.pk, []).append(contact)
    for pk, same in sorted(by_person.items()):
        followup = by_contact.get(pk)
        what, at = (act(followup), followup.due_at) if followup else ("", None)
        Contact.set_next_act(same, what, at=at)
