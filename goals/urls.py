from django.urls import path

from goals.views import experiment, goal

app_name = "goals"

urlpatterns = [
    path("", goal.index, name="index"),
    path("aim/", goal.aim, name="aim"),
    path("<int:pk>/", goal.show, name="show"),
    path("<int:pk>/revise/", goal.revise, name="revise"),
    path("<int:pk>/reach/", goal.reach, name="reach"),
    path("<int:pk>/let-go/", goal.let_go, name="let_go"),
    path("<int:pk>/reopen/", goal.reopen, name="reopen"),
    path("<int:pk>/experiments/plan/", experiment.plan_experiment, name="plan_experiment"),
    path("experiments/<int:pk>/revise/", experiment.revise_experiment, name="revise_experiment"),
    path("experiments/<int:pk>/finish/", experiment.finish_experiment, name="finish_experiment"),
    path("experiments/<int:pk>/drop/", experiment.drop_experiment, name="drop_experiment"),
    path("experiments/<int:pk>/reopen/", experiment.reopen_experiment, name="reopen_experiment"),
]
