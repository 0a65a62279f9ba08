"""What a contact answers on their own page: every verb of theirs."""

from contextlib import suppress
from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from contacts.models import Contact, Quiet, Touch
from core import times
from core.keys import name_key
from core.models import Mail
from meetings import events
from meetings.models.answering import CONTACT, MOST_NAMED
from meetings.models.by_mail import ByMail
from meetings.models.meeting import Meeting
from meetings.models.message import Message


class Replying(ByMail):
    """The verbs of the contact. They take no `by`: whoever holds the link acts.

    The same words a second time, from the page that has sent them (`seen`), change nothing.
    """

    class Meta:
        abstract = True

    def accept(
        self,
        offer: int,
        *,
        now: datetime,
        zone: str,
        mode: str,
        place: str = "",
        line: str = "",
        seen: int | None = None,
    ) -> None:
        """Choose one of the offered times, in its pk; that arranges the conversation, or moves it.

        In: `mode` of Meeting.Mode, `zone` the contact's, `seen` the version that their page showed.
        Raises Ended, Meanwhile, CalledOff, Held, TooLate, Gone, Past, Taken.
        """
        words = {"zone": zone, "mode": mode, "place": place, "line": line}

        def again() -> bool:
            return self._says(self.Answer.ACCEPTED, **words) and self.is_arranged(offer)

        with suppress(self.Again), self.transition(now=now, seen=seen, again=again):
            starts_at = self.chosen(offer, now=now)
            self._replace_unseen(Touch.Kind.ARRANGED, now=now)
            self._was_asked(now)
            self._arrange(starts_at, now=now, zone=zone, mode=mode, place=place, by=CONTACT)
            self._answer(self.Answer.ACCEPTED, now=now, **words)

    def propose(
        self,
        *,
        now: datetime,
        zone: str,
        at: datetime | None = None,
        day: date | None = None,
        part: str = "",
        mode: str = "",
        place: str = "",
        line: str = "",
        seen: int | None = None,
    ) -> None:
        """Propose another time: a moment, or a day and a part of it, or only words. A time that stands, stands.

        Raises Ended, Meanwhile, CalledOff, Held, TooLate, Past.
        """
        words: dict[str, Any] = {"zone": zone, "mode": mode, "place": place, "line": line}
        words |= {"proposed_at": at, "proposed_day": day, "proposed_part": part}
        again = partial(self._says, self.Answer.PROPOSED, **words)
        with suppress(self.Again), self.transition(now=now, seen=seen, again=again):
            if at is not None and at <= now:
                raise self.Past
            self._was_asked(now)
            if not self.meeting.stands:
                self.meeting.hear(now=now, answer=Meeting.Answer.YES, by=CONTACT)
            self._answer(self.Answer.PROPOSED, now=now, **words)
            when = (
                times.say(at, self.meeting.owner.zone, zone, until=at + self.meeting.duration)
                if at
                else _("another time")
            )
            self._touch(_("Suggested %(when)s") % {"when": when}, now=now)

    def decline(
        self,
        *,
        now: datetime,
        line: str = "",
        later: bool = False,
        not_before: date | None = None,
        seen: int | None = None,
    ) -> None:
        """Say no, or not now. No is taken from any page, and calls off a time that stands meanwhile.

        Raises Ended, CalledOff, Held, TooLate, and for `later` Meanwhile, Arranged.
        """
        not_before = not_before if later else None
        answer = self.Answer.LATER if later else self.Answer.DECLINED

        def again() -> bool:
            if later:
                return self._says(answer, line=line) and self.meeting.not_before == not_before
            same = self._says(answer, line=line) or self._says(self.Answer.CANCELLED, line=line)
            return same and not self._is_awaited

        with suppress(self.Again), self.transition(now=now, seen=seen, from_any_page=not later, again=again):
            if self.meeting.stands and not later:
                self._call_off(now=now, line=line)
                return
            self._hear(Meeting.Answer.LATER if later else Meeting.Answer.NO, now=now, not_before=not_before)
            self._answer(answer, now=now, line=line)

    def name_someone(
        self,
        name: str,
        *,
        now: datetime,
        reach: str = "",
        may_use_name: bool = False,
        line: str = "",
        seen: int | None = None,
    ) -> None:
        """Say no, and who could help instead; the same name again mends what was said of them.

        Raises NamedEnough, and as `decline` does.
        """
        words = {"named": name, "named_reach": reach, "may_use_name": may_use_name, "line": line}
        again = partial(self._says, self.Answer.NAMED, **words)
        with suppress(self.Again), self.transition(now=now, seen=seen, again=again):
            if name_key(name) != name_key(self.named):
                if self.people_named >= MOST_NAMED:
                    raise self.NamedEnough
                self.people_named += 1
                self.save(update_fields=["people_named"])
            self._hear(Meeting.Answer.NO, now=now)
            self._answer(self.Answer.NAMED, now=now, **words)
            named = {"name": name, "about": reach, "may_use_name": may_use_name}
            events.named.send(Meeting, meeting=self.meeting, now=now, **named)

    def confirm(self, *, now: datetime, line: str = "") -> None:
        """Say that the time that stands suits them, as a calendar does. Raises Ended, CalledOff, Held, NotArranged."""
        with self.transition(now=now, at_any_time=True):
            meeting = self.meeting
            refusal = self.CalledOff if meeting.cancelled_at else self.Held if meeting.held_at else self.NotArranged
            if not meeting.stands:
                raise refusal
            if self.answer != self.Answer.ACCEPTED:
                self._answer(self.Answer.ACCEPTED, now=now, zone=self.zone, line=line)
                self._touch(_("Confirmed the time"), now=now)

    def cancel(self, *, now: datetime, line: str = "", seen: int | None = None) -> None:
        """Call the arranged conversation off. Raises Ended, Meanwhile, CalledOff, Held, TooLate, NotArranged."""
        again = partial(self._says, self.Answer.CANCELLED, line=line)
        with suppress(self.Again), self.transition(now=now, seen=seen, again=again):
            if not self.meeting.stands:
                raise self.NotArranged
            self._call_off(now=now, line=line)

    def _call_off(self, *, now: datetime, line: str) -> None:
        self.meeting.cancel(now=now, reason=line, by=CONTACT)
        self._answer(self.Answer.CANCELLED, now=now, line=line)

    def keep_quiet(self, *, now: datetime, line: str = "", seen: int | None = None) -> None:
        """Ask not to be written to by any student of this centre. Raises Ended alone: never too late, from any page."""
        contact = self.meeting.contact

        def again() -> bool:
            return self._says(self.Answer.QUIET, line=line) and Quiet.holds(contact) and not self._is_awaited

        always: dict[str, Any] = {"at_any_time": True, "from_any_page": True}
        with suppress(self.Again), contact.transition(), self.transition(now=now, seen=seen, again=again, **always):
            self._step_back(now=now)
            self.forget_address()
            self._answer(self.Answer.QUIET, now=now, line=line)
            Quiet.add(contact, now=now)

    def erase(self, *, now: datetime) -> None:
        """Take out what this student holds about them, and call off what was not held. Raises Ended."""
        with self.meeting.contact.transition(), self.transition(now=now, at_any_time=True):
            contact = self.meeting.contact
            for talk in Meeting.objects.filter(contact=contact).select_related("owner", "contact"):
                with suppress(Meeting.Refused):
                    talk.cancel(now=now, by=CONTACT)
            _forget_words(contact)
            blank = {"why_them": "", "place": "", "link": "", "cancel_reason": "", "contact_zone": ""}
            Meeting.objects.filter(contact=contact).update(**blank)
            for letter in type(self)._base_manager.filter(meeting__contact=contact).select_related("meeting"):
                letter.close_links(now=now)
                letter.forget_address()
                letter._answer(self.Answer.ERASED, now=now, zone="", offered_before={})
            _forget_reports(contact)
            contact.forget(now=now)
            # By now only the row itself can be recognised: nobody writes to whoever it was.
            Quiet.add(contact, now=now)


def _forget_reports(contact: Contact) -> None:
    """What was written to them about people whom they had named."""
    reports = Message.objects.filter(occasion=Message.Occasion.REPORT, meeting__contact__referred_by=contact)
    reports.filter(sent_at=None).delete()
    reports.update(subject="", body="", times_put=[], before_mend=None, silenced=[])


def _forget_words(contact: Contact) -> None:
    """The letters to them lose their words; those that were never sent go, and the mails that carried the others."""
    letters = Message.objects.filter(meeting__contact=contact)
    Mail.drop(Mail.objects.of_letters(letters.values_list("pk", flat=True)))
    letters.filter(sent_at=None).delete()
    letters.update(subject="", body="", times_put=[], before_mend=None, silenced=[])
