from django.urls import path

from centre.views import calendar, look, mails, rules, samples, status, templates

app_name = "centre"

urlpatterns = [
    path("", rules.show, name="show"),
    path("look/", look.look, name="look"),
    path("look/logo/", look.put_logo, name="put_logo"),
    path("look/logo/drop/", look.drop_logo, name="drop_logo"),
    path("registration/", rules.registration, name="registration"),
    path("sending/", rules.sending, name="sending"),
    path("safety/", rules.safety, name="safety"),
    path("policies/<slug:slug>/", rules.policies, name="policies"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/<slug:kind>/add/", calendar.add_dates, name="add_dates"),
    path("calendar/<slug:kind>/<int:pk>/", calendar.change_dates, name="change_dates"),
    path("calendar/<slug:kind>/<int:pk>/drop/", calendar.drop_dates, name="drop_dates"),
    path("templates/", templates.templates, name="templates"),
    path("templates/<slug:occasion>/<slug:channel>/", templates.write_template, name="write_template"),
    path("templates/<slug:occasion>/<slug:channel>/begin/", templates.begin_template, name="begin_template"),
    path("templates/<slug:occasion>/<slug:channel>/review/", templates.review_template, name="review_template"),
    path("templates/<slug:occasion>/<slug:channel>/drop/", templates.drop_template, name="drop_template"),
    path("status/", status.status, name="status"),
    path("status/try/", status.try_mail, name="try_mail"),
    path("status/again/", status.send_again, name="send_again"),
    path("emails/", samples.samples, name="samples"),
    path("emails/<slug:kind>/", samples.show_sample, name="show_sample"),
    path("emails/<slug:kind>/send/", samples.send_sample, name="send_sample"),
    path("mails/", mails.mails, name="mails"),
    path("mails/<str:name>/", mails.mail, name="mail"),
    path("accent-<int:revision>.css", look.accent, name="accent"),
    path("logo/<int:revision>/", look.logo, name="logo"),
]
