from django.urls import path

from contacts.views import people, person, referrals, research, sentence, sharing

app_name = "contacts"

urlpatterns = [
    path("", people.index, name="index"),
    path("add/", people.add, name="add"),
    path("ways/", people.ways, name="ways"),
    path("tree/", referrals.tree, name="tree"),
    path("tree.svg", referrals.tree_picture, name="tree_picture"),
    path("share/", sharing.share, name="share"),
    path("choose/", people.choose, name="choose"),
    path("sentence/", sentence.sentence, name="sentence"),
    path("<int:pk>/", person.show, name="show"),
    path("<int:pk>/revise/", people.revise, name="revise"),
    path("<int:pk>/note/", person.note, name="note"),
    path("<int:pk>/delete/", person.delete, name="delete"),
    path("<int:pk>/research/", research.research, name="research"),
    path("<int:pk>/find/", research.find, name="find"),
    path("<int:pk>/findings/removed/<int:removed>/restore/", research.restore_finding, name="restore_finding"),
    path("findings/<int:pk>/revise/", research.revise_finding, name="revise_finding"),
    path("findings/<int:pk>/drop/", research.drop_finding, name="drop_finding"),
]
