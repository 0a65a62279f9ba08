"""Requests a second of the pages that are opened most, beside a bare view in the same run."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from psutil import Process

from bench import serve
from bench.drive import Load, drive
from bench.fill import STRIDE
from bench.ground import Ground
from bench.peer import Peer
from bench.serve import busy, database, megabytes, serving

PDF_MS = 15.0
# Which page of healthchecks each of ours is held against: its list of fifty checks, or one check with its pings.
LIKE = {"home": "list", "people": "list", "conversation": "detail"}
TOKEN = "b" * 32
BOUND = {"HTTP_X_CSRFTOKEN": TOKEN, "HTTP_HX_REQUEST": "true", "HTTP_X_AUTOSAVE": "1"}


@dataclass(frozen=True)
class Page:
    """A page by name: its path for student `n`, and for a form the words that are saved the `n`-th time.

    `bar` is the least that it may reach of the bare one-line view's requests.
    """

    name: str
    bar: float
    path: Callable[[int], str]
    words: Callable[[int], str] | None = None


def pages() -> list[Page]:
    """What is measured: home, 50 people, a conversation, and saving one of its steps."""
    from meetings.models import Meeting

    talk = Meeting.objects.filter(pk__lt=STRIDE, stage="arranged").order_by("pk")[0].pk
    return [
        Page("home", 0.18, lambda n: reverse("home:home")),
        Page("people", 0.22, lambda n: reverse("contacts:index")),
        Page("conversation", 0.22, lambda n: reverse("meetings:show", args=[talk + n * STRIDE])),
        Page(
            "saving a step",
            0.35,
            lambda n: reverse("meetings:person", args=[talk + n * STRIDE]),
            lambda n: f"why_them=Because+of+the+work+they+do%2C+said+{n}+{time.time_ns()}",
        ),
    ]


def request(page: Page, n: int, key: str) -> bytes:
    """The request of student `n` as it goes over the wire."""
    head = [f"{'POST' if page.words else 'GET'} {page.path(n)} HTTP/1.1", "Host: 127.0.0.1"]
    head += [f"Cookie: sessionid={key}; csrftoken={TOKEN}", "Accept: text/html"]
    body = page.words(n) if page.words else ""
    if page.words:
        head += [f"X-CSRFToken: {TOKEN}", "HX-Request: true", "X-Autosave: 1"]
        head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return ("\r\n".join(head) + "\r\n\r\n" + body).encode()


def measure(ground: Ground, *, only: str, seconds: float, rounds: int, peer: Path | None = None) -> int:
    """Print the table; 1 where a bar was missed."""
    chosen = [page for page in pages() if only in page.name]
    bare = [request(Page("bare", 1, lambda n: "/"), n, key) for n, key in enumerate(ground.sessions)]
    line = [request(Page("line", 1, lambda n: "/line/"), n, key) for n, key in enumerate(ground.sessions)]
    missed = False
    print(f"\n{ground.students} students, 100 contacts and 10 conversations each; 8 connections;", end=" ")
    print(f"{rounds} rounds of {seconds:g} s each, the page and the bare views in turn. Ratios: to a bare view that")
    print("answers with one line, and to one that shows the fifty rows of its one query\n")
    heads = ("queries", "req/s", "p50 ms", "p95 ms", "web ms", "db ms", "bare/s", "bare ms", "of a line", "ratio")
    print(f"{'page':<15}" + "".join(f"{head:>10}" for head in heads) + "   bar")
    with (
        serving(ground.product_port) as product,
        serve.bare(ground.bare_port) as beside,
    ):
        for page in chosen:
            ours, theirs, of_line, ratio = _rounds(ground, page, (bare, line), (product, beside), seconds, rounds)
            missed |= of_line < page.bar or bool(ours.wrong)
            verdict = f"{page.bar} {'met' if of_line >= page.bar else 'MISSED'}"
            numbers = (ours.rate, ours.percentile(0.5), ours.percentile(0.95), *ours.cost(), theirs.rate)
            print(
                f"{page.name:<15}{queries(ground, page):>10}"
                + "".join(f"{number:>10.1f}" for number in (*numbers, sum(theirs.cost())))
                + f"{of_line:>10.2f}{ratio:>10.2f}   {verdict}"
                + (f"  wrong answers: {ours.wrong}" if ours.wrong else ""),
                flush=True,
            )
        print(f"\nmemory: product {megabytes(product):.0f} MB, bare {megabytes(beside):.0f} MB")
        if peer:
            missed |= _behind(ground, [page for page in chosen if page.name in LIKE], peer, product, seconds, rounds)
    if not only or only in "pdf":
        missed |= _pdf() >= PDF_MS
    return int(missed)


def _behind(ground: Ground, chosen: list[Page], path: Path, product: Process, seconds: float, rounds: int) -> bool:
    """Drive each page in turn with the peer's page of its kind; True where one of ours answers fewer requests."""
    behind = False
    peer = Peer(path, ground.peer_port)
    print(
        f"\n{'page':<15}{'req/s':>10}{'web ms':>10}{'db ms':>10}   healthchecks{'req/s':>10}{'web ms':>10}{'db ms':>10}"
    )
    with peer.serving() as theirs:
        for page in chosen:
            ours, other = Load(), Load()
            for took in (1, *[seconds] * rounds):
                wanted = [request(page, n, key) for n, key in enumerate(ground.sessions)]
                mine = _watched(product, ground.product_port, wanted, took)
                its = _watched(theirs, peer.port, peer.requests(LIKE[page.name]), took)
                if took != 1:
                    ours.add(mine)
                    other.add(its)
            behind |= ours.rate <= other.rate or bool(other.wrong)
            numbers = (ours.rate, *ours.cost())
            print(
                f"{page.name:<15}"
                + "".join(f"{number:>10.1f}" for number in numbers)
                + f"   {LIKE[page.name]:<12}"
                + "".join(f"{number:>10.1f}" for number in (other.rate, *other.cost()))
                + f"   {'ahead' if ours.rate > other.rate else 'BEHIND'}"
                + (f"  wrong answers: {other.wrong}" if other.wrong else ""),
                flush=True,
            )
    return behind


