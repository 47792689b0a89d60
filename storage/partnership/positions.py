"""Where in the YAML a value stands."""

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from storage.partnership.problems import Place


def line_of(tree: object, place: Place) -> int:
    """The line, from 1, of the value at a place, or of the nearest thing around it."""
    line, here = 1, tree
    for step in place:
        if isinstance(here, CommentedMap) and step in here:
            # What a merge key (<<) brought in has no position of its own.
            line = here.lc.data[step][0] + 1 if step in (here.lc.data or {}) else line
            here = here[step]
        elif isinstance(here, CommentedSeq) and isinstance(step, int) and step < len(here):
            line = here.lc.data[step][0] + 1 if step in (here.lc.data or {}) else line
            here = here[step]
        else:
            return line
    return line
