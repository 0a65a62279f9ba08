"""The contact's page: open to whoever holds its link, without an account. GET only shows; POST answers."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from centre.models import Centre
from contacts.models import Finding
from core import times
from core.http import respond
from core.limits import take, visitor
from core.zones import understood, zone_meant
from meetings import answers, calendar
from meetings.models import Reply
from meetings.reply_form import Answer, ReplyForm, SendToForm, offered

# Guesses that miss: twenty at once, then ten a minute. A link that is right is never counted as one.
MISSES_AT_ONCE, MISSES_A_MINUTE = 20, 10
# What one conversation's links may do, whichever of them is used.
ACTS_AN_HOUR = 20
# Where something stands that may be worth a mail.
MAILED = {"arranged", "late", "proposed", "later", "named", "declined"}
ReplyView = Callable[[HttpRequest, Reply, str, datetime], HttpResponse]


def by_link(view: ReplyView) -> Callable[[HttpRequest, str], HttpResponse]:
    """A page for whoever holds the secret `token`; wrong, ended and foreign ones all lead nowhere alike.

    The secret is what proves the right to act, not a session, so a token against forged requests would guard nothing;
    and whoever refuses cookies has none.
    """

    @wraps(view)
    def walk(request: HttpRequest, token: str) -> HttpResponse:
        now = timezone.now()
        reply = Reply.behind(token, now=now)
        if reply is not None:
            return view(request, reply, token, now)
        if take(f"reply:{visitor(request)}", rate_per_minute=MISSES_A_MINUTE, burst=MISSES_AT_ONCE, now=now):
            raise Http404
        return render(request, "meetings/reply/slowly.html", status=429)

    return csrf_exempt(login_not_required(walk))


@by_link
def show(request: HttpRequest, reply: Reply, token: str, now: datetime) -> HttpResponse:
    """The letter and the answers to choose from, or what was answered."""
    asked = request.GET
    zone = _zone(request, reply, asked)
    chosen, zone_chosen = asked.get("answer", ""), "zone" in asked
    form = ReplyForm(reply=reply, zone=zone, now=now, token=token, chosen=chosen, zone_chosen=zone_chosen)
    context = {**_context(request, reply, token, now, zone), "form": form, "changing": "change" in asked}
    context["mailed"] = "mailed" in asked
    if "typed" in asked:
        context |= {"typing": True, **understood("there", asked.get("there", ""))}
    fragment = "meetings/reply/_times_there.html" if form.has_offers else "core/_place.html"
    return respond(request, "meetings/reply/show.html", context, fragment=fragment)


@by_link
def answer(request: HttpRequest, reply: Reply, token: str, now: datetime) -> HttpResponse:
    """Take the answer; a refused one is shown again with its words."""
    if request.method != "POST":
        return redirect("reply:show", token)
    zone, form = _filled(request, reply, token, now)
    refused: Reply.Refused | None = None
    if form.is_valid() and not _is_one_too_many(form, reply, now):
        try:
            _give(form, reply, now)
        except Reply.Ended as ended:
            raise Http404 from ended
        except Reply.Refused as fact:
            form.add_error(None, str(fact))
            refused, reply = fact, _again(token, now)
        else:
            return redirect("reply:show", token)
    if form.errors and refused is None:
        # Where nothing can be answered any more there is no form either, beside which a sentence could stand.
        try:
            reply.refuse_late(now)
        except Reply.Refused as fact:
            form.add_error(None, str(fact))
    # Where they are not asked any more, what they wrote stands there to be taken along.
    words = [form.data[name] for name in ("name", "reach", "place", "line") if form.data.get(name)]
    context = {"changing": not isinstance(refused, Reply.Meanwhile), "words": words}
    context |= _context(request, reply, token, now, zone)
    return respond(request, "meetings/reply/show.html", context, form=form)


@by_link
def there(request: HttpRequest, reply: Reply, token: str, now: datetime) -> HttpResponse:
    """The times as they are said in the place that was typed, with everything else that was; nothing is answered."""
    if request.method != "POST":
        return redirect("reply:show", token)
    zone, form = _filled(request, reply, token, now)
    form.ask_only_where()
    context = {**_context(request, reply, token, now, zone), "changing": True, "asks_where": True}
    return respond(request, "meetings/reply/show.html", context, form=form)


def _filled(request: HttpRequest, reply: Reply, token: str, now: datetime) -> tuple[str, ReplyForm]:
    """The zone that is meant, and the form as it was sent."""
    zone = _zone(request, reply, request.POST)
    return zone, ReplyForm(request.POST, reply=reply, zone=zone, now=now, token=token)


@by_link
def about(request: HttpRequest, reply: Reply, token: str, now: datetime) -> HttpResponse:
    """What this student holds about them."""
    contact = reply.meeting.contact
    found = Finding.objects.visible_to(reply.meeting.owner).filter(contact=contact).oldest_first()
    context = _context(request, reply, token, now, _zone(request, reply))
    facts = [*answers.kept(contact), *answers.kept_address(reply)]
    return respond(request, "meetings/reply/about.html", {**context, "facts": facts, "findings": found})


@by_link
def erase(request: HttpRequest, reply: Reply, token: str, now: datetime) -> HttpResponse:
    """Take out what is held about them; the link ends with it."""
    if request.method != "POST":
        return redirect("reply:about", token)
    context = _context(request, reply, token, now, _zone(request, reply))
    try:
        reply.erase(now=now)
    except Reply.Ended as ended:
        raise Http404 from ended
    return respond(request, "meetings/reply/erased.html", context)


@by_link
def ics(request: HttpRequest, reply: Reply, token: str, now: datetime) -> HttpResponse:
    """The calendar file of the conversation as it stands."""
    meeting = reply.meeting
    if meeting.sequence is None or meeting.starts_at is None:
        return redirect("reply:show", token)
    shown = reply.show_address
    return calendar.download(calendar.attachment(meeting, for_contact=True, now=now, shows_address=shown))


@by_link
def send_to(request: HttpRequest, reply: Reply, token: str, now: datetime) -> HttpResponse:
    """Mail their answer, and later a change of its time, to the address that they leave."""
    if request.method != "POST":
        return redirect("reply:show", token)
    form = SendToForm(request.POST, reply=reply, action=request.path)
    if form.is_valid():
        try:
            reply.send_to(form.cleaned_data["email"], now=now)
        except Reply.Ended as ended:
            raise Http404 from ended
        except Reply.Refused as fact:
            form.add_error("email", str(fact))
        else:
            # The sentence that says where it goes takes the focus.
            return redirect(f"{reverse('reply:show', args=[token])}?mailed=1")
    context = _context(request, reply, token, now, _zone(request, reply))
    return respond(request, "meetings/reply/show.html", {**context, "mail_form": form}, form=form)


@by_link
def stop_mails(request: HttpRequest, reply: Reply, token: str, now: datetime) -> HttpResponse:
    """Let go of that address."""
    if request.method == "POST":
        reply.stop_mails()
    return redirect("reply:show", token)


def _is_one_too_many(form: ReplyForm, reply: Reply, now: datetime) -> bool:
    """Whether the links of this conversation acted often enough for now; then the form says it, the words kept.

    Nobody is kept from asking to be left alone.
    """
    if form.cleaned_data["answer"] == Answer.QUIET:
        return False
    if take(f"reply-acts:{reply.pk}", rate_per_minute=ACTS_AN_HOUR / 60, burst=ACTS_AN_HOUR, now=now):
        return False
    sentence = _("You’ve sent several replies within an hour. Please wait a few minutes and try again.")
    form.add_error(None, str(sentence))
    return True


def _give(form: ReplyForm, reply: Reply, now: datetime) -> None:
    """Say to the conversation what the form says."""
    values, seen = form.cleaned_data, form.cleaned_data["seen"]
    line = values["line"]
    how: dict[str, Any] = {"zone": form.their_zone, "mode": values["mode"] or "online", "place": values["place"]}
    if form.offer is not None:
        reply.accept(form.offer, now=now, line=line, seen=seen, **how)
    elif values["answer"] == Answer.PROPOSED:
        when = {"at": values.get("at"), "day": values["day"], "part": values["part"]}
        reply.propose(now=now, line=line, seen=seen, **how, **when)
    elif values["answer"] == Answer.NAMED:
        words = {"reach": values["reach"], "may_use_name": values["may_use_name"]}
        reply.name_someone(values["name"], now=now, line=line, seen=seen, **words)
    elif values["answer"] == Answer.QUIET:
        reply.keep_quiet(now=now, line=line, seen=seen)
    elif values["answer"] == Answer.CANCELLED:
        reply.cancel(now=now, line=line, seen=seen)
    else:
        later = values["answer"] == Answer.LATER
        reply.decline(now=now, line=line, later=later, not_before=values["not_before"], seen=seen)


def _again(token: str, now: datetime) -> Reply:
    """The reply as it stands after a refusal."""
    found = Reply.behind(token, now=now)
    if found is None:
        raise Http404
    return found


def _zone(request: HttpRequest, reply: Reply, asked: QueryDict | None = None) -> str:
    """The contact's zone: of the place that was typed, else the one that their page says (`asked`), else what is known
    of them, else the centre's."""
    if asked:
        for zone in (zone_meant(asked.get("there", "")), times.now_called(asked.get("zone", ""))):
            if zone in times.zone_names():
                return zone
    return reply.zone or reply.meeting.their_zone or Centre.recent().time_zone


