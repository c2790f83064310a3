"""What people say for each medium, as patterns over lower-case text in which people stand as §."""

from __future__ import annotations

import re

_WHO = "(?:me|us|him|her|them|§|each other|one another)"
_SENT = (
    "(?:wrote|written|write|writing|sent|send|sends|got|get"
    "|posted|received|had|mailed|opened|came|finished|penned|read)"
)
_APPS = "(?:whats ?app|signal|telegram|messenger|viber|line|zalo|wechat|imo|phone|voice|audio|mobile|cell)"
SAID_IN_WORDS = {
    "group": (
        r"(?:group|family|class|team|whatsapp|stairwell|building|street)[ -]?group"
        r"|group[ -]?(?:chats?|call|text|thread|video|message|session|facetime|zoom)",
        r"(?:family|class|team|building)[ -](?:chat|thread)|support group|(?:our|my|the|whatsapp) group(?! of"
        r"| project)",
        r"(?<!from )(?<!from the )(?<!from my )(?:choir(?: (?:practice|rehearsal))?|book ?club|prayer (?:group"
        r"|meeting)"
        r"|bible (?:study|group)|(?:knitting|sewing|reading|writing|walking|study|drama|craft|crafts|discussion"
        r"|parents'?"
        r"|quilting|language|grief|talking|sharing|carers'?|mothers'?|men's|women's|conversation|support|meditation"
        r"|running|youth|history|self-help|healing|gaming) (?:group|circle|club)"
        r"|(?:al-anon|aa|na)(?= (?:last|tonight|today|yesterday|meeting|group|on))|(?:aa|na|residents'?|club"
        r"|committee|support|tenants'?|parish|council|scout|quaker) (?:meeting|evening)"
        r"|toddler group|playgroup|(?:band|orchestra|theatre|choir) (?:practice|rehearsal)|rehearsals?|meetup"
        r"|stammtisch"
        r"|repair caf[eé]|speaking club|debate club|chess club|coffee morning|(?:deaf|social|supper|rotary|camera"
        r"|film|art|science|debating|stamp|gardening|garden|sewing|lunch) club|ladies'? circle)",
    ),
    "voice_message": (
        r"voice ?-?(?:message|note|mail|memo|msg|clip|recording|text)(?:s|d|ed|ing)?|voicey|voiceys"
        r"|audio(?: ?(?:message|note|msg|clip))?s?(?! call)|vns?|vm|answering machine|answer ?phone|ansaphone",
        rf"(?:sent|send|sends|left) {_WHO} (?:his|her|my|their|a) (?:voice|recording)"
        r"|record(?:ed|ing)s? (?:\S+ ){0,3}(?:message|for)",
        r"(?:message|msg) (?:\S+ ){0,4}after the (?:beep|tone)|left (?:\S+ ){0,4}message(?! on (?:whatsapp|insta|fb))"
        r"(?= (?:on|with)? ?(?:the|her|his|their) (?:phone|machine|mailbox))",
    ),
    "video": (
        r"vid(?:eo|oe)?[ -]?(?:call|chat|conference|meeting|phone|link)\w*|face[ -]?tim\w+|zoom(?:ed|ing)?"
        r"|skyp(?:e|ed|ing)|webcam|v-?c(?:'?d)?",
        r"video (?:with|to)|(?:on|over|via|by|a|through|with) (?:video|cam|camera)|google meet|(?:on|over"
        r"|via) (?:ms )?(?:teams|meet|jitsi)"
        r"|teams (?:call|meeting|chat)|jitsi|whereby|google duo|on the screen|on screen|through the screen"
        r"|on the tablet"
        r"|(?:messenger|whatsapp) video",
    ),
    "game": (
        r"video ?games?|gam(?:ed|ing)|(?:play(?:s|ed|ing)?|match|round|rounds|game|games|hop|scrabble|chess|quiz)"
        r"(?:,? [^\s.;]+){0,7},? online|(?:online|multiplayer|mobile) \w*(?: ?(?:game|chess|match|night|scrabble"
        r"|poker"
        r"|bridge|backgammon|go|ludo|mahjong|cards|quiz|rummy))",
        r"(?:draughts|chess|scrabble|ludo|poker|backgammon|carrom|checkers|cards)(?: [^\s.;]+){0,6} (?:app|phone"
        r"|online|internet)|games?(?: [^\s.;]+){0,6} over the internet|roll20|minecraft|fortnite|roblox|xbox"
        r"|playstation|ps ?[345]|nintendo|mario ?kart|fifa(?: \d+)?|call of duty|cod|warzone"
        r"|league of legends|pubg|gta|halo|destiny|stardew(?: valley)?|terraria|lichess|chess\.com|wow|smash bros"
        r"|overcooked",
        r"played league|valorant|valo|among us|animal crossing|overwatch|(?:on|over) the switch|wordle"
        r"|words with friends"
        r"|raid(?:ed|ing)?|dungeons?(?! and| &)|headsets?|lobby chat|guild(?: chat)?|ranked|duo(?:s|ed)?(?= )"
        r"|speedrun\w*",
        r"co-?op|rocket league|dota|counter[ -]?strike|cs ?go|cs2|pok[eé]mon (?!cards)|genshin|world of warcraft|apex"
        r"|online with|on steam|splatoon|zelda|clash (?:royale|of clans)|brawl stars|board game arena|bga|runescape"
        r"|final fantasy|elden ring|helldivers|baldur'?s gate|dead by daylight|in[- ]game|quiz ?up|sims|civ|ludo king"
        r"|(?:his|her|their|our|my|the) (?:minecraft )?(?:server|realm)|squad(?:ed)? up",
    ),
    "social_media": (
        r"(?:into|in) (?:my|the|his|her|their|§'s) dms|insta(?:gram)?(?:med)?|ig|facebook|fb|snap(?:chat(?:ted)?"
        r"|ped|s|chats|ping)?|tik ?toks?|twitter|discord|linkedin"
        r"|reddit|tweets?|tweeted|threads app|bereal|strava|goodreads|nextdoor|pinterest|youtube comments?|letterboxd"
        r"|ravelry",
        r"comment(?:ed|s|ing)? (?:on|under|below)|(?:left|wrote|got|a) (?:\S+ ){0,2}comments?"
        r"|liked (?:\S+ ){0,3}(?:post|photo|story|picture|pic|video|reel)s?|tagged|forums?(?: thread)?|subreddit"
        r"|streak",
        r"(?:replied|reacted|answered|responded|reply) to (?:\S+ ){1,2}(?:story|post|reel|stories)|bluesky"
        r"|mastodon|tumblr"
        r"|twitch|vk|friend request|weibo|xiaohongshu|follow(?:ed)? (?:me|him|her|§|them) back|reposted",
    ),
    "letter": (
        rf"{_SENT} (?:\S+ ){{0,5}}(?:letter|postcard|parcel|packet|package|aerogramme?)s?|(?:packet|package"
        rf"|parcel)s? from",
        rf"(?:letter|postcard)s? (?:to|from|for|came|arrived)|cards? (?:came|arrived|from)"
        rf"|{_SENT} (?:\S+ ){{0,4}}(?:cards?)(?! game)|letters?(?! box)",
        r"(?:handwritten|hand-written|thank[ -]you|birthday|christmas|get[ -]well|condolence|sympathy|easter"
        r"|anniversary"
        r"|new year|name day) (?:letter|card|note)s?",
        r"by (?:post|airmail|snail mail)|snail mail|in the (?:post|mail)|pen ?-?pals?|postcards?|airmail|care package"
        r"|posted (?:\S+ ){0,4}(?:to|off)|letter ?box|mailbox|envelope|postman brought",
    ),
    "other": (
        r"radio|walkie[ -]talkies?|fax(?:ed)?|telegraph|telegram from|sign language|vhf|\bcb\b|intercom"
        r"|morse(?: code)?"
        r"|carrier pigeon|baby monitor|tannoy|entryphone",
        r"(?:left|leave|found|stuck|slipped|pushed|put|taped|pinned|leaves) (?:\S+ ){0,4}(?:note|post-it|post it)s?"
        r"(?! (?:from|to) § by)|note (?:on|under|through|in) (?:my|the|her|his|our|§'s) (?:door|fridge|desk"
        r"|windscreen|locker)",
    ),
    "call": (
        rf"{_APPS}[ -]?(?:call|called|calls|chat|chats)(?! (?:in|by|round|over))",
        r"(?<!video )(?<!so-)(?<!is )(?<!was )(?<!it's )(?<!without )(?<!curtain )(?<!roll )call(?:ed|ing|s)?"
        r"(?! (?:in|by|over|round|around|it|off|me names|(?:his|her|my|the|our|their) names?|on (?:my |the |old "
        r"|dear |poor )*§|on (?:him|her|them|miss|mrs|mr)|of duty|for|down|out|across|herself|himself|myself|on me"
        r"|to (?:me|us|him|her) (?:from|across|over)|after me|centre|center)\b)",
        r"(?:rang|rung|rings)(?! (?:my|our|the|on|at|his|her|their|§'s)?(?: \w+)? ?(?:(?:door)?bells?|door"
        r"|doorbell|hollow|true"
        r"|buzzer|gate)\b)|ring(?:ing)?(?= (?:me|us|him|her|them|§|up|back|my|just|\w+$)|$|[.,])"
        r"|phoned|phoning|phones|phone(?= (?:me|us|§|him|her|with|to|my|w)(?!\w))|(?:by|on|via|over|down"
        r"|through) (?:the |my |his |her )?phone"
        r"|phone[ -]?(?:calls?|chats?|convo|conversation)|telephon\w*|fone|beeped me|flashed (?:me|§)",
        r"(?:gave|give|giving|got|get|had) (?:\S+ ){1,4}(?:ring|bell|buzz|tinkle)|(?:quick|long|short|had a) ring"
        r"|buzzed (?:me|us|him|her|(?:my )?§)(?! in)|ring ring|the phone went|whose voice",
        r"hung up|hang up|on the (?:line|blower|horn|other end)|dialled|dialed|(?:he|she|they|§)(?: \w+)? picked up"
        r"(?! (?:§|me|him|her|them|us|where|my|the|a|some|litter|from))",
        r"(?:on|by) speaker(?:phone)?|speakerphone|no answer|landline|payphone|handset|got (?:thr(?:ough|u)) to"
        r"|down the line|by fone|on the fone|answered the phone|had (?:my )?§ on the line|long[- ]distance"
        r"|line was (?:bad|poor)"
        r"|tried (?:my )?§(?!'s)|kept ringing|receiver",
    ),
    "text": (
        r"te?xt(?:ed|ing|s)?(?! ?books?)|messag(?:e|ed|es|ing)|e-?mail(?:ed|s|ing)?|whats ?app(?:ed|ing|s)?"
        r"|sms(?:ed|es)?"
        r"|dm(?:s|ed|'d|d|ing|'ed|med)?|msg(?:s|ed|d)?|mails?|mailed|imessage\w*|chatted (?:by|over) text",
        r"pinged|wrote(?! down| a (?:song|poem|book|paper|essay|list)| off)|written(?= (?:to|me|with|back|§))"
        r"|writing (?:to|with|each|back)|chatted online|(?:on|by|over|via) signal|signal (?:thread|chat|message"
        r"|msg|convo)|threads?|write (?:to|me|with|him|her)",
        r"telegram|messenger|wechat|viber|kakao\w*|line(?:d)? me|on line|threema|zalo|slack(?:ed)?|imo|hmu|hinge"
        r"|tinder"
        r"|bumble|dropped (?:\S+ )?a line|drop (?:\S+ )?a line|teams message",
        r"(?:sent|send|sends|shared|swapped|exchanged|traded|shot) (?:\S+ ){0,5}(?:memes?|emojis?|gifs?|links?"
        r"|photos?|pictures?"
        r"|pics?|selfies?|stickers?|screenshots?|recipes?|article|hearts?|video|clip|song|playlist|birthday wishes)",
        r"chatted (?:\S+ ){0,3}online|online chat|typed|typing|blue ticks|left on read|voice-to-text",
    ),
}
"""The media, the more telling ones first: a video call is a call too, a message on Instagram a message."""

