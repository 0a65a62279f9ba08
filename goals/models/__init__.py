from goals.models.experiment import Experiment
from goals.models.goal import Goal

__all__ = ["Experiment", "Goal"]
