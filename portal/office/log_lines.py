"""Makes every transition and every registered act known to Wagtail's audit log, in words that staff read."""

from wagtail.log_actions import LogFormatter

from portal.lifecycle.audit import registered_acts, words_of
from portal.lifecycle.moving import act_name
from portal.lifecycle.table import all_lifecycles


class Line(LogFormatter):
    """A line of a history: what happened, and why where somebody said it."""

    def format_comment(self, log_entry):
        return log_entry.data.get("why", "")


def transition_line(lifecycle, name):
    rows = lifecycle.by_name[name]

    def label_from(source):
        fitting = [row for row in rows if source in row.sources] or rows
        return fitting[0].label or name

    def state(value):
        return lifecycle.states(value).label if value in lifecycle.states.values else value

    class TransitionLine(Line):
        label = rows[0].label or name

        def format_message(self, log_entry):
            source, target = log_entry.data.get("from", ""), log_entry.data.get("to", "")
            return f"{label_from(source)}: {state(source)} → {state(target)}"

    return TransitionLine


def act_line(action, act_label):
    class ActLine(Line):
        label = act_label

        def format_message(self, log_entry):
            return words_of(action, log_entry.data)

    return ActLine


def register_all(actions):
    """actions: Wagtail's registry of log actions."""
    for lifecycle in all_lifecycles().values():
        for name in lifecycle.by_name:
            actions.register_action(act_name(lifecycle, name))(transition_line(lifecycle, name))
    for action, label in registered_acts().items():
        actions.register_action(action)(act_line(action, label))
