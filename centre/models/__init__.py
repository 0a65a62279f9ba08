from centre.models.calendar import Holiday, Term
from centre.models.centre import Centre
from centre.models.occasions import Channel, Occasion
from centre.models.removed import Removed
from centre.models.template import Template

__all__ = ["Centre", "Channel", "Holiday", "Occasion", "Removed", "Template", "Term"]
