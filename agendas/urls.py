from django.urls import path

from agendas.views import bank, coaching, order, page, paper, words

app_name = "agendas"

urlpatterns = [
    path("<int:pk>/agenda/", page.agenda, name="agenda"),
    path("<int:pk>/agenda/fill/", page.fill, name="fill"),
    path("<int:pk>/agenda/arrange/", order.arrange, name="arrange"),
    path("<int:pk>/agenda/write/", words.write, name="write"),
    path("<int:pk>/agenda/pick/", bank.pick, name="pick"),
    path("<int:pk>/agenda/ask-about/<int:finding>/", words.ask_about, name="ask_about"),
    path("<int:pk>/agenda/<int:question>/revise/", words.revise, name="revise"),
    path("<int:pk>/agenda/<int:question>/allot/", order.allot, name="allot"),
    path("<int:pk>/agenda/<int:question>/drop/", order.drop, name="drop"),
    path("<int:pk>/agenda/removed/<int:removed>/restore/", order.restore, name="restore"),
    path("<int:pk>/agenda/<int:question>/move-up/", order.move_up, name="move_up"),
    path("<int:pk>/agenda/<int:question>/move-down/", order.move_down, name="move_down"),
    path("<int:pk>/agenda/<int:question>/move-to/", order.move_to, name="move_to"),
    path("<int:pk>/agenda/look/", coaching.look, name="look"),
    path("<int:pk>/agenda/<int:question>/mend/", coaching.mend, name="mend"),
    path("<int:pk>/agenda/<int:question>/unmend/", coaching.unmend, name="unmend"),
    path("<int:pk>/agenda/<int:question>/silence/", coaching.silence, name="silence"),
    path("<int:pk>/agenda/<int:question>/heed/", coaching.heed, name="heed"),
    path("<int:pk>/agenda/<int:question>/pin/", coaching.pin, name="pin"),
    path("<int:pk>/agenda/<int:question>/unpin/", coaching.unpin, name="unpin"),
    path("<int:pk>/agenda/sheet/", paper.sheet, name="sheet"),
    path("<int:pk>/agenda.pdf", paper.pdf, name="pdf"),
]
