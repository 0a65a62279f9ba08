"""The writing desk: every message to a contact, from the request to keeping in touch."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from centre.models import Centre
from coach.wording import isolated
from contacts.models import Contact, Quiet
from core.http import autosaves, belongs_to, done, not_saved, respond, saved
from core.links import way_back
from core.times import say_day
from meetings import answers, coaching
from meetings.calendar import enclosed
from meetings.facts import gather, gone_in_letter
from meetings.forms import MessageForm, SentForm
from meetings.letter import channel_for, channels_for, letter
from meetings.models import Dispatch, Meeting, Message, Reply
from meetings.offer_form import OfferForm
from meetings.times_line import names_any
from meetings.views.doors import own_meeting, own_message
from meetings.views.step import step_context

Occasion = Message.Occasion


def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """The request: times to offer, the letter, edited freely, and how it goes."""
    meeting = own_meeting(request, pk, "reply")
    return respond(request, "meetings/ask.html", ask_context(request, meeting, request.GET.get("channel", "")))


def ask_context(request: HttpRequest, meeting: Meeting, channel: str = "") -> dict[str, Any]:
    """What the page of the request shows, by the `channel` asked for: its three parts, or what was sent."""
    now, user = timezone.now(), current_user(request)
    context: dict[str, Any] = {"quiet": Quiet.holds(meeting.contact)}
    if meeting.asked_at is None:
        context |= _desk(request, meeting, Occasion.REQUEST, channel)
        page = reverse("meetings:ask", args=[meeting.pk])
        context |= {"back": f"{page}?channel={context['message'].channel}", "back_path": page}
        context |= {"offering": offer_form(request, meeting, channel=context["message"].channel, now=now)}
    sent = Message.objects.visible_to(request.user).filter(meeting=meeting, occasion=Occasion.REQUEST).sent()
    # Only now: its link is made with the letter.
    shown = {"letters": sent, "acts": meeting.open_to(now), "reply": answers.of_meeting(meeting, user, now)}
    return {**step_context(meeting, "ask"), **context, **shown}


def offer_form(
    request: HttpRequest, meeting: Meeting, *, now: datetime, data: Any = None, channel: str | None = None
) -> OfferForm:
    """The form of the times that `meeting` offers; on the page of the request where it names a `channel`."""
    there, zone = getattr(meeting, "reply", None), current_user(request).zone
    typed = typed_times(request, meeting, now=now) if data is None else None
    return OfferForm(data, meeting=meeting, on=there, zone=zone, now=now, channel=channel, typed=typed)


def typed_times(request: HttpRequest, meeting: Meeting, *, now: datetime) -> dict[str, str]:
    """The times that came along with another act or with the address, by field; nothing where they are on offer."""
    came = request.POST if request.method == "POST" else request.GET
    return offer_form(request, meeting, data=came, now=now).typed if "day_1" in came else {}


def write(request: HttpRequest, pk: int, occasion: str) -> HttpResponse:
    """The desk for any occasion."""
    meeting = own_meeting(request, pk)
    if occasion not in Occasion.values:
        raise Http404
    if occasion == Occasion.REPORT and meeting.contact.referred_by is None:
        raise Http404
    if occasion == Occasion.REQUEST:
        return redirect("meetings:ask", pk)
    context = {**_desk(request, meeting, occasion, request.GET.get("channel", "")), **step_context(meeting)}
    return respond(request, "meetings/write.html", context)


def back(request: HttpRequest, message: Message) -> str:
    """To the page the desk stood on, when it is one of ours."""
    to = way_back(request)
    if to:
        return to
    if message.occasion == Occasion.REQUEST:
        return f"{reverse('meetings:ask', args=[message.meeting_id])}?channel={message.channel}"
    return message.get_absolute_url()


def onwards(request: HttpRequest, message: Message, to: str = "") -> str:
    """The address `to`, otherwise that of the desk, with the times that were typed beside the letter."""
    to = to or back(request, message)
    typed = typed_times(request, message.meeting, now=timezone.now())
    return f"{to}{'&' if '?' in to else '?'}{urlencode(typed)}" if typed else to


def desk_of_letter(request: HttpRequest, pk: int) -> str:
    """The page of the desk at which a letter is written."""
    return back(request, own_message(request, pk))


@belongs_to(desk_of_letter)
@require_POST
def reword(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the words as they are written."""
    message = own_message(request, pk)
    form = MessageForm(request.POST, on=message)
    if reworded(message, form):
        if autosaves(request):
            fragments = ("meetings/_letter_state.html", "meetings/_coach_said.html", "meetings/_way_out.html")
            return saved(request, letter_context(request, message), *fragments)
        if request.POST.get("sent_on") and "not_yet" not in request.POST:
            return _day_not_pressed(request, message)
        later = _("Saved. Your message is here when you’re ready to send it.")
        return done(request, onwards(request, message), notice=later if "not_yet" in request.POST else _("Saved."))
    return not_saved(request, form) if autosaves(request) else again(request, message, form)


