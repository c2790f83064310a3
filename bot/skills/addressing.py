"""Tells whether words typed inside a practice speak to Kith or belong to the practice. Pure rules, no state.

In free writing nearly anything may be an answer: "I'd like to stop being angry" is one, "stop" is none. So there the
words must agree with what the engine heard, in a plain form that nobody would say to the person they write to.
"""

from __future__ import annotations

import re

WRITING = frozenset({"practise", "role_play", "plan", "reflect"})
"""Kinds of step that are answered in one's own words."""
SURE_ENOUGH = 0.5
SURE_IN_READING = 0.6
LONGEST_WORDS = 20

NEVER = frozenset({"affirm", "deny", "greet", "thanks", "small_talk", "out_of_scope", "nlu_fallback"})
"""Heard in a step that is only read, these are left to the step."""

POLITE = r"(?:please |can you |could you |can we |could we |i want to |i'd like to |i would like to |let's |let me )?"
ENDING = r"(?: please| now| here| for (?:now|today)| thanks)*"

_FORMS: dict[str, str] = {
    "help": r"""
        help|help me|i(?:'m| am) stuck|i don't (?:get|understand) (?:it|this)|how does this work
        i need help(?: here| with this(?: exercise| step)?)?|what now|what can i do
        what (?:do|should) i (?:do|write|say|type)(?: here)?|i don't know what to (?:do|write|say)(?: here)?
    """,
    "stop": r"""
        stop|quit|exit|cancel|pause|enough|that's enough|take a break|i(?:'m| am) done|i have to stop|i want to stop
        stop (?:this|here|now|practi[sc]ing|the (?:exercise|practice|lesson))
    """,
    "skip": r"skip|skip (?:this|it|that)(?: step| one| question| part)?|next|next (?:step|one|question)|pass|move on",
    "repeat": r"""
        repeat|repeat (?:that|it|this|the question)|say (?:that|it) again|what was the question
        (?:read|show) (?:me )?(?:that|it|the question) again|what was i supposed to do
    """,
    "back": r"(?:go )?(?:one step )?back(?: one step)?|(?:the )?previous(?: step| question)?",
    "why": r"""
        why|but why
        why (?:this|this (?:exercise|step|question|practice))|why (?:do|should) (?:i|we) (?:do|practi[sc]e) this
        why are (?:we|you) (?:doing|asking) (?:me )?this|what(?:'s| is) this (?:good )?for|what's the point of this
        why does this (?:help|work)
    """,
    "who_reads": r"""
        who (?:else )?(?:can|could|will|gets to) (?:read|see|look at) (?:this|that|it|what i .{1,40})
        who (?:else )?(?:reads|sees) (?:this|that|it|what i .{1,40})
        is (?:this|it|what i .{1,40}) (?:private|secret|confidential)
        (?:do|will) you (?:keep|store|save|share) (?:this|what i .{1,40})
        does (?:anyone|anybody|someone) .{0,20}(?:read|see) this
    """,
    "are_you_human": r"""
        are you (?:a |an )?(?:real )?(?:human(?: being)?|person|bot|robot|machine|ai|program|computer)|are you real
        am i (?:talking|writing|speaking) (?:to|with) (?:a |an )?(?:real )?(?:human|person|bot|robot|machine|ai)
    """,
    "what_is_kith": r"""
        (?:who|what) are you|what is (?:kith|this (?:bot|app|thing))|who made (?:you|this)|what can you do
    """,
    "log_connection": r"(?:log|record|note|note down|write down|put down)(?: that| down)? .{2,150}",
    "undo_last": r"undo|undo (?:that|it|this|(?:the|my) last(?: one| entry| log)?)",
    "add_contact": r"add (?!me\b|up\b|to that\b).{2,60}",
    "see_network": r"(?:show|see|open|draw|view)(?: me)? my (?:network|rings|circle|picture|map)",
    "see_contacts": r"(?:show|see|list|open)(?: me)? (?:all )?my (?:people|contacts|friends)",
    "remind_me": r"remind me (?:to|about|on|in|every|tomorrow|of) .{2,100}",
    "stop_reminding": r"(?:stop|no more) (?:the )?remind(?:ing|ers?)(?: me)?(?: (?:about|of|for) .{1,60})?",
    "whats_coming": r"""
        what(?:'s| is) (?:coming(?: up)?|due|planned)|(?:show|list)(?: me)? my reminders|what reminders .{1,40}
    """,
    "today": r"what(?:'s| is) (?:on |up )?(?:for )?today|what (?:should|can) i do today",
    "settings": r"""
        (?:open |show |change )?(?:me )?(?:my |the )?settings
        change my (?:name|time zone|timezone|hours?|quiet hours|reminder .{1,20})
    """,
    "pause_kith": r"""
        pause (?:kith|the bot|everything|reminders?|all)(?: .{1,30})?|take a break from (?:kith|this bot|you)
    """,
    "export_data": r"""
        (?:export|download|send me|give me|show me|get) (?:a copy of )?(?:all )?(?:of )?my (?:data|answers)
    """,
    "erase_data": r"""
        (?:delete|erase|wipe|remove) (?:all (?:of )?)?my (?:data|account|answers)|(?:delete|erase) me from .{2,20}
        (?:delete|erase|wipe) everything(?: (?:about me|you (?:know|have).{0,20}|i (?:wrote|said)))?
    """,
    "see_consent": r"(?:show|see|change)(?: me)? (?:my consents?|what i agreed to)|what (?:did|have) i agreed? to",
    "complain": r"(?:this|your) (?:bot|app|exercise|practice|program|feedback) (?:is|was) .{2,60}",
    "start_practice": r"(?:start|begin|do|try) (?:a|an|another|the|a new|a different) (?:practice|exercise|lesson)",
}
"""How each request is plainly put to Kith; each line is one form or several."""


