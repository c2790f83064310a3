"""How each request is plainly put to Kith, in forms that nobody would write as an answer to a step. Data and no rules:
`addressing` says where a form counts."""

from __future__ import annotations

import re

POLITE = r"(?:please |can you |could you |can we |could we |i want to |i'd like to |i would like to |let's |let me )?"
ENDING = r"(?: please| now| here| for (?:now|today)| thanks)*"

_NOTE = r"(?:log|record|note|note down|write down|put down)(?: that| down)?"
_LATER = r"(?:later|tonight|tomorrow|this evening|another (?:time|day)|some other time)"
_MAY_I = "(?:can i |could i |may i )?"
_MEND = "(?:correct|change|redo|rewrite|fix|edit)"
_WHICH_CIRCLE = r"(?:(?:inner|middle|outer)(?:most)?|first|second|third|closest|other)"

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
    "step_back": r"(?:go )?(?:one step )?back(?: one step)?|(?:the )?previous(?: step| question)?",
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
    "resume_kith": r"""
        (?:un ?pause|resume) (?:kith|the bot|everything|(?:my |the |all )?(?:reminders?|messages?)|all)(?: .{1,30})?
        (?:start|send|give me|turn on|switch on) (?:me )?(?:my |the )?(?:reminders|messages) again
        (?:turn|switch) (?:my |the )?(?:reminders|messages) (?:back )?on(?: again)?|(?:end|stop|lift) (?:the|my) pause
        you (?:can|may) (?:write|message|remind|text)(?: to)? me again
    """,
    "edit_contact": rf"""
        (?:move|put|shift) .{{2,40}} (?:to|into|in|on) (?:my |the )?{_WHICH_CIRCLE} (?:circle|ring)
        rename .{{2,40}} (?:to|as|into) .{{2,40}}|put .{{2,40}} back on my list
        (?:take|cross|drop|remove|delete) .{{2,40}} (?:off|from) my (?:list|people|contacts|network)
        change (?:the )?(?:name|ring|circle|rhythm|relation) (?:of|for) .{{2,40}}
        (?:edit|change) .{{2,40}}'s (?:entry|name|ring|circle|rhythm)
    """,
    "tried_in_vain": rf"""
        {_NOTE} .{{2,80}}(?:no answer|no reply|voicemail)(?: .{{1,40}})?
        {_NOTE} .{{2,80}}(?:(?:did|would)(?: not|n't) (?:answer|pick up|reply)|could(?: not|n't) reach)(?: .{{1,40}})?
        {_NOTE} i (?:tried|wanted) to (?:reach|call|ring|phone|meet|text) .{{2,60}}
    """,
    "change_mind": r"""
        (?:actually |oh |no )?(?:never ?mind|nvm|forget (?:it|that|about it)|scrap (?:it|that|this))
        (?:sorry )?i(?:'ve| have)? changed my mind|(?:(?:do|try|practi[sc]e|have) )?something else(?: instead)?
        i(?:'d| would) (?:rather|prefer to) (?:do|try|practi[sc]e) (?:something else|another (?:one|exercise|practice))
        i (?:don't|do not) (?:want to|wanna) (?:do|finish|go on with) (?:this|it)(?: any ?more)?
        i (?:don't|do not) (?:want to|wanna) (?:do|finish|go on with) this (?:exercise|practice|lesson)(?: any ?more)?
        (?:(?:give|show) me )?(?:a )?different (?:exercise|practice|lesson)(?: instead)?
        not this (?:exercise|practice|lesson)|(?:put|leave) (?:this|the) (?:exercise|practice|lesson) aside
    """,
    "later": rf"""
        (?:maybe |perhaps )?(?:later(?: today)?|another (?:time|day)|some other time)|not (?:right )?now
        (?:maybe |perhaps )?(?:tonight|tomorrow|this evening) instead
        (?:remind|ask) me (?:again )?(?:{_LATER}|in (?:an|one|two|a few) (?:hours?|minutes))
        {_MAY_I}(?:do|finish|continue) (?:this|it|that|(?:this|the) (?:exercise|practice|lesson)) {_LATER}
        (?:go on|carry on|continue|practi[sc]e) {_LATER}
        i(?:'ll| will) (?:do (?:this|it)|come back(?: to (?:this|it))?|go on|continue|practi[sc]e) {_LATER}
        i(?:'ll| will) (?:do|finish)(?: (?:this|it|(?:this|the) (?:exercise|practice|lesson)))? {_LATER}
        i (?:don't have|have no|haven't got) time(?: right| for this(?: exercise| practice| lesson)?)?
        i(?:'m| am) too tired(?: for (?:this|it))?
        (?:postpone|put off) (?:this|it|(?:this|the) (?:exercise|practice|lesson))
    """,
    "correct": rf"""
        {_MAY_I}{_MEND}(?: my)?(?: last| previous)? (?:answer|sentence|message|words|turn)
        (?:correct|redo|fix) (?:that|it)|i made a (?:mistake|typo)(?: (?:there|above|in (?:that|my last .{{1,15}})))?
        you (?:got|understood|read|heard) (?:that|me|it|this) wrong
        that(?:'s| is| was) (?:a typo|not what i (?:said|meant|wrote))
        i (?:picked|chose|tapped|pressed|typed) the wrong (?:one|button|letter|answer|thing)
    """,
    "ask_back": r"""
        what (?:do|did) you mean(?: (?:by|with) .{1,40})?|what does .{2,30} mean|what is meant(?: by .{1,40})?
        (?:for |an |one )?example|(?:give|show|tell) me (?:an|one|another) example|do you have an example
        (?:like|such as) what(?: for example)?|what exactly|in what way|what kind of (?:thing|answer|sentence|words)
        which (?:one|person|step|part) (?:do you mean|is meant)|do you mean .{2,60}
        how (?:long|short) (?:should|must|can|may|does) (?:it|this|that|my .{1,20})(?: .{1,20})?
        how many (?:words|sentences)(?: .{1,30})?|does it (?:matter|have to be .{1,40})
        (?:is|are) (?:one|two|a few|three) (?:words?|sentences?) (?:enough|ok|okay|fine)
        (?:should|can|may) i (?:write|name|use|pick|choose|type|make up) .{1,60}
        can (?:it|this|that) be (?:anyone|anybody|anything|made up|someone .{1,30})
    """,
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
SAID_TO_ANYBODY = frozenset({"ask_back", "change_mind", "correct", "later", "resume_kith"})
"""Requests that in a scene are the partner's, unless they name the practice."""
NAMES_THE_PRACTICE = re.compile(
    r"\b(?:exercise|practi[sc]e|practi[sc]ing|lesson|step|scene|bot|reminders?|(?:an|one|another) example|typo)\b"
    r"|\bmy (?:last |previous )?(?:answer|sentence|turn|message)\b|\bi (?:write|type|typed|tapped|pressed)\b"
    r"|\bhow many (?:words|sentences)\b|\b(?:words?|sentences?) (?:enough|ok|okay|fine)\b"
)
SAID_OF_A_DAY = re.compile(
    r"(?:maybe |perhaps )?(?:later(?: today)?|(?:tonight|tomorrow|this evening) instead|another (?:time|day)"
    r"|some other time)"
)
"""Said of the day of a plan as easily as of the practice, so there they stay with the plan."""
