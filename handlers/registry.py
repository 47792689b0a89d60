"""Every command there is, found by its module's `COMMAND`."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

import handlers
from handlers.contract import Command, Verb


def _found() -> dict[str, Command]:
    modules = (
        import_module(f"handlers.{m.name}")
        for m in iter_modules(handlers.__path__)
        if m.name != "registry"
    )
    commands = (getattr(module, "COMMAND", None) for module in modules)
    return {command.name: command for command in commands if isinstance(command, Command)}


COMMANDS: Mapping[str, Command] = _found()
VERBS: Mapping[str, Verb] = {
    name: verb for command in COMMANDS.values() for name, verb in command.verbs.items()
}