@belongs_to(desk_of_letter)
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it was sent; what the form holds is what was sent.

    Pressed in templates/meetings/_did_it_go.html, whose buttons are a formaction of the letter's form; the form alone
    posts to `reword`. In: the letter, or none and it went as it stands (an empty one is refused); and the day where
    "Yes, on an earlier day" was pressed. Out: to the page that `then` names (Today, from the desks of followups),
    otherwise to the conversation, saying what comes next with its person; to the page of the offer, where times were
    typed beside the request and not offered. Where it is refused, the desk with the words on it (422).
    """
    message, now = own_message(request, pk), timezone.now()
    form = MessageForm(request.POST, on=message)
    day = SentForm(request.POST) if "another_day" in request.POST else None
    if day and not (day.is_valid() and _went_on(message, day, now)):
        return again(request, message, form, sending=day)
    went = partial(message.send, now=now, on=day.cleaned_data["sent_on"] if day else None)
    if not _goes(message, form, went):
        return again(request, message, form, sending=day)
    # The act has worked out what is due next with them, and left it on the recipient (followups/next_acts.py).
    return _gone(request, message, _noted_as_sent(message.recipient))


@belongs_to(desk_of_letter)
@require_POST
def dispatch(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the centre send the letter as the form holds it."""
    message, by, now = own_message(request, pk), current_user(request), timezone.now()
    form = MessageForm(request.POST, on=message)
    carry = partial(Dispatch.send, message, by=by, now=now, attachments=enclosed(message, now=now))
    if not _goes(message, form, carry):
        return again(request, message, form)
    return _gone(request, message, _("On its way. Replies will come to your email or appear here."))


