"""Folds of a form: what has a good answer already stands behind one press. Pure.

Every question of a form is in it, folded or not, and is sent with it: what nobody opened keeps its
answer, and what nobody needs to answer isn't read.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from prompts.shapes import Field, Form, Tick, When


def is_fold(field: Field) -> bool:
    """Tells whether other questions stand behind it."""
    return isinstance(field, Tick) and field.change is not None


def fold_of(form: Form, field: Field) -> str:
    """Names the fold behind which a question stands; '' for one that stands open."""
    return next((other.name for other in _above(form, field) if is_fold(other)), "")


def inside(form: Form, fold: str = "") -> tuple[Field, ...]:
    """Lists the questions right behind a fold; without its name, those that stand open."""
    return tuple(field for field in form.fields if fold_of(form, field) == fold)


def is_closed(form: Form, field: Field) -> bool:
    """Tells whether a question stands behind a fold that nobody has opened."""
    return any(isinstance(o, Tick) and is_fold(o) and not o.value for o in _above(form, field))


def opened_at(form: Form, names: Collection[str]) -> Form:
    """Opens the folds behind which these questions stand."""
    found = {o.name for f in form.fields if f.name in names for o in _above(form, f)}
    return replace(form, fields=tuple(_opened(field, found) for field in form.fields))


def only(form: Form, names: Collection[str], rest: Tick) -> Form:
    """Shows of a form only these questions, and folds all the others behind `rest`."""
    form = opened_at(form, names)
    shown = {n for f in form.fields if f.name in names for n in (f.name, *_names(form, f))}
    whole = [field for field in form.fields if {field.name, *_names(form, field)} & shown]
    others = tuple(_behind(rest, field) for field in form.fields if field not in whole)
    return replace(form, fields=(*whole, *((rest,) if others else ()), *others))


def _behind(rest: Tick, field: Field) -> Field:
    return replace(field, when=When(rest.name, "yes")) if field.when is None else field


def _opened(field: Field, names: Collection[str]) -> Field:
    fold = isinstance(field, Tick) and is_fold(field) and field.name in names
    return replace(field, value=True) if isinstance(field, Tick) and fold else field


def _names(form: Form, field: Field) -> list[str]:
    return [above.name for above in _above(form, field)]


def _above(form: Form, field: Field) -> Iterator[Field]:
    """Goes from a question to the one that it waits for, and so on."""
    by_name, passed = {each.name: each for each in form.fields}, {field.name}
    while field.when is not None and field.when.field not in passed:
        passed.add(field.when.field)
        found = by_name.get(field.when.field)
        if found is None:
            return
        yield found
        field = found
