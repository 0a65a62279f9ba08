from centre.models.calendar import Holiday, Term
from centre.models.centre import Centre

__all__ = ["Centre", "Holiday", "Term"]
