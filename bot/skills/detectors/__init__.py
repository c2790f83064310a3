"""Rules that find plain forms of each behaviour in a turn. They prefer silence to a wrong word."""

from bot.skills.detectors import asking, harsh, own, warm
from bot.skills.detectors.form import SURE, Rule
from bot.skills.detectors.harsh import VEILED_VERDICT

RULES: tuple[Rule, ...] = (*own.RULES, *asking.RULES, *warm.RULES, *harsh.RULES)

__all__ = ["RULES", "SURE", "VEILED_VERDICT", "Rule"]
