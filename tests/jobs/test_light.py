import subprocess
import sys

HEAVY = ("dbos", "av", "moderngl", "skia", "mujoco", "numpy", "omnireel.director")


def test_asking_for_jobs_loads_nothing_that_does_them() -> None:
    code = f"import sys, omnireel.jobs; print([n for n in {HEAVY!r} if n in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert found.stdout.decode().strip() == "[]"
