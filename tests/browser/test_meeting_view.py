"""The meeting view in a real browser: what was typed outlives a dead network and a lapsed session."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from agendas.models import Question
from meetings.models import Meeting
from notes.models import Note
from tests.cast import PASSWORD, Cast, a_meeting
from tests.notes.builders import a_note, a_question

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def talk(cast: Cast) -> Meeting:
    """A conversation that has just begun, with three questions."""
    meeting = a_meeting(cast.amina, now=timezone.now())
    for text in ("What led you to this work?", "What is an ordinary week like?", "Who else should I talk to?"):
        a_question(meeting, text)
    soon = timezone.now() + timedelta(seconds=1)
    meeting.arrange(now=timezone.now(), starts_at=soon, minutes=20, mode="phone")
    return meeting


def sign_in(page: Page, cast: Cast) -> None:
    client = Client()
    client.force_login(cast.amina)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": page.url_base}])


@pytest.fixture
def hand(phone: Page, cast: Cast, live_server: object) -> Page:
    """Amina's phone, signed in."""
    phone.url_base = live_server.url  # type: ignore[attr-defined]
    sign_in(phone, cast)
    return phone


def box(page: Page, key: object) -> Locator:
    return page.locator(f'form[data-note="{key}"] textarea')


def saved(page: Page, key: object) -> None:
    expect(page.locator(f'form[data-note="{key}"] [data-line]')).to_contain_text("Saved at")


def words_of(meeting: Meeting) -> list[str]:
    return [note.words for note in Note.objects.visible_to(meeting.owner).filter(meeting=meeting).in_order()]


def kept(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('halfhour:'))")


def opened(page: Page, meeting: Meeting) -> list[str]:
    """The meeting view, and the keys of its questions."""
    page.goto(f"/meetings/{meeting.pk}/meet/")
    return page.eval_on_selector_all("[data-card]", "cards => cards.map(card => card.dataset.card)")


