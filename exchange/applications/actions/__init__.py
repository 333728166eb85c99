"""What people do with applications and invitations: the only writers of their states and answers.

All are imported together, so that every act is known to the record before the first line is written.
"""

from . import (  # noqa: F401
    accounts,
    answering,
    entering,
    filing,
    inviting,
    joining,
    lists,
    reminding,
    returning,
    screening,
    submitting,
    withdrawing,
)
