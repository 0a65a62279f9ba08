from meetings.models.meeting import Meeting
from meetings.models.message import Message

__all__ = ["Meeting", "Message"]
