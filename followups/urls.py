from django.urls import path

from followups import views

app_name = "followups"

urlpatterns = [
    path("", views.index, name="index"),
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/open/", views.open_feed, name="open_feed"),
    path("calendar/close/", views.close_feed, name="close_feed"),
    path("reminders/", views.reminders, name="reminders"),
    path("<int:pk>/done/", views.done, name="done"),
    path("<int:pk>/postpone/", views.postpone, name="postpone"),
    path("<int:pk>/rest/", views.rest, name="rest"),
    path("<int:pk>/undo/", views.undo, name="undo"),
    path("<int:pk>/write/", views.write, name="write"),
    path("<int:pk>/thank/", views.thank, name="thank"),
    path("<int:pk>/keep/", views.keep, name="keep"),
    path("<int:pk>/promises/", views.promises, name="promises"),
    path("promises/<int:pk>/keep/", views.keep_promise, name="keep_promise"),
    path("promises/<int:pk>/release/", views.release_promise, name="release_promise"),
    path("promises/<int:pk>/revise/", views.revise_promise, name="revise_promise"),
    path("promises/<int:pk>/reopen/", views.reopen_promise, name="reopen_promise"),
]
