from django.urls import path

from agendas.views import desk, hiding, sets

app_name = "bank"

urlpatterns = [
    path("", desk.index, name="index"),
    path("add/", desk.add, name="add"),
    path("look/", desk.look, name="look"),
    path("sets/", sets.sets, name="sets"),
    path("sets/make/", sets.make_set, name="make_set"),
    path("sets/<slug:key>/", sets.show_set, name="show_set"),
    path("sets/<slug:key>/rename/", sets.rename_set, name="rename_set"),
    path("sets/<slug:key>/hide/", sets.hide_set, name="hide_set"),
    path("sets/<slug:key>/unhide/", sets.unhide_set, name="unhide_set"),
    path("sets/<slug:key>/put/<slug:code>/", sets.put, name="put"),
    path("sets/<slug:key>/take-out/<slug:code>/", sets.take_out, name="take_out"),
    path("sets/<slug:key>/move/<slug:code>/", sets.move, name="move"),
    path("removed/<int:removed>/restore/", hiding.restore, name="restore"),
    path("<slug:code>/", desk.word, name="word"),
    path("<slug:code>/hide/", hiding.hide, name="hide"),
    path("<slug:code>/unhide/", hiding.unhide, name="unhide"),
    path("<slug:code>/go-back/", hiding.go_back, name="go_back"),
]
