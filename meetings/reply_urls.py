"""The contact's addresses, below core.links.PREFIX."""

from django.urls import path

from meetings.views import copies, reply

app_name = "reply"

urlpatterns = [
    path("<secret:token>/", reply.show, name="show"),
    path("<secret:token>/answer/", reply.answer, name="answer"),
    path("<secret:token>/there/", reply.there, name="there"),
    path("<secret:token>/about/", reply.about, name="about"),
    path("<secret:token>/erase/", reply.erase, name="erase"),
    path("<secret:token>/invite.ics", reply.ics, name="ics"),
    path("<secret:token>/send-to/", reply.send_to, name="send_to"),
    path("<secret:token>/stop-mails/", reply.stop_mails, name="stop_mails"),
    path("stop/<str:sign>/", copies.stop, name="stop"),
]
