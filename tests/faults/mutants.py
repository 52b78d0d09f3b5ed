"""Faults that are seeded into a module: one small change of its syntax tree each."""

import ast
import copy
from dataclasses import dataclass

COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt), ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}  # fmt: skip
TWINS = {
    "min": "max", "max": "min", "any": "all", "all": "any", "argmin": "argmax",
    "argmax": "argmin", "minimum": "maximum", "maximum": "minimum", "nanmin": "nanmax",
    "nanmax": "nanmin", "first": "last", "last": "first", "ceil": "floor", "floor": "ceil",
    "cumsum": "cumprod", "sum": "prod", "isnan": "isfinite", "isfinite": "isnan",
    "isna": "notna", "notna": "isna", "head": "tail", "sin": "cos", "cos": "sin",
}  # fmt: skip


#: Their first two arguments may change places.
EITHER_WAY = {
    "min", "max", "minimum", "maximum", "hypot", "isclose", "allclose", "union1d", "array_equal",
    "clip",
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One fault: the node (by its number in `ast.walk`), which of its changes, and where it is."""

    node: int
    change: int
    line: int
    statement: int  # the line in which its statement begins
    what: str


def changes(node):
    """All faults of one node: what each is called, and how the node looks then."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                made = copy.deepcopy(node)
                made.ops[at] = other()
                yield made
    elif isinstance(node, ast.BoolOp):
        made = copy.deepcopy(node)
        made.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield made
    elif isinstance(node, (ast.BinOp, ast.AugAssign)):
        text = isinstance(node, ast.BinOp) and any(
            isinstance(side, (ast.JoinedStr, ast.List))
            or (isinstance(side, ast.Constant) and isinstance(side.value, str))
            for side in (node.left, node.right)
        )
        if type(node.op) in ARITHMETIC and not text:
            made = copy.deepcopy(node)
            made.op = ARITHMETIC[type(node.op)]()
            yield made
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub, ast.Invert)):
        yield copy.deepcopy(node.operand)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.Constant(not node.value)
        elif isinstance(node.value, (int, float)):
            yield ast.Constant(node.value + 1)
            yield ast.Constant(node.value - 1)
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
        made = copy.deepcopy(node)
        made.test = ast.UnaryOp(ast.Not(), made.test)
        yield made
    elif isinstance(node, ast.Call):
        plain = not any(isinstance(one, ast.Starred) for one in node.args)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if len(node.args) >= 2 and plain and name not in EITHER_WAY:
            made = copy.deepcopy(node)
            made.args[:2] = made.args[1::-1]
            yield made
    elif isinstance(node, ast.Attribute) and node.attr in TWINS:
        made = copy.deepcopy(node)
        made.attr = TWINS[node.attr]
        yield made
    elif isinstance(node, ast.Name) and node.id in TWINS and isinstance(node.ctx, ast.Load):
        yield ast.Name(TWINS[node.id], ast.Load())
    elif isinstance(node, ast.Return) and node.value is not None:
        yield ast.Return(ast.Constant(None))
    elif (
        isinstance(node, ast.Raise)
        or (isinstance(node, ast.Expr) and not isinstance(node.value, (ast.Constant, ast.Yield)))
        or (isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript))
        or isinstance(node, (ast.Break, ast.Continue))
    ):
        yield ast.Pass()


def _left_alone(tree):
    """Nodes in which a fault means nothing: annotations and texts."""
    alone = set()
    for node in ast.walk(tree):
        hidden = node if isinstance(node, ast.JoinedStr) else None
        hidden = hidden or getattr(node, "annotation", None) or getattr(node, "returns", None)
        if hidden is not None:
            alone.update(id(part) for part in ast.walk(hidden))
    return alone


def _statements(tree):
    """For each node the line in which its statement begins."""
    begins = {}
    for node in ast.walk(tree):  # outer statements come before those inside
        if isinstance(node, ast.stmt):
            for part in ast.walk(node):
                begins[id(part)] = node.lineno
    return begins


def mutants_of(source):
    """All faults that can be seeded into a module."""
    tree = ast.parse(source)
    alone, begins = _left_alone(tree), _statements(tree)
    found = []
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in alone:
            continue
        for change, made in enumerate(changes(node)):
            before, after = ast.unparse(node), ast.unparse(made)
            if isinstance(node, (ast.If, ast.While)):
                before = f"if {ast.unparse(node.test)}"
                after = f"if {ast.unparse(made.test)}"
            if before != after:
                what = f"{_short(before)}  ->  {_short(after)}"
                line = begins.get(id(node), node.lineno)
                found.append(Mutant(number, change, node.lineno, line, what))
    return found


def _short(text):
    text = " ".join(text.split())
    return text if len(text) <= 90 else f"{text[:87]}..."


class _Replace(ast.NodeTransformer):
    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit(self, node):
        return self.new if node is self.old else super().visit(node)


def seeded(source, mutant):
    """The module with the fault in it."""
    tree = ast.parse(source)
    old = next(node for number, node in enumerate(ast.walk(tree)) if number == mutant.node)
    new = list(changes(old))[mutant.change]
    return ast.unparse(
        ast.fix_missing_locations(_Replace(old, ast.copy_location(new, old)).visit(tree))
    )
