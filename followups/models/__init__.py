from followups.models.feed import Feed
from followups.models.followup import Followup
from followups.models.promise import Promise
from followups.models.reminding import Reminding

__all__ = ["Feed", "Followup", "Promise", "Reminding"]
