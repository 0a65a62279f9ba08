from meetings.models.dispatch import Dispatch
from meetings.models.meeting import Meeting
from meetings.models.message import Message
from meetings.models.reply import Link, Offer, Reply

__all__ = ["Dispatch", "Link", "Meeting", "Message", "Offer", "Reply"]
