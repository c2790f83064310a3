"""What tells that two were in one place: plain words for a meeting, and grammar where there are none."""

from __future__ import annotations

import re

from bot.understanding.hearing.word_sets import word_set

_WHO = "(?:me|us|him|her|them|§|each other|one another)"
_SOME = r"(?:\S+ )"
MEAL = (
    "(?:coffees?|lunch|dinner|breakfast|brunch|supper|drinks?|beers?|pints?|brew|cuppa|tea|cake|ice ?cream|meal"
    "|pizza|wine|snacks?|noodles|curry|sushi|bite|soup|chai|barbecue|bbq|picnic|kebab|sandwich(?:es)?|takeaway|roast)"
)
_CAME = (
    r"(?<!it )(?:came|come|comes|went|gone|go|pop|popp?ed|dropp?ed|called|swung|nipped|been|drove|cycled|walked"
    r"|brought|took|nip"
    rf"|drop|pops|drops) {_SOME}?(?:{_SOME}{{0,4}}?round|over|around|by|in(?: (?:on|at|to see))?)(?! the phone"
    rf"| touch)"
)
_WHAT_IS_SEEN = (
    r"(?! (?:\w+ )?(?:story|stories|post|posts|photo|photos|picture|pictures|message|text|name|status|profile"
    r"|call|on (?:zoom"
    r"|skype|video|screen|facetime)))"
)
MET_PLAINLY = (
    r"greet(?:s|ed)?|called on (?:my |the |old |dear |poor )*(?:§|him|her|them|miss|mrs|mr)",
    rf"met|meet(?:ing)?(?= (?:up|with|{_WHO}|my))|(?:saw|seen) (?:(?:my|our|the|his|her|old|little|dear|both|big"
    rf"|new) )*(?:§|him|them|us){_WHAT_IS_SEEN}",
    rf"saw (?:my|our|the|her|his|an?|some){_WHAT_IS_SEEN}|saw (?:each other|one another|everyone|everybody|people)"
    rf"|see (?:§|him|her|them|my|each other){_WHAT_IS_SEEN}",
    rf"{_CAME}|visit(?:ed|ing)?(?! card)|stopped by|turned up|showed up|(?:came|come) to (?:me|us|my|our|see"
    rf"|visit)|come for",
    rf"(?:had|grabbed|got|went (?:out )?for|having|have|over|for|shared|made|cooked|ate|drank|drink|enjoyed|took"
    rf"|sharing"
    rf"|bought|on|a) {_SOME}{{0,3}}?{MEAL}|{MEAL} (?:with|w/?|at)",
    r"hung out|hang(?:ing)? out|in person|face[ -]to[ -]face|f2f|irl|(?:bumped|ran|run|bumping) into|hugged"
    r"|cuddled|hugs?",
    r"(?:went|gone|going|go|took|out) (?:[^\s,]+ ){0,3}?(?:for|on) (?:an? |our |the )?(?:\S+ )?"
    r"(?:walk|run|jog|hike|swim|ride|drive|stroll|picnic|trip|date|wander)",
    r"(?:took|had|have) (?:an? |our )?(?:\S+ )?(?:walk|stroll|picnic|hug|kickabout)|walk(?:ed)? (?:with|together"
    r"|home|in"
    r"|round|around|along)",
    rf"went (?:\w+ing|to|out|up to|over|round)|gave {_WHO} (?:an? )?(?:\S+ )?(?:lift|hug|ride|hand)"
    r"|(?:sat|stood|stand|sitting|standing|squeezed) (?:with|next|together|on|in|outside|down|at|by|there|beside"
    r"|opposite)",
    rf"sleepover|stayed(?! calm| up)|had (?:{_SOME}){{1,5}}(?:over|round)(?! the phone)|over for"
    rf"|invited (?:\S+ ){{0,4}}(?:over|round)"
    r"|to (?:my|our|her|his|their) (?:house|place|flat|home|party|birthday|wedding)",
    r"(?:at|to|round|in) (?:my|our|his|her|their|§'s|§)(?: \S+)? (?:place|house|flat|home|apartment|garden"
    r"|kitchen|garage"
    r"|yard|porch|balcony|car)|(?:at|round|over to) §'s",
    r"knock(?:ed|s)?|over the (?:garden )?(?:fence|wall|hedge)|date night|chilled|picked (?:me|§|him|her) up"
    r"|took me aside"
    r"|walked (?:me|§|him|her) (?:home|to)|came up to|went up to|walked up to",
    rf"(?:drove|drive) {_WHO}|rang (?:my|our|the|on the) (?:door)?bell|stopped {_WHO}(?= and| to| in| on| at| for"
    rf"|[.,]|$)|sauna",
    rf"gave {_SOME}{{0,3}}a hand|{_WHO} (?:at|outside) the (?:door|gate)|after (?:the )?(?:lesson|class|lecture"
    rf"|mass|service|training|prayers|practice|match|game)",
)
"""Two who do this share a place."""

