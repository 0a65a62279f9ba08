"""Who may walk through the addresses of this room."""

from tests.cast import a_goal
from tests.goals.builders import an_experiment
from tests.walls import Wall, own, students

WALLS: dict[str, Wall] = {
    "goals:index": students(),
    "goals:aim": students(),
    "goals:show": own(lambda cast: [a_goal(cast.amina).pk]),
    "goals:revise": own(lambda cast: [a_goal(cast.amina).pk]),
    "goals:reach": own(lambda cast: [a_goal(cast.amina).pk]),
    "goals:let_go": own(lambda cast: [a_goal(cast.amina).pk]),
    "goals:reopen": own(lambda cast: [a_goal(cast.amina).pk]),
    "goals:plan_experiment": own(lambda cast: [a_goal(cast.amina).pk]),
    "goals:revise_experiment": own(lambda cast: [an_experiment(a_goal(cast.amina)).pk]),
    "goals:finish_experiment": own(lambda cast: [an_experiment(a_goal(cast.amina)).pk]),
    "goals:drop_experiment": own(lambda cast: [an_experiment(a_goal(cast.amina)).pk]),
    "goals:reopen_experiment": own(lambda cast: [an_experiment(a_goal(cast.amina)).pk]),
}
