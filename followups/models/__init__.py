from followups.models.followup import Followup
from followups.models.promise import Promise
from followups.models.reminding import Reminding

__all__ = ["Followup", "Promise", "Reminding"]
