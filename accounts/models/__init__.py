from accounts.models.invitation import Invitation
from accounts.models.pitch import Pitch
from accounts.models.place import KnownPlace
from accounts.models.resume import Resume
from accounts.models.user import User

__all__ = ["Invitation", "KnownPlace", "Pitch", "Resume", "User"]
