from meetings.models.dispatch import Dispatch
from meetings.models.link import Link
from meetings.models.meeting import Meeting
from meetings.models.message import Message
from meetings.models.offer import Offer
from meetings.models.reply import Reply

__all__ = ["Dispatch", "Link", "Meeting", "Message", "Offer", "Reply"]
