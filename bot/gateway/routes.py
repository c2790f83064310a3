"""Everything that Kith answers to, merged from the subjects."""

from __future__ import annotations

from bot.conversation.doubt.routes import routes_over
from bot.conversation.routes import merge
from bot.counselling.routes import ROUTES as COUNSELLING
from bot.network.routes import ROUTES as NETWORK
from bot.people.routes import ROUTES as PEOPLE
from bot.privacy.routes import ROUTES as PRIVACY
from bot.reminders.routes import ROUTES as REMINDERS
from bot.safety.routes import ROUTES as SAFETY
from bot.skills.routes import ROUTES as SKILLS

SUBJECTS = merge((PEOPLE, SKILLS, NETWORK, REMINDERS, SAFETY, PRIVACY, COUNSELLING))
ROUTES = merge((SUBJECTS, routes_over(SUBJECTS.intents)))