def test_saves_while_typing(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    box(hand, first).press_sequentially("She began on a trawler.")
    saved(hand, first)
    assert words_of(talk) == ["She began on a trawler."]
    assert kept(hand) == []


def test_words_typed_without_a_network_arrive_when_it_returns(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    hand.context.set_offline(True)
    box(hand, first).fill("Typed in the lift.")
    expect(hand.locator(f'form[data-note="{first}"] [data-line]')).to_contain_text("You’re offline")
    assert words_of(talk) == []
    hand.context.set_offline(False)
    saved(hand, first)
    assert words_of(talk) == ["Typed in the lift."]


def test_words_outlive_a_closed_page(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    hand.context.set_offline(True)
    box(hand, first).fill("Typed before the phone died.")
    hand.goto("about:blank")
    hand.context.set_offline(False)
    opened(hand, talk)
    expect(box(hand, first)).to_have_value("Typed before the phone died.")
    # A function and not a string of script, which the page's policy would refuse to evaluate a second time.
    hand.wait_for_function("() => Object.keys(localStorage).every(key => !key.startsWith('halfhour:'))")
    assert words_of(talk) == ["Typed before the phone died."]


def test_ticks_and_new_questions_wait_for_the_network(hand: Page, talk: Meeting) -> None:
    first, second, _ = opened(hand, talk)
    hand.context.set_offline(True)
    hand.locator(f"#q{first} [data-ask]").click()
    expect(hand.locator(f"#q{second}")).to_be_visible()
    hand.get_by_label("A new question").fill("What would you do differently?")
    hand.get_by_role("button", name="Add the question").click()
    expect(hand.locator("form[data-new] [data-line]")).to_contain_text("You’re offline")
    hand.context.set_offline(False)
    expect(hand.locator("[data-card]")).to_have_count(4)
    expect(hand.get_by_role("heading", name="What would you do differently?")).to_be_visible()
    expect(hand.locator(f"#q{first} [data-asked-mark]")).to_be_hidden()  # its page is turned
    expect(hand.locator("[data-asked] [data-asked-mark]").first).to_be_attached()
    assert kept(hand) == []


def test_w14_a_pasted_list_is_offered_as_several_questions(hand: Page, talk: Meeting) -> None:
    opened(hand, talk)
    hand.get_by_label("A new question").fill("1. What came next? 2. Who decided? 3. And then?")
    hand.get_by_role("button", name="Add the question").click()
    expect(hand.locator("main").get_by_text("Three questions?")).to_be_visible()
    hand.get_by_role("button", name="Add all three").click()
    expect(hand.locator("[data-card]")).to_have_count(6)
    expect(hand.get_by_role("heading", name="What came next?")).to_be_visible()
    expect(hand.get_by_label("A new question")).to_have_value("")
    assert kept(hand) == []


def test_a_lapsed_session_loses_nothing(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    Session.objects.all().delete()
    box(hand, first).fill("Typed after the session lapsed.")
    expect(
        hand.locator("main").get_by_text("You’ve been signed out. Sign in again. Your notes are safe here.").first
    ).to_be_visible()
    asked: list[str] = []
    hand.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    hand.get_by_role("link", name="Sign in again").click()
    talk.owner.set_password(PASSWORD)
    talk.owner.save()
    address = {"email": talk.owner.email, "verified": True, "primary": True}
    EmailAddress.objects.update_or_create(user=talk.owner, defaults=address)
    hand.locator("input[name=login]").fill(talk.owner.email)
    hand.locator("input[name=password]").fill(PASSWORD)
    hand.locator("input[name=password]").press("Enter")
    hand.wait_for_url(f"**/meetings/{talk.pk}/meet/**")
    saved(hand, first)
    assert words_of(talk) == ["Typed after the session lapsed."]
    # What is safe is not asked about.
    assert asked == []


@pytest.mark.slow
def test_signing_in_again_in_another_window_sends_the_words(hand: Page, talk: Meeting, cast: Cast) -> None:
    first, *_ = opened(hand, talk)
    Session.objects.all().delete()
    box(hand, first).fill("Still here.")
    expect(hand.get_by_role("alert").filter(has_text="You’ve been signed out")).to_be_visible()
    hand.context.clear_cookies()
    sign_in(hand, cast)
    other = hand.context.new_page()
    other.goto("/meetings/")
    hand.evaluate("window.dispatchEvent(new Event('online'))")
    saved(hand, first)
    assert words_of(talk) == ["Still here."]


@pytest.mark.slow
def test_words_changed_in_two_places_both_stand(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    a_note(talk, Question.objects.get(pk=first), "From the laptop.", now=timezone.now())
    box(hand, first).fill("From the phone.")
    expect(hand.locator("[data-newer-words]")).to_have_text("From the laptop.")
    hand.get_by_role("button", name="Keep both").click()
    saved(hand, first)
    assert words_of(talk) == ["From the laptop.\n\nFrom the phone."]


@pytest.mark.slow
def test_a_new_question_behind_one_that_left_the_agenda_goes_last(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    Question.objects.get(pk=first).drop(now=timezone.now())
    hand.get_by_label("A new question").fill("What would you do differently?")
    hand.get_by_role("button", name="Add the question").click()
    expect(hand.get_by_role("heading", name="What would you do differently?")).to_be_visible()
    expect(hand.get_by_label("A new question")).to_have_value("")
    assert Question.objects.order_by("position").last().text == "What would you do differently?"
    assert kept(hand) == []


@pytest.mark.slow
def test_a_new_question_of_a_conversation_that_is_gone_stands_in_its_box(hand: Page, talk: Meeting) -> None:
    opened(hand, talk)
    Meeting.objects.filter(pk=talk.pk).delete()
    hand.get_by_label("A new question").fill("What would you do differently?")
    hand.get_by_role("button", name="Add the question").click()
    expect(hand.locator("form[data-new] [data-line]")).to_contain_text("This was deleted in another window")
    expect(hand.get_by_label("A new question")).to_have_value("What would you do differently?")


@pytest.mark.slow
def test_words_to_a_question_that_left_the_agenda_join_the_free_notes(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    hand.context.set_offline(True)
    box(hand, "free").fill("Free words.")
    box(hand, first).fill("Words to it.")
    expect(hand.locator(f'form[data-note="{first}"] [data-line]')).to_contain_text("You’re offline")
    Question.objects.get(pk=first).drop(now=timezone.now())
    hand.context.set_offline(False)
    expect(box(hand, "free")).to_have_value("Free words.\n\nWords to it.")
    saved(hand, "free")
    assert words_of(talk) == ["Free words.\n\nWords to it."]


def test_signing_out_clears_what_was_kept(hand: Page, talk: Meeting) -> None:
    first, *_ = opened(hand, talk)
    hand.context.set_offline(True)
    box(hand, first).fill("Only for me.")
    assert len(kept(hand)) == 1
    hand.goto("about:blank")
    hand.context.set_offline(False)
    hand.goto("/meetings/")
    hand.locator("details.you summary").click()
    hand.get_by_role("button", name="Sign out").click()
    hand.wait_for_url("**/login/**")
    assert kept(hand) == []


def test_says_the_time_left_and_the_marks(hand: Page, talk: Meeting) -> None:
    opened(hand, talk)
    expect(hand.locator("[data-left]")).to_have_text("20 minutes left")
    Meeting.objects.filter(pk=talk.pk).update(
        starts_at=timezone.now() - timedelta(minutes=15, seconds=-3),
        ends_at=timezone.now() + timedelta(minutes=5, seconds=3),
    )
    opened(hand, talk)
    expect(hand.locator("[data-left]")).to_have_text("6 minutes left")
    expect(hand.locator("[data-mark]")).to_be_visible()
    expect(hand.locator("#said")).to_contain_text("Five minutes left")


def test_the_loud_act_goes_with_the_clock(hand: Page, talk: Meeting) -> None:
    starts_at = timezone.now() + timedelta(minutes=10)
    Meeting.objects.filter(pk=talk.pk).update(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=20))
    hand.clock.install()
    opened(hand, talk)
    loud = hand.locator("[data-loud]:not(.quiet):visible")
    for later, label in ((0, "Start the timer"), (11, "Next question"), (20, "End the conversation")):
        hand.clock.fast_forward(later * 60_000)
        expect(loud).to_contain_text(label)
        expect(loud).to_have_count(1)


@pytest.mark.slow
def test_the_clock_of_practising_says_that_it_runs(hand: Page, talk: Meeting) -> None:
    ahead = timezone.now() + timedelta(days=3)
    talk.arrange(now=timezone.now(), starts_at=ahead, minutes=20, mode="phone")
    opened(hand, talk)
    hand.get_by_role("button", name="Start the timer", exact=True).click()
    expect(hand.locator("[data-left]")).to_have_text("20 minutes left")
    expect(hand.locator("[data-practise]")).to_have_text("Restart the timer")
    expect(hand.locator("[data-practise]")).to_be_focused()


@pytest.mark.slow
def test_can_be_silenced(hand: Page, talk: Meeting) -> None:
    Meeting.objects.filter(pk=talk.pk).update(
        starts_at=timezone.now() - timedelta(minutes=15, seconds=-3),
        ends_at=timezone.now() + timedelta(minutes=5, seconds=3),
    )
    opened(hand, talk)
    hand.get_by_role("button", name="Mute", exact=True).click()
    expect(hand.get_by_role("button", name="Unmute")).to_be_visible()
    expect(hand.locator("[data-mark]")).to_be_visible()
    expect(hand.locator("#said")).to_be_empty()


def test_works_without_script(plain_desk: Page, talk: Meeting, cast: Cast, live_server: object) -> None:
    plain_desk.url_base = live_server.url  # type: ignore[attr-defined]
    sign_in(plain_desk, cast)
    plain_desk.goto(f"/meetings/{talk.pk}/meet/")
    expect(plain_desk.get_by_text("until").first).to_be_visible()
    expect(plain_desk.locator("[data-card]:visible")).to_have_count(3)
    note = plain_desk.locator(".card form[data-note]").first
    note.locator("textarea").fill("Plain words.")
    # Whichever button is pressed, the words beside it are kept.
    plain_desk.get_by_role("button", name="Next question").first.click()
    expect(plain_desk.get_by_role("button", name="Next question")).to_have_count(2)
    plain_desk.get_by_label("A new question").fill("And then?")
    plain_desk.get_by_role("button", name="Add the question").click()
    expect(plain_desk.get_by_role("heading", name="And then?")).to_be_visible()
    note.locator("textarea").fill("Plain words, and more.")
    plain_desk.get_by_role("button", name="End the conversation").click()
    expect(plain_desk.get_by_role("heading", name="What you learned", exact=True)).to_be_visible()
    assert words_of(talk) == ["Plain words, and more."]
