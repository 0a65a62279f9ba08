from contacts.models.contact import Contact
from contacts.models.finding import Finding
from contacts.models.quiet import Quiet
from contacts.models.touch import Touch

__all__ = ["Contact", "Finding", "Quiet", "Touch"]
