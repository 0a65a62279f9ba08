from followups.models.followup import Followup
from followups.models.promise import Promise

__all__ = ["Followup", "Promise"]
