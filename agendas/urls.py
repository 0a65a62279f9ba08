from django.urls import path

from agendas import views

app_name = "agendas"

urlpatterns = [
    path("<int:pk>/agenda/", views.agenda, name="agenda"),
    path("<int:pk>/agenda/fill/", views.fill, name="fill"),
    path("<int:pk>/agenda/arrange/", views.arrange, name="arrange"),
    path("<int:pk>/agenda/write/", views.write, name="write"),
    path("<int:pk>/agenda/pick/", views.pick, name="pick"),
    path("<int:pk>/agenda/ask-about/<int:finding>/", views.ask_about, name="ask_about"),
    path("<int:pk>/agenda/<int:question>/revise/", views.revise, name="revise"),
    path("<int:pk>/agenda/<int:question>/drop/", views.drop, name="drop"),
    path("<int:pk>/agenda/<int:question>/move-up/", views.move_up, name="move_up"),
    path("<int:pk>/agenda/<int:question>/move-down/", views.move_down, name="move_down"),
    path("<int:pk>/agenda/<int:question>/move-to/", views.move_to, name="move_to"),
    path("<int:pk>/agenda/look/", views.look, name="look"),
    path("<int:pk>/agenda/<int:question>/mend/", views.mend, name="mend"),
    path("<int:pk>/agenda/<int:question>/unmend/", views.unmend, name="unmend"),
    path("<int:pk>/agenda/<int:question>/silence/", views.silence, name="silence"),
    path("<int:pk>/agenda/<int:question>/pin/", views.pin, name="pin"),
    path("<int:pk>/agenda/<int:question>/unpin/", views.unpin, name="unpin"),
    path("<int:pk>/agenda/sheet/", views.sheet, name="sheet"),
    path("<int:pk>/agenda.pdf", views.pdf, name="pdf"),
]
