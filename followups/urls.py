from django.urls import path

from followups.views import acts, calendar, index, promises, reminders, write

app_name = "followups"

urlpatterns = [
    path("", index.index, name="index"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/open/", calendar.open_feed, name="open_feed"),
    path("calendar/close/", calendar.close_feed, name="close_feed"),
    path("reminders/", reminders.reminders, name="reminders"),
    path("<int:pk>/done/", acts.done, name="done"),
    path("<int:pk>/postpone/", acts.postpone, name="postpone"),
    path("<int:pk>/rest/", acts.rest, name="rest"),
    path("<int:pk>/undo/", acts.undo, name="undo"),
    path("<int:pk>/write/", write.write, name="write"),
    path("<int:pk>/thank/", write.thank, name="thank"),
    path("<int:pk>/keep/", write.keep, name="keep"),
    path("<int:pk>/promises/", promises.promises, name="promises"),
    path("promises/<int:pk>/keep/", promises.keep_promise, name="keep_promise"),
    path("promises/<int:pk>/release/", promises.release_promise, name="release_promise"),
    path("promises/<int:pk>/revise/", promises.revise_promise, name="revise_promise"),
    path("promises/<int:pk>/reopen/", promises.reopen_promise, name="reopen_promise"),
]
