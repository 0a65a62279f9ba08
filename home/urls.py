from django.urls import path

from home import views

app_name = "home"

urlpatterns = [
    path("", views.home, name="home"),
    path("help/", views.show_help, name="help"),
    path("sources/", views.show_sources, name="sources"),
    path("method/", views.show_method, name="method"),
    path("numbers/", views.show_numbers, name="numbers"),
    path("manifest.webmanifest", views.show_manifest, name="manifest"),
    path("worker.js", views.show_worker, name="worker"),
    path("offline/", views.show_offline, name="offline"),
    path("device/", views.device, name="device"),
    path("sample/", views.show_sample, name="sample"),
    path("sample/put-away/", views.put_sample_away, name="put_sample_away"),
    path("sample/take-out/", views.take_sample_out, name="take_sample_out"),
    path("unreached/<int:pk>/", views.put_away, name="put_away"),
    path("unreached/<int:pk>/show-again/", views.show_again, name="show_again"),
]