BESIDE_THE_POINT = (
    r"\bto (?:arrange|organi[sz]e|plan|ask|say|tell|thank|wish|check|let|invite|set|book|apologi[sz]e|sort|discuss"
    r"|talk|confirm|suggest|congratulate|see (?:if|how|whether)|remind|find out|share|hear)\b[^.;!?]*",
    r"\b(?:about|abt|regarding|because|cos|bc|since|instead of|without)\b(?! (?:an? |\d)?\S* ?(?:hours?|minutes?"
    r"|mins?"
    r"|o'clock))[^.,;!?]*?"
    r"(?=[.,;!?]|$| (?:on the phone|by phone|over|on|via|at|when|while|outside|yesterday|today|last)\b)",
    r"\bno (?:calls?|texts?|messages?|phones?)\b|\b(?:the |my |her |his )?phone (?:died|broke)|\b(?:his|her|their"
    r"|my|a"
    r"|the) (?:new )?(?:phone )?number|\b(?:show(?:ed|s|ing)?|fix(?:ed|ing)?|set(?:ting)? up"
    r"|install(?:ed)?) (?:me |us |§ |him |her |with )*(?:\S+ )?"
    r"(?:phone|photos?|pictures?|videos?|emails?|laptop|computer|facebook|instagram|whatsapp)",
    r"\bfrom (?:(?:the|my|our|her|his) (?:\w+ )?\w+|school|work|uni|church|college|upstairs|downstairs|next door"
    r"|band camp)\b",
    r"\b(?:instead|rather than) of [^.,;!?]*|\bnot (?:by|on|via|over) (?:the )?(?:phone|text|zoom|video|whatsapp)\b",
)
"""What a contact was about, and what it did without."""

ONLINE = r"(?<!\w)(?:on|over|via|by|through|using) (?:zoom|skype|video|teams|facetime|google meet|discord|the phone)"


def compiled(*pieces: str) -> re.Pattern[str]:
    """One pattern for whole words that match any of the pieces."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})(?!\w)")