def _context(request: HttpRequest, reply: Reply, token: str, now: datetime, zone: str) -> dict[str, Any]:
    """What every page of the contact's shows: who asks, and how things stand in both zones."""
    meeting, owner = reply.meeting, reply.meeting.owner
    state = answers.state(reply, now)
    # A student without a name is not called by their address.
    asker = owner.name or _("One of our students")
    return {
        "token": token,
        # No token against forged requests, and so no cookie: see `by_link`.
        "csrf_token": "",
        "reply": reply,
        "meeting": meeting,
        "owner": owner,
        "title": answers.title(state, asker=asker, minutes=meeting.minutes),
        "asker": asker,
        "asker_first": owner.first_name if owner.name else _("The student"),
        "contact": meeting.contact,
        "state": state,
        "may_change": state not in {"ask", "quiet", "called_off", "held", "late"},
        "arranged": meeting.in_words(zone, owner.zone),
        "proposed": answers.proposed(reply, zone, owner.zone),
        "others": [words for _pk, words in offered(reply, zone, now)]
        if state == "arranged" and answers.offers_anew(reply)
        else [],
        "how": answers.how(reply),
        "zone": zone,
        "own": request.user.pk == owner.pk,
        "mail_form": SendToForm(reply=reply, action=reverse("reply:send_to", args=[token]))
        if state in MAILED
        else None,
    }