TALKS = word_set(
    """
    talked talk talks talking spoke spoken speak speaking chatted chat chats chatting nattered heard hear hearing said
    says say told tells asked ask caught argued discussed felt feel thought was were is are am been be had have has
    having got get
    getting exchanged finally wanted want needed tried try liked loved enjoyed decided happened ended started began
    managed
    touched connected missed laughed laughing joked apologised apologized complained listened vented gossiped
    explained
    reconnected checked remembered forgot knew know hoped seemed turned did do does done made make went go lasted kept
    answered replied responded contacted reached understood bonded fell agreed disagreed rambled moaned ranted
    confided mentioned sounded worried cried clicked reckoned log logged add note noted added sorted gave give
    congratulated thanked wished advised encouraged comforted supported calmed cheered updated informed warned
    conversation word words natter natters chinwag gossip talkings catch-up catchup catching contact argument fight
    row
    discussion gist yarn debate confab heart-to-heart chitchat chit-chat up in minutes minute min mins hour hours time
    good day night yesterday today last touch ages conversations bit lot
    realised realized tired married moved died passed born planned invited arranged promised interviewed bored excited
    wedding morning evening something nothing everything anything during asking telling saying feeling going being
    doing
    moving working sounding thinking hoping trying starting arguing nothing nattering chinwagging venting ranting
    moaning
    joking making taking looking wanting wishing missing worrying complaining coming leaving seeing meaning including
    regarding reading finding trouble struggling recovering changing learning interesting boring amazing exhausting
    scared stressed relieved pleased need indeed speed feed red bed started wondered confessed admitted announced
    suggested proposed offered-up ok okay there business rest half both stuck fallen rowed bickered quarrelled fought
    reminisced caught nattering gossiping laughing exchange banter banterred interrupted spilled vibed mumbled
    whispered
    """
)
"""Words that tell of nothing but talk, which any way to be in touch allows."""

ACTIVITY = (
    "cinema|movies|museum|concert|festival|theatre|zoo|picnic|barbecue|bbq|party|wedding|funeral|tennis|football|badminton"
    "|basketball|cricket|chess|dominoes|karaoke|board "
    "games?|bowling|yoga|gig|karate|judo|pilates|volleyball|hockey|rugby"
    "|haircut|matches|went along|came along|tagged along|the match|came|arrived|waved|nodded|shook "
    "hands|lent|between sets|sauna|hammam|playground|allotment|waiting room|bus stop|school "
    "gates?|ball|frisbee|pool|darts|golf|table tennis"
    f"|hike|bike ride|kickabout|sleepover|iftar|bench|doorstep|hallway|corridor|{MEAL}"
    "|gave (?:me|him|her|us|§) (?:a lift|a hand)"
    "|with me|side by side|shift together"
)
"""What is done or lies in one place."""

DOINGS = word_set(
    """
    took brought drove rode ran swam sang ate drank built bought sold won lost taught lent held hid dug drew fed cut
    shared-out sat stood lay slept woke flew knelt swept wept shook stole threw caught-up hung lit sewed sewn knit
    sold
    bowled made-up did-up put led froze bit beat spread wove wore sled slid
    """
)
"""Deeds in the past whose form does not end in -ed."""

_NO_PLACE = (
    r"(?:morning|afternoon|evening|night|day|week|weekend|month|year|moment|end|start|beginning|middle|phone|line"
    r"|blower"
    r"|horn|fone|speaker|landline|mobile|cell|net|internet|web|app|chat|group|dms?|thread|same|other|first|second"
    r"|third|last"
    r"|\d+\w*|time|meantime|hour|hols|holidays|summer|winter|spring|autumn|while|whole|long|good|bad|subject"
    r"|topic|matter"
    r"|laptop|computer|tablet|tv|screen|video|go|bit|lot|way of|future|past|dark|mood|rush|hurry|funk|state"
    r"|message|text"
    r"|email|letter|one|two|few|moon|mend|mind|edge|verge|brink|weather|trip|wedding photos|news|call|zoom|post"
    r"|mail|1st|early)"
)
PLACED = re.compile(
    r"(?<!\w)(?:at|in|on|outside|beside|near|under|across|behind|along|into|inside|through|by|down|off)"
    rf" (?:the|my|our|his|her|their|a|an|§'s) (?!{_NO_PLACE}(?!\w))(?:\S+)"
    r"|(?<!\w)(?:at|in|after|before|during|outside|on the way (?:to|home|back)|over) (?:church|school|work|uni"
    r"|college|class"
    r"|lunch|dinner|breakfast|break|town|mass|practice|training|hospital|prison|assembly|recess|kindergarten|nursery"
    r"|prayers|prayer|service|temple|mosque|synagogue|shul|gym|yoga|swimming|football|tennis|band|college|campus"
    r"|mine|ours"
    r"|court|detention|lectures?|lessons?|pe|form|period|registration|homeroom|breaktime|playtime|pick-?up|drop-?off)"
    r"(?! (?:on|about|stuff))"
    r"|(?<!\w)(?:downstairs|upstairs|next door|on the (?:bus|train|tram|stairs|stair|steps|way)|face to face"
    r"|together)(?!\w)"
)
"""Words for where somebody is."""

TALKING = word_set(
    """
    up talk talks talked talking spoke spoken speak speaking chat chats chatted chatting
    word words natter nattered gossip contact
    touch argument argued fight row fought discussion discussed conversation conversations catch-up catchup caught
    catch catching
    call called calls text texted message heard gist yarn laugh laughed banter agreed disagreed happy angry annoyed
    cross
    love problem trouble thing issue patience nattering gossiping exchange back-and-forth chinwag debate debated dealt
    made-up sorted arranged planned plans reconnected connected connect corresponded correspond
    """
)
"""What is done with somebody by words alone."""

WITH_SOMEBODY = re.compile(
    r"(?<!\w)([^\W\d_][\w'-]*)((?: [^\W\d_][\w'-]*){0,3}?) (?:with|w|w/|beside|alongside|next to) (?:(?:my|the"
    r"|our|his|her|a|some|both|old|all) ){0,3}§"
)
"""Something that is done with somebody."""
