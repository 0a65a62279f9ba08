from meetings.models.dispatch import Dispatch
from meetings.models.link import Link
from meetings.models.meeting import Meeting
from meetings.models.message import Message
from meetings.models.reply import Offer, Reply

__all__ = ["Dispatch", "Link", "Meeting", "Message", "Offer", "Reply"]
