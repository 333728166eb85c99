from django.urls import path, register_converter

from .views import checking, confirming, filing, invited, joining, mine, saving, sections, starting


class CycleCode:
    """ "VE-2027": the programme's code and the year."""

    regex = "[A-Z]{2}-[0-9]{4}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)


class FormSection:
    regex = "you|hospital|training|proposal|return|files"
    to_python = CycleCode.to_python
    to_url = CycleCode.to_url


register_converter(CycleCode, "cycle")
register_converter(FormSection, "section")

urlpatterns = [
    path("apply/invited/<str:token>/", invited.invited, name="apply_invited"),
    path("apply/confirm/<str:token>/", confirming.confirm_entered, name="apply_confirm"),
    path("apply/entered/<int:pk>/check/", checking.check_entered, name="entered_check"),
    path("apply/entered/<int:pk>/save/<section:section>/", saving.save_entered, name="entered_save"),
    path("apply/entered/<int:pk>/upload/<str:kind>/", filing.upload_entered, name="entered_upload"),
    path("apply/entered/<int:pk>/<section:section>/", sections.section_entered, name="entered_section"),
    path("apply/<cycle:code>/", starting.start, name="apply_start"),
    path("apply/<cycle:code>/join/", joining.join, name="apply_join"),
    path("apply/<cycle:code>/joined/", joining.joined, name="apply_joined"),
    path("apply/<cycle:code>/check/", checking.check, name="apply_check"),
    path("apply/<cycle:code>/save/<section:section>/", saving.save, name="apply_save"),
    path("apply/<cycle:code>/upload/<str:kind>/", filing.upload, name="apply_upload"),
    path("apply/<cycle:code>/<section:section>/", sections.section, name="apply_section"),
    path("my/applications/", mine.my_applications, name="my_applications"),
    path("my/applications/<int:pk>/", mine.my_application, name="my_application"),
    path("my/applications/<int:pk>/sent/", mine.what_was_sent, name="my_application_sent"),
    path("my/applications/<int:pk>/withdraw/", mine.withdraw_mine, name="my_application_withdraw"),
    path("my/applications/<int:pk>/information/", mine.give, name="my_application_information"),
]
