from django.urls import path

from meetings.views import appointment, coaching, desk, inviting, lists, overview, preparing

app_name = "meetings"

urlpatterns = [
    path("", lists.index, name="index"),
    path("begin/", lists.begin, name="begin"),
    path("whom-to-ask/", lists.shortlist, name="shortlist"),
    path("<int:pk>/", overview.show, name="show"),
    path("<int:pk>/goal/", preparing.goal, name="goal"),
    path("<int:pk>/person/", preparing.person, name="person"),
    path("<int:pk>/ask/", desk.ask, name="ask"),
    path("<int:pk>/time/", appointment.time, name="time"),
    path("<int:pk>/time/preview/", appointment.preview, name="preview"),
    path("<int:pk>/calendar-file/", appointment.calendar_file, name="calendar_file"),
    path("<int:pk>/research/", preparing.research, name="research"),
    path("<int:pk>/pitch/", preparing.pitch, name="pitch"),
    path("<int:pk>/pack/", preparing.pack, name="pack"),
    path("<int:pk>/link/", inviting.link, name="link"),
    path("<int:pk>/offer/", inviting.offer, name="offer"),
    path("<int:pk>/unoffer/", inviting.unoffer, name="unoffer"),
    path("<int:pk>/relink/", inviting.relink, name="relink"),
    path("<int:pk>/withdraw/", inviting.withdraw, name="withdraw"),
    path("<int:pk>/accept-proposal/", inviting.accept_proposal, name="accept_proposal"),
    path("<int:pk>/mark-seen/", inviting.mark_seen, name="mark_seen"),
    path("<int:pk>/hear/", overview.hear, name="hear"),
    path("<int:pk>/cancel/", overview.cancel, name="cancel"),
    path("<int:pk>/miss/", overview.miss, name="miss"),
    path("<int:pk>/hold/", overview.hold, name="hold"),
    path("<int:pk>/unhold/", overview.unhold, name="unhold"),
    path("<int:pk>/rest/", overview.rest, name="rest"),
    path("<int:pk>/wake/", overview.wake, name="wake"),
    path("<int:pk>/write/<slug:occasion>/", desk.write, name="write"),
    path("letters/<int:pk>/", desk.reword, name="reword"),
    path("letters/<int:pk>/send/", desk.send, name="send"),
    path("letters/<int:pk>/dispatch/", desk.dispatch, name="dispatch"),
    path("letters/<int:pk>/anew/", desk.anew, name="anew"),
    path("letters/<int:pk>/mend/", coaching.mend, name="mend"),
    path("letters/<int:pk>/unmend/", coaching.unmend, name="unmend"),
    path("letters/<int:pk>/silence/", coaching.silence, name="silence"),
    path("letters/<int:pk>/heed/", coaching.heed, name="heed"),
]
