"""Every command there is, found by its folder's `command.COMMAND`, and what is drawn from them."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import get_args

import handlers
from handlers.contract.commands import Command, Group, MenuName, ThreadKind, Verb
from prompts.shapes import Button, Section
from prompts.words import Words, first_known, say
from storage.schema import Thread


@cache
def commands() -> Mapping[str, Command]:
    """Finds every command, by name, the most needed first."""
    modules = [
        import_module(f"handlers.{capability.name}.{module.name}")
        for capability in iter_modules(handlers.__path__)
        if capability.ispkg
        for module in iter_modules([f"{handlers.__path__[0]}/{capability.name}"])
    ]
    found = [c for m in modules if isinstance(c := getattr(m, "COMMAND", None), Command)]
    return {command.name: command for command in sorted(found, key=_needed)}


def _needed(command: Command) -> tuple[int, str]:
    return (command.menu.place if command.menu else 1000, command.name)


@cache
def verbs() -> Mapping[str, Verb]:
    """Finds every verb, by name."""
    return {name: verb for command in commands().values() for name, verb in command.verbs.items()}


def only_asks(verb: str) -> bool:
    """Tells whether nothing changes by this verb. An unknown one is pressed, which is safe."""
    return verb in verbs() and not verbs()[verb].changes


def looks(verb: str) -> bool:
    """Tells whether by this verb somebody looks at what is new to them."""
    return verb in verbs() and verbs()[verb].looks


def leaves_nothing(verb: str) -> bool:
    """Tells whether nothing is kept of this verb, nor of what is typed before it is sent."""
    return verb in verbs() and verbs()[verb].unseen


@cache
def kinds() -> Mapping[str, ThreadKind]:
    """Finds every kind of thread, by the name that stands on their rows."""
    return {name: kind for command in commands().values() for name, kind in command.kinds.items()}


def kind_of(thread: Thread) -> ThreadKind:
    """Finds what kind of thread this is."""
    return kinds()[thread.command]


def offered(menu: MenuName) -> list[str]:
    """Lists the commands that a menu offers, the most needed first."""
    return [
        name for name, command in commands().items() if command.menu and menu in command.menu.on
    ]


def flags() -> Mapping[str, str]:
    """Finds what each action in a message's menu opens, by its id."""
    menus = ((name, command.menu) for name, command in commands().items())
    return {menu.flag: name for name, menu in menus if menu and menu.flag}


def typed_plainly(name: str) -> bool:
    """Tells whether a command is typed by its own name, even where other apps may have taken it."""
    menu = commands()[name].menu
    return menu is not None and menu.plain


def button_words(name: str, *own: str) -> Words:
    """Finds the words on a command's button: a menu's own, or its usual ones, or its title."""
    menu = commands()[name].menu
    usual = menu.words if menu else ""
    return first_known(*own, usual or f"{name}-button", f"{name}-title")


def menu_buttons(menu: MenuName, own: str = "{name}-button") -> tuple[Button, ...]:
    """Makes the buttons of a menu; the first is the one that most people look for."""
    names = offered(menu)
    return tuple(
        Button(
            button_words(name, own.format(name=name)), name, style="plain" if place else "primary"
        )
        for place, name in enumerate(names)
    )


def grouped(menu: MenuName, mine: Sequence[Button] = ()) -> tuple[Section, ...]:
    """Makes the buttons of a menu but the first, by what they are for; `mine` stand among one's
    own.
    """
    buttons = menu_buttons(menu)[1:]
    groups: dict[Group, list[Button]] = {group: [] for group in get_args(Group)}
    for button in buttons:
        if found := commands()[button.verb].menu:
            groups[found.group].append(button)
    groups["mine"].extend(mine)
    return tuple(
        Section(say(f"menu-{group}"), buttons=tuple(members), look="menu")
        for group, members in groups.items()
        if members
    )
