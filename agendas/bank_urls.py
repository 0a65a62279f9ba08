from django.urls import path

from agendas.views import desk, hiding

app_name = "bank"

urlpatterns = [
    path("", desk.index, name="index"),
    path("add/", desk.add, name="add"),
    path("look/", desk.look, name="look"),
    path("removed/<int:removed>/restore/", hiding.restore, name="restore"),
    path("<slug:code>/", desk.word, name="word"),
    path("<slug:code>/hide/", hiding.hide, name="hide"),
    path("<slug:code>/unhide/", hiding.unhide, name="unhide"),
    path("<slug:code>/go-back/", hiding.go_back, name="go_back"),
]
