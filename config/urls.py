"""Every address of the product, a room a line."""

from django.urls import include, path

urlpatterns = [
    path("", include("home.urls")),
    path("", include("core.urls")),
    path("account/", include("accounts.allauth_urls")),
    path("you/", include("accounts.urls")),
    path("centre/", include("centre.urls")),
    path("goals/", include("goals.urls")),
    path("people/", include("contacts.urls")),
    # Three rooms share what begins with a conversation.
    path("meetings/", include("meetings.urls")),
    path("meetings/", include("agendas.urls")),
    path("meetings/", include("notes.urls")),
    path("bank/", include("agendas.bank_urls")),
    path("followups/", include("followups.urls")),
    path("r/calendar/", include("followups.feed_urls")),
    path("r/", include("meetings.reply_urls")),
    path("r/do/", include("followups.link_urls")),
]

handler400 = "core.errors.bad_request"
handler404 = "core.errors.not_found"
handler500 = "core.errors.server_error"
