"""The house rules no linter knows: how large a part may grow, what it may not be called."""

import ast
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    path for folder in ("src", "tests", "scripts") for path in (ROOT / folder).rglob("*.py")
)
MAX_MODULE_LINES = 400
MAX_FUNCTION_LINES = 40
LARGEST_FILE = 400_000
BANNED_MODULES = {"utils", "util", "helpers", "helper", "common", "misc"}
BANNED_ENDINGS = ("Manager", "Handler", "Helper", "Util", "Utils", "Impl")


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` on, less the docstring and nested functions, which count by themselves."""
    docstring = function.body[0] if ast.get_docstring(function) else None
    documented = _lines(docstring) if docstring is not None else 0
    nested = sum(_lines(node) for node in functions(function) if node is not function)
    return _lines(function) - documented - nested


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_keeps_to_the_house_rules(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") < MAX_MODULE_LINES
    assert path.stem not in BANNED_MODULES
    long = {node.name: length(node) for node in functions(tree)}
    assert {name: lines for name, lines in long.items() if lines > MAX_FUNCTION_LINES} == {}
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if name.endswith(BANNED_ENDINGS)] == []


def test_tracked_files_are_small_and_name_no_package_host() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    hosts = [b"registry." + b"npmjs", b"files.python" + b"hosted", b"pypi" + b".org"]
    for path in (ROOT / name for name in os.fsdecode(listed.stdout).split("\0") if name):
        content = path.read_bytes() if path.is_file() else b""
        assert len(content) < LARGEST_FILE, path
        assert [host for host in hosts if host in content] == [], path