def _compiled(forms: str) -> re.Pattern[str]:
    lines = "|".join(line.strip() for line in forms.strip().splitlines())
    return re.compile(f"{POLITE}(?:{lines}){ENDING}")


FORMS = {intent: _compiled(forms) for intent, forms in _FORMS.items()}
SAID_TO_A_PARTNER = re.compile(
    f"{POLITE}(?:why|but why|pause|enough|that's enough|take a break|move on|pass|i(?:'m| am) done|what now){ENDING}"
    f"|{POLITE}stop (?:this|now){ENDING}"
    f"|(?:please |can you |could you |let's |can we |could we )stop{ENDING}|stop please"
    f"|(?:can you |could you )help me{ENDING}|i need help|i don't (?:get|understand) (?:it|this)|how does this work"
    r"|(?:who|what) are you|what can you do|are you real|(?:please |can you |could you )?say (?:that|it) again.*"
)
"""Said to a partner in a scene as easily as to Kith, so there they stay in the scene."""
ASKED_OUTRIGHT = frozenset(
    {"log_connection", "add_contact", "see_network", "see_contacts", "remind_me", "stop_reminding", "whats_coming"}
    | {"today", "settings", "start_practice"}
)
"""What may come in between while any other question is open."""
BY_NAME = re.compile(r"^(?:hey |hi |ok |okay )?kith\b[,:!]? *")


def speaks_to_kith(kind: str, intent: str, confidence: float, text: str) -> bool:
    """Whether words typed at a step of this kind ask something of Kith, given what the engine heard in them."""
    plain = _plain(text)
    if kind not in WRITING:
        return intent not in NEVER and confidence >= SURE_IN_READING and len(plain) > 1
    if intent not in FORMS or len(plain.split()) > LONGEST_WORDS:
        return False
    called = BY_NAME.sub("", plain)
    if called != plain:
        return bool(called) and confidence >= SURE_ENOUGH
    if confidence < SURE_ENOUGH or FORMS[intent].fullmatch(plain) is None:
        return False
    return kind != "role_play" or SAID_TO_A_PARTNER.fullmatch(plain) is None


GREETING = re.compile(
    r"(?:hi+|hello+|hey+|hiya|heya|yo|good (?:morning|afternoon|evening|day)|i(?:'m| am) back|back again|are you there)"
    r"(?: there| again| kith| hello| i(?:'m| am) back)*"
)


def is_greeting(text: str) -> bool:
    """Whether the text is nothing but a hello, as from someone who comes back."""
    return GREETING.fullmatch(_plain(text).replace(",", "")) is not None


def asks_plainly(intent: str, confidence: float, text: str) -> bool:
    """Whether words typed in answer to a question ask for something else in a form that nobody would answer with."""
    if intent not in ASKED_OUTRIGHT or confidence < SURE_ENOUGH:
        return False
    return FORMS[intent].fullmatch(BY_NAME.sub("", _plain(text))) is not None


def _plain(text: str) -> str:
    """Small letters, plain apostrophes, single blanks, no sign at the end."""
    return " ".join(text.casefold().replace("’", "'").split()).rstrip(" .!?…").lstrip(" .!?…")