def _rounds(
    ground: Ground,
    page: Page,
    plain: tuple[list[bytes], list[bytes]],
    servers: tuple[Process, Process],
    seconds: float,
    rounds: int,
) -> tuple[Load, Load, float, float]:
    """The page and the two bare views in turn: both loads, and the medians of the rounds' ratios to line and page."""
    ours, theirs = Load(), Load()
    ratios: list[tuple[float, float]] = []
    bare, line = plain
    for warm_up in (True, *[False] * rounds):
        took = 1 if warm_up else seconds
        beside = _watched(servers[1], ground.bare_port, bare, took)
        # Made anew, so that a form saves other words each time.
        wanted = [request(page, n, key) for n, key in enumerate(ground.sessions)]
        load = _watched(servers[0], ground.product_port, wanted, took)
        if not warm_up:
            floor = _watched(servers[1], ground.bare_port, line, took)
            ratios.append((load.rate / floor.rate, load.rate / beside.rate))
            ours.add(load)
            theirs.add(beside)
    of_line, of_page = (statistics.median(those) for those in zip(*ratios, strict=True))
    return ours, theirs, of_line, of_page


def _watched(server: Process, port: int, requests: list[bytes], seconds: float) -> Load:
    web, data = busy(server), busy(database())
    load = drive(port, requests, seconds=seconds)
    load.web, load.data = busy(server) - web, busy(database()) - data
    return load


def queries(ground: Ground, page: Page) -> int:
    """How many queries the page makes, asked in this process; what a process asks only once is not counted."""
    ask(page, 1, ground.sessions[1])
    with CaptureQueriesContext(connection) as asked:
        ask(page, 1, ground.sessions[1])
    return len(asked)


@cache
def _client() -> Client:
    """One for all, so that the middleware is loaded once, as in a server."""
    return Client(SERVER_NAME="127.0.0.1")


def ask(page: Page, n: int, key: str) -> bytes:
    """The page as student `n` sees it, in this process."""
    client = _client()
    client.cookies["sessionid"], client.cookies["csrftoken"] = key, TOKEN
    if page.words is None:
        return client.get(page.path(n)).content
    form = "application/x-www-form-urlencoded"
    return client.post(page.path(n), page.words(n), content_type=form, **BOUND).content


def _pdf() -> float:
    """The milliseconds of an agenda's PDF with its queries, in this process; the median of fifty."""
    from django.utils import timezone

    from agendas.pdf import sheet_of
    from agendas.plan import plan_of
    from meetings.models import Meeting

    talks = list(
        Meeting.objects.select_related("contact", "owner", "pitch").filter(stage="arranged").order_by("pk")[:60]
    )
    times = []
    for talk in talks:
        began = time.perf_counter()
        sheet_of(plan_of(talk, now=timezone.now()))
        times.append((time.perf_counter() - began) * 1000)
    took = statistics.median(times[10:])
    print(f"agenda PDF: {took:.1f} ms (bar {PDF_MS:g})   {'met' if took < PDF_MS else 'MISSED'}")
    return took
