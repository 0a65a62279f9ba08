from meetings.models.dispatch import Dispatch
from meetings.models.invitation import Invitation, Link, Offer
from meetings.models.meeting import Meeting
from meetings.models.message import Message

__all__ = ["Dispatch", "Invitation", "Link", "Meeting", "Message", "Offer"]
