# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from outside, as a screen reader has it: started with files, read and worked through AT-SPI."""

import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30.0


class Window:
    """Use in a with statement: the program is ended when it is left."""

    def __init__(self, *files, folder=None):
        # Its warnings are failures; the ones that AT-SPI prints in this process are not ours.
        self.program = subprocess.Popen([os.environ["AGREED_LANGUAGE"], *map(str, files)],
                                        cwd=folder, env={**os.environ, "G_DEBUG": "fatal-warnings"})
        Atspi.init()

    def __enter__(self):
        self.application = self.wait("the window", self._application)
        return self

    def __exit__(self, *_):
        if self.program.poll() is None:
            self.program.terminate()
        self.program.wait(PATIENCE)

    def _application(self):
        desktop = Atspi.get_desktop(0)
        for position in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(position)
            if child and child.get_process_id() == self.program.pid and child.get_child_count():
                return child
        return None

    def wait(self, what, look):
        """What @look finds, as soon as it finds anything."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.program.poll() is not None:
                raise AssertionError(f"the program ended with status {self.program.returncode} before there was {what}")
            try:
                found = look()
            except GLib.Error:
                found = None  # what was looked at went away meanwhile
            if found:
                return found
            time.sleep(.05)
        raise AssertionError(f"no {what}; there is: {', '.join(self.names())}")

    def walk(self, place=None):
        """Everything below a place that is on the screen, in the order in which it is read."""
        place = place or self._application()
        for position in range(place.get_child_count() if place else 0):
            child = place.get_child_at_index(position)
            if child:
                yield child
                yield from self.walk(child)

    def names(self):
        return sorted({f"{node.get_role_name()} {node.get_name()}" for node in self.walk() if node.get_name()})

    def look(self, roles, name, place=None):
        for node in self.walk(place):
            if node.get_role_name() in roles and (node.get_name() == name or callable(name) and name(node.get_name())):
                return node
        return None

    def find(self, roles, name, place=None):
        """@roles: one name or several, as versions of AT-SPI differ; @name: a string, or a function of one"""
        roles = (roles,) if isinstance(roles, str) else roles
        return self.wait(f"{roles[0]} {name}", lambda: self.look(roles, name, place))

    def press(self, name, place=None):
        button = self.find(("button", "push button"), name, place)
        self.wait(f"{name} that can be pressed", lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE))
        assert button.get_action_iface().do_action(0), name


def text_of(node) -> str:
    return Atspi.Text.get_text(node, 0, -1)
