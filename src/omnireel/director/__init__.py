"""A turn, and the take before it, becomes a storyboard."""

from omnireel.director.plan import Plan, plan
from omnireel.director.revise import revise

__all__ = ["Plan", "plan", "revise"]
