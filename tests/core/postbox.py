"""A real mail server on loopback for tests: it keeps what it accepts, and fails when it is told to."""

import asyncio
import email
import email.policy
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

OK = "250 OK"


def text_of(message: EmailMessage) -> str:
    """The words of the text part of `message`, or of the whole where it has no parts."""
    part = message.get_body(("plain",))
    return str(part.get_content()) if isinstance(part, EmailMessage) else ""


@dataclass(frozen=True)
class Accepted:
    """A mail for which the server took responsibility, and when its connection began by the monotonic clock."""

    connected_at: float
    message: EmailMessage

    @property
    def name(self) -> str:
        return str(self.message["Message-ID"])

    @property
    def text(self) -> str:
        """The words of its text part."""
        return text_of(self.message)


@dataclass
class Postbox:
    """What arrived. `fails` is asked at each step and answers with what goes wrong, or "" for nothing.

    The steps are "greeting", "hello", "mail", "rcpt" and "data". "4…" and "5…" are replies; "drop" ends the connection;
    "stall" lets the client wait until it gives up, "slow" for three seconds, after which all is well.
    """

    fails: Callable[[str], str] = lambda step: ""
    accepted: list[Accepted] = field(default_factory=list)
    port: int = 0
    connected: dict[Any, float] = field(default_factory=dict)
    # Whom the last mail was for, and who sent it.
    recipient: str = ""
    sender: str = ""

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = await self._fail(server, "mail")
        if not answer:
            self.sender = envelope.mail_from = address
            envelope.mail_options.extend(options)
        return answer or OK

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.recipient = address
        answer = await self._fail(server, "rcpt")
        if not answer:
            envelope.rcpt_tos.append(address)
        return answer or OK

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = await self._fail(server, "data")
        if answer:
            return answer
        content = envelope.content
        raw = content if isinstance(content, bytes) else str(content).encode()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.accepted.append(Accepted(self.connected[session.peer], message))
        return OK

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.connected[session.peer] = time.monotonic()
        return [answer] if (answer := await self._fail(server, "hello")) else responses

    async def handle_HELO(self, server: SMTP, session: Session, envelope: Envelope, hostname: str) -> str:  # noqa: N802
        session.host_name = hostname
        return await self._fail(server, "hello") or OK

    async def _fail(self, server: Any, step: str) -> str:
        wrong = self.fails(step)
        if wrong == "drop":
            server.transport.abort()
            return "421 gone"
        if wrong == "stall":
            await asyncio.sleep(3)
            return "451 too late"
        if wrong == "slow":
            await asyncio.sleep(3)
            return ""
        return wrong


class _Server(SMTP):
    """One that may refuse whoever comes, before a word was said."""

    async def push(self, status: Any) -> None:
        greeting = self.session is not None and not self.session.host_name and str(status).startswith("220 ")
        wrong = self.event_handler.fails("greeting") if greeting else ""
        await super().push(wrong or status)


class _Controller(Controller):
    def factory(self) -> SMTP:
        return _Server(self.handler, **self.SMTP_kwargs)


@contextmanager
def open_postbox(fails: Callable[[str], str] = lambda step: "") -> Iterator[Postbox]:
    """The server on a free port, ended with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    box = Postbox(fails, port=port)
    controller = _Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()
