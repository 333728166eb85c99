from django.contrib.auth.decorators import login_required
from django.urls import path

from .views import leaving, my_visit

urlpatterns = [
    path("my/visit/", my_visit.my_visit, name="my_visit"),
    path("my/visit/<int:pk>/", my_visit.my_visit_of, name="my_visit_of"),
    path(
        "my/visit/<int:pk>/withdraw/", login_required(leaving.WithdrawApplication.as_view()), name="my_visit_withdraw"
    ),
    path("my/visit/offers/<int:pk>/accept/", my_visit.accept, name="offer_accept"),
    path("my/visit/offers/<int:pk>/decline/", login_required(leaving.DeclineOffer.as_view()), name="offer_decline"),
    path("my/visit/offers/<int:pk>/give-back/", login_required(leaving.GiveBackSeat.as_view()), name="offer_give_back"),
]
