from django.urls import path

from notes.views import compare, debrief, meet, named, note

app_name = "notes"

urlpatterns = [
    path("answers/", compare.compare, name="compare"),
    path("<int:pk>/meet/", meet.meet, name="meet"),
    path("<int:pk>/meet/start/", meet.start, name="start"),
    path("<int:pk>/meet/add/", meet.add, name="add"),
    path("<int:pk>/meet/end/", meet.end, name="end"),
    path("<int:pk>/meet/<int:question_pk>/tick/", meet.tick, name="tick"),
    path("<int:pk>/notes/", note.free, name="free"),
    path("<int:pk>/notes/<int:question_pk>/", note.answer, name="answer"),
    path("<int:pk>/debrief/", debrief.debrief, name="debrief"),
    path("<int:pk>/debrief/finish/", debrief.finish, name="finish"),
    path("<int:pk>/named/", named.name, name="name"),
    path("<int:pk>/named/removed/<int:removed>/restore/", named.restore, name="restore"),
    path("named/<int:pk>/become/", named.become, name="become"),
    path("named/<int:pk>/remove/", named.remove, name="remove"),
]
