from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.access.roles import OFFICE_DOOR, Role
from portal.clock.cities import OFFICE_ZONE

from .names import NAME_FIELDS, display_name, search_key, sort_name


class PersonManager(BaseUserManager):
    def create_user(self, email=None, password=None, **fields):
        """A person. Without a password nobody signs in as them; e-mail may be None (a referee, a partner's contact)."""
        person = self.model(email=self.clean_address(email), **fields)
        person.set_password(password)
        person.save()
        return person

    @staticmethod
    def clean_address(email):
        """Addresses are kept in lower case: one person, one address, however it was typed. "" becomes None."""
        return email.strip().lower() if email and email.strip() else None

    def get_by_natural_key(self, email):
        return self.get(email=self.clean_address(email))


class User(AbstractBaseUser, PermissionsMixin):
    """A person, whether or not they can sign in.

    Names as in the passport, the preferred one and the Chinese one are three things and are kept apart. `is_superuser`
    stays False for everybody (a superuser would pass every check of Wagtail); an administrator holds a role.
    """

    # NULL where a person has no address: of "" there could be one only.
    email = models.EmailField(_("e-mail"), null=True, blank=True, max_length=254)  # noqa: DJ001
    surname = models.CharField(_("surname, as in the passport"), max_length=120, blank=True)
    given_names = models.CharField(_("given names, as in the passport"), max_length=120, blank=True)
    preferred_name = models.CharField(_("preferred name"), max_length=160, blank=True)
    chinese_name = models.CharField(_("Chinese name"), max_length=60, blank=True)
    language = models.CharField(
        _("language"),
        max_length=10,
        default="en",
        choices=[("en", "English"), ("zh-hans", "简体中文")],
    )
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    # Every name without capitals and accents, so that "dvorakova" finds Dvořáková on both databases.
    name_key = models.CharField(max_length=600, blank=True, editable=False, default="")
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(_("left at"), null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = PersonManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_per_address")]

    def __str__(self):
        return self.get_full_name() or self.email or _("Unnamed person")

    def save(self, *args, **kwargs):
        self.email = PersonManager.clean_address(self.email)
        self.name_key = search_key(self)
        fields = kwargs.get("update_fields")
        if fields is not None and set(fields) & set(NAME_FIELDS):
            kwargs["update_fields"] = {*fields, "name_key"}
        super().save(*args, **kwargs)

    def get_full_name(self):
        return display_name(self, "en")

    def get_short_name(self):
        return self.preferred_name or self.given_names or self.surname or self.email or ""

    @property
    def first_name(self):
        """What Wagtail's menu calls the person who works: without it their e-mail address stands there."""
        return self.named(get_language() or "en")

    def named(self, language):
        """The name as it is shown in a language: Chinese names in Chinese where there is one."""
        return display_name(self, language)

    @property
    def sort_name(self):
        return sort_name(self)

    @property
    def zone(self):
        """IANA zone in which this person reads instants."""
        return self.time_zone or OFFICE_ZONE

    @cached_property
    def role_names(self):
        """The roles held now. READER for everybody who may sign in; the others by rows that have not ended."""
        if not self.is_active:
            return frozenset()
        held = {row.role for row in self.role_assignments.all() if row.until is None}
        return frozenset(held | {Role.READER})

    def has_role(self, *roles):
        return bool(self.role_names & set(roles))

    @property
    def enters_office(self):
        return bool(self.role_names & OFFICE_DOOR)


class NameConsent(models.Model):
    """That a person lets their name stand on the public pages, with hospital and days. Withdrawn at any time, never changed.

    words: what they read and agreed to, in their language. Whoever said it by letter has it recorded by staff, with where
    the letter is kept.
    """

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="name_consents")
    words = models.TextField(_("what was agreed to"))
    language = models.CharField(_("language"), max_length=10)
    given_at = models.DateTimeField(_("given"))
    given_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    kept_at = models.CharField(_("where their letter is kept"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["given_at"]
        verbose_name = _("consent to be named")
        verbose_name_plural = _("consents to be named")
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(withdrawn_at=None), name="one_standing_consent_to_be_named"
            )
        ]

    def __str__(self):
        return f"{self.person}, {self.given_at:%Y-%m-%d}"


class RoleAssignment(models.Model):
    """Who holds which role, from when, until when, given by whom. Ended, never deleted."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"), null=True, blank=True)
    given_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering = ["since"]
        verbose_name = _("role held")
        verbose_name_plural = _("roles held")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=models.Q(until=None),
                name="a_role_is_held_once_at_a_time",
            )
        ]

    def __str__(self):
        return f"{self.person}: {self.get_role_display()}"