@belongs_to(desk_of_letter)
@require_POST
def anew(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft the letter anew from what is known now; the student's own words can be taken back."""
    message = own_message(request, pk)
    if refused := keep_words(request, message):
        return refused
    if message.sent_at is None:
        message.redraft(now=timezone.now())
    return done(request, onwards(request, message), notice=_("Here’s a fresh draft."))


def letter_beside(request: HttpRequest, meeting: Meeting) -> Message | None:
    """The request on whose page an act was pressed, as far as its words came along; one that went meanwhile, too."""
    rows = Message.objects.editable_by(request.user).with_people().drafts_first()
    beside = {
        "meeting": meeting,
        "occasion": Occasion.REQUEST,
        "channel": request.POST.get("channel", "").replace("\0", ""),
    }
    return rows.filter(**beside).first() if "body" in request.POST else None


def keep_words(request: HttpRequest, message: Message | None) -> HttpResponse | None:
    """Keep the words of `message` that came along with another act; the page with them where they are refused."""
    if message is None or not request.POST.get("body", "").strip():
        return None
    form = MessageForm(request.POST, on=message)
    return None if reworded(message, form) else again(request, message, form)


def reworded(message: Message, form: MessageForm) -> bool:
    return form.is_valid() and form.save_to(message.reword, {Message.AlreadySent: ""})


def again(
    request: HttpRequest, message: Message, form: MessageForm, *, sending: SentForm | None = None
) -> HttpResponse:
    """The desk with the refused words still on it, and with the day of `sending` where that was refused."""
    meeting, request_of_theirs = message.meeting, message.occasion == Occasion.REQUEST
    if request_of_theirs and meeting.asked_at is None:
        # Whatever refuses it, their words stay before them.
        context = ask_context(request, meeting, message.channel) | {"quiet": False}
    else:
        slug = "ask" if request_of_theirs else ""
        context = {**_beside(meeting), **step_context(meeting, slug)}
    context |= {**desk_context(request, message), **({"sending": sending} if sending else {})}
    if message.sent_at is not None:
        # There is no form any more in which they could stand.
        context["words"] = [form.data[name] for name in message.worded if form.data.get(name)]
    page = "meetings/ask.html" if request_of_theirs else "meetings/write.html"
    return respond(request, page, context, form=form, fragment="meetings/_desk.html", refused=True)


def letter_context(request: HttpRequest, message: Message) -> dict[str, Any]:
    """What the desk shows of `message`: its words in a form, how long it is and how it goes, what the coach says."""
    now = timezone.now()
    advice = coaching.advice(message, now=now) if message.sent_at is None else None
    praise = advice is not None and advice.standing == "good"
    shown = letter(message, Centre.recent(), link=_link_of(message, now=now), praise=praise)
    return {
        "message": message,
        "channels": channels_for(message.meeting, message.occasion, message.channel),
        "form": MessageForm(on=message, initial={"body": shown.body}),
        "sending": SentForm(),
        "letter": shown,
        **_times_in(message, now=now),
        "advice": advice,
    }


def offered_in_words(message: Message, *, now: datetime) -> tuple[str, ...]:
    """The times that a request names, where some are on offer."""
    return gather(message.meeting, message.occasion, now=now).windows


def _times_in(message: Message, *, now: datetime) -> dict[str, bool]:
    """What there is to say of the times in a letter that waits: to be renewed, in part past or taken, not named."""
    if not message.is_own_request:
        return {}
    times = offered_in_words(message, now=now)
    if message.may_renew_times(times):
        return {"renewable": True}
    gone = gone_in_letter(message.meeting, now=now)
    return {"outdated": names_any(message.body, gone), "unnamed": message.lacks(times)}


def desk_context(request: HttpRequest, message: Message) -> dict[str, Any]:
    """What the desk shows after an act on `message`: besides, the way back to the page that it stands on."""
    to = back(request, message)
    return {
        **letter_context(request, message),
        "back": to,
        "back_path": urlsplit(to).path,
        "then": way_back(request, "then"),
    }


def _day_not_pressed(request: HttpRequest, message: Message) -> HttpResponse:
    """Enter saves the words and records nothing: the day stays, beside the button that does."""
    day = SentForm(request.POST)
    day.is_valid()
    day.add_error("sent_on", _("Your message is saved. To record that you sent it, press “Mark as sent on this day”."))
    return again(request, message, MessageForm(on=message), sending=day)


def _gone(request: HttpRequest, message: Message, notice: str) -> HttpResponse:
    # What a letter about a time leaves to be done here: they know, and it still stands as it was.
    left = {
        Occasion.CANCEL: ("cancel", "meetings:cancel", _("Now cancel the conversation here.")),
        Occasion.MOVE: ("arrange", "meetings:time", _("When they choose a new time, add it here.")),
    }
    act, page, words = left.get(Occasion(message.occasion), ("", "", ""))
    if act and message.meeting.refusal(act, timezone.now()) is None:
        return done(request, page, message.meeting_id, notice=words)
    to = way_back(request, "then") or message.meeting.get_absolute_url()
    # What was typed and not offered is on its own page, to be offered there.
    offers = onwards(request, message, reverse("meetings:offer", args=[message.meeting_id]))
    return done(request, offers if "?" in offers else to, notice=notice)


def _went_on(message: Message, day: SentForm, now: datetime) -> bool:
    """Whether it can have gone on that day; why not, the field says."""
    try:
        message.moment_of(day.cleaned_data["sent_on"], now=now)
    except (Meeting.StillToCome, Meeting.BeforeThat) as refused:
        day.add_error("sent_on", str(refused))
        return False
    return True


def _goes(message: Message, form: MessageForm, send: Callable[..., None]) -> bool:
    """Whether `send` let it go, in the words of the form or without them as it stands; why not, the form says."""
    if "body" in form.data:
        return form.is_valid() and form.save_to(send, {Meeting.Refused: ""})
    try:
        send()
    except Meeting.Refused as refused:
        form.is_valid()
        form.add_error(None, str(refused))
        return False
    return True


def _noted_as_sent(contact: Contact) -> str:
    """That it is noted, and what comes next with this person."""
    if contact.next_act_at is None:
        return _("Marked as sent.")
    day = timezone.localtime(contact.next_act_at)
    facts = {"who": isolated(contact.addressed), "act": contact.next_act, "day": say_day(day)}
    if day.date() <= timezone.localdate():
        return _("Marked as sent. Next for %(who)s: %(act)s.") % facts
    return _("Marked as sent. Next for %(who)s: %(act)s, on %(day)s.") % facts


def _desk(request: HttpRequest, meeting: Meeting, occasion: str, channel: str) -> dict[str, Any]:
    """The open draft by the `channel` asked for, or the one that suits the contact best, with its link."""
    now, channel = timezone.now(), channel_for(meeting, occasion, channel)
    asks = occasion in {Occasion.REQUEST, Occasion.NUDGE} and channel == Contact.Channel.EMAIL
    if asks and "reply" not in meeting.has:
        # Who may not be asked any more is told when the letter is to go.
        with suppress(Meeting.Refused):
            Reply.prepare(meeting, now=now)
    message = Message.draft(meeting, occasion=occasion, channel=channel, now=now)
    return {**_beside(meeting), **letter_context(request, message)}


def _link_of(message: Message, *, now: datetime) -> str:
    """The address that the letter has a place for, made where there is none yet; "" where it goes without."""
    link = Reply.address_for(message, now=now)
    if link or not message.holds_link or message.sent_at is not None:
        return link
    with suppress(Meeting.Refused):
        Reply.prepare(message.meeting, now=now)
    return Reply.address_for(message, now=now)


def _beside(meeting: Meeting) -> dict[str, Any]:
    """The facts that the letter was made from."""
    return {"goals": meeting.served}
