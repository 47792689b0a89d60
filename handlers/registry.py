"""Every command there is, found by its module's `COMMAND`."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import walk_packages

import handlers
from handlers.contract import Command, Verb


def _found() -> dict[str, Command]:
    modules = (
        import_module(module.name)
        for module in walk_packages(handlers.__path__, "handlers.")
        if module.name != __name__
    )
    commands = (getattr(module, "COMMAND", None) for module in modules)
    found = [command for command in commands if isinstance(command, Command)]
    return {command.name: command for command in sorted(found, key=lambda c: c.name)}


COMMANDS: Mapping[str, Command] = _found()
VERBS: Mapping[str, Verb] = {
    name: verb for command in COMMANDS.values() for name, verb in command.verbs.items()
}
