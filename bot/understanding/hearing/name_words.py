"""Words that look like names and are not, and words that tell whether a name stands for someone who took part."""

from __future__ import annotations

from bot.understanding.hearing.word_sets import word_set

NOT_NAMES = word_set(
    """
    i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december mon tue tues wed thu thurs fri sat sun
    zoom skype whatsapp facetime teams meet google signal telegram messenger instagram insta facebook fb snapchat
    tiktok
    twitter discord slack linkedin minecraft fortnite roblox xbox playstation switch steam netflix youtube starbucks
    fifa mario kart nintendo tesco lidl aldi ikea costa mcdonald's mcdonalds amazon spotify reddit viber wechat line
    christmas easter ramadan eid diwali hanukkah passover english german french spanish turkish arabic polish russian
    chinese ukrainian italian japanese korean portuguese dutch hindi urdu greek swedish indian british american irish
    scottish london paris berlin tv ok okay yes no not and but so then kith sms dm dms email pm am uk usa eu nhs gp
    year valentine
    thanksgiving mothers mother's fathers father's eve day year's years boxing new carnival lent advent holi
    nowruz purim
    midsummer songkran chuseok tet mass valentine's valentines halloween god covid catan scrabble monopoly chess
    aa na ludo draughts backgammon carrom checkers mahjong uno d&d dnd lol omg
    """
)

MONTHS_IN_SHORT = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
"""Jan is a friend, unless a number stands beside."""

OPENERS = word_set(
    """
    yesterday today tonight last this that it he she they we you the a an my our his her their one two there here
    just had met saw called rang phoned texted messaged talked spoke wrote sent went got gave took visited chatted
    hung
    played ran bumped caught log logged add note record please hi hello hey oh well actually sorry also again after
    before when while at on in with for from to by as if because finally earlier recently everyone everybody someone
    nobody people lunch dinner coffee tea breakfast brunch supper drinks walked helped invited emailed facetimed video
    voice group face both all some three four five six seven ten several every each another other such
    great good nice lovely bad long short quick half call text facetiming hope thanks wait never maybe dear
    did do does is was were are am be been have has will would could can should what who where why how which
    spent made ate drank cooked watched read told asked heard left came drove rode swam sat stood felt thought knew
    feeling seeing meeting talking calling having going being first second next then now once twice later afterwards
    skyped zoomed whatsapped pinged dropped popped stopped nothing something anything sadly luckily unfortunately
    happily surprisingly morning afternoon evening night weekend work school college uni church home birthday party
    picnic walk walking chat chatting catch catching phone mail letter card happy glad so really very quite too only
    even still yet already more most much many few little lots loads honestly basically apparently during since until
    over out up down off through between about against into onto upon within without despite except besides
    don't didn't wasn't couldn't haven't can't it's that's there's he's she's we're they're let's what's who's
    bad awful terrible amazing brilliant wonderful okay fine whoever whatever bit guess turns reached shared joined
    """
)
"""A sentence's first word with a capital that is not a name."""

AFTER_A_NAME = word_set(
    """
    and & , 's rang met came sent wrote gave told said was is had has took brought made just really finally also n
    yesterday today last on again every once twice at about this for spoke saw got left let too who - ( phoned was
    weekly monthly daily fortnightly this ring never from in next our my the then suddenly kindly went did didn't
    don dey is are asked couldn't wasn't even both always still call calls called text texted rung read drove paid
    thought felt
    turned knew heard kept lent sang sat taught won't or with via over by to
    """
)
"""What follows a name that opens a sentence."""

ONLY_MENTIONED = word_set(
    "about without because of in near via like than regarding concerning not miss missed missing towards "
    "outside inside opposite behind how why whether instead minus through during around until till past watched "
    "watching played "
    "playing read reading ordered ate drank bought on hear learned wish wished mentioned discussed"
)
"""Someone after one of these was spoken of, and took no part."""

SAID = word_set("said says saying heard think thinks thought hope hopes know knows knew believe reckon reckons guess")
"""What follows is what somebody said or thinks: who stands there as its subject took no part."""

PLACE_VERBS = word_set(
    "went go going gone drove moved flew travelled traveled trip back home walked came train bus driving moving "
    "flying off heading headed cycled travelling way return returned journey tickets flight"
)
"""After these, "to" leads to a place."""

HEARD_FROM = word_set(
    "e-mail packet package parcels both one nothing something request comment story msg msgs dms message whatsapp "
    "song sms "
    "flowers missed signal telegram ping meme voicey surprise heard hear call calls text texts message messages "
    "letter card postcard email note visit news word reply back "
    "invitation invite facetime voicemail ring phonecall voice memo mail parcel present gift dm snap knock hug lift "
    "advice help got received getting emails cards letters hello greeting greetings postcards invitations"
)
"""After these, "from" leads to a person."""

TALKED_TO = word_set(
    """
    talked spoke chatted talking speaking chatting spoken talk speak chat wrote written writing listened listening
    said
    texted texting messaged messaging message text texts sent sending send hi hello reached reaching reach nattered
    gossiped gossiping vented moaned ranted complained letter card postcard note email emailed mail call calls called
    introduced apologised apologized explained gave lent showed popped nipped close replied reply responded
    opened waved sorry spilled listened next visit ring rang phone phoned got chatter
    """
)
"""After these, "to" leads to a person."""

MEETS = word_set(
    """
    called rang phoned texted messaged emailed met saw visited facetimed skyped whatsapped invited telephoned
    contacted
    joined helped hugged told asked thanked rung seen calling ringing phoning texting messaging seeing visiting
    meeting
    zoomed pinged congratulated beeped flashed sms'd smsed into log add put call ring dmed dm'd dm'ed dmd snapped
    videocalled see meet visit helping comforted
    facetime facetiming consoled congratulated picked phone hosted joined beat drove interviewed tutored babysat
    skype zoom whatsapp whatsapping emailing skyping zooming inviting greeted approached nudged poked tagged messages
    dialled dialed buzzed belled voicenoted videochatted snapchatted imessaged txted msged msgd mailed surprised
    treated
    challenged accompanied bugged pestered befriended complimented tried reached rung fetched
    """
)
"""Verbs of contact: in "called ben" the next word is a name, also with a small letter."""

COMES = word_set(
    """
    called rang phoned texted messaged emailed came popped dropped stopped visited facetimed skyped whatsapped invited
    asked sent wrote gave told helped turned showed knocked left joined picked drove brought calls rings texts phones
    snuck visits comes call rung telephoned contacted video-called hugged bumped suggested dm'd dmed answered
    pinged buzzed snapped snapchatted zoomed emails messages pops drops invites asks replied hmu hosted treated
    waved greeted
    approached nudged tagged commented liked challenged swung nipped showed-up insisted offered phoned-up sends writes
    wrote fetched dragged hung mentioned imessaged dialled talked chatted reached surprised let cooked walked sat
    """
)
"""Verbs with which somebody else makes contact: in "priya rang me" the word before is a name."""

COMPANY = word_set("with w w/ beside alongside opposite wit")
GIVES = word_set("gave sent wrote left dropped shot give giving sending made lent showed bought brought")
ARTICLES = word_set("a an my some the two another his her")

NO_ONE = word_set(
    """
    the a an my our his her their your this that these those him them it me us you someone somebody everyone everybody
    people friends family others nobody up back off out in on at by for from to with and about again over round around
    today yesterday last tonight then when who which what where how i he she they we one two three four five six ten
    half after before because so but or as if not no yes just really very also too only even both all some any more
    coffee tea lunch dinner breakfast brunch drinks work school home town church football cards games music things
    stuff
    each another other together later earlier now online video phone text chat talk walk call help good nice great
    lovely long short quick during until till since while there here well kids children mates colleagues neighbours
    log message told asked said talked spoke had have has was were did got went gave made been is are be do sent wrote
    felt
    called rang phoned texted messaged met saw visited caught chatted chatting hung listened laughed it's didn't
    """
)
"""Small words after a verb of contact that name nobody."""


BOTH_WORD_AND_NAME = word_set(
    """
    will may mark hope joy grace rose art bill faith june april august guy chance summer sky angel min my so do rich
    grant chase sunny happy star in on me an you he can sun miles dot frank drew pat dawn eve ivy
    """
)
"""Known people of these names count only with the capital that the person types."""

PETS = word_set("dog cat puppy kitten hamster rabbit bunny parrot pony horse budgie tortoise goldfish pet doggo")
PLACES = word_set(
    """
    street road avenue park square café cafe hotel church school university uni college station airport hospital
    clinic
    centre center market museum bridge beach hall bar pub restaurant gym library arena stadium lake hill garden
    gardens
    bakery shop store supermarket theatre cinema festival match game concert show exhibition
    """
)
"""A name that ends in one of these is a place or an event."""

HOSTING = word_set(
    "place house flat home apartment room party birthday wedding bbq barbecue dinner garden kitchen funeral gig show "
    "leaving baby office hospital bedside ward door doorstep sofa garage yard car porch balcony stall shop "
    "allotment farm "
    "caravan desk gate grave cabin kitchen workshop studio dorm mum's family"
)
"""What somebody has where one may be with them: "at Ana's place"."""

PARTICLES = word_set("van von der den de la del da di dos bin ibn al el le st ter ten abu af")
"""Small words inside a surname."""

NAMES_TOO = word_set(
    "will may mark hope joy grace rose art bill faith june april august summer angel grant chase sunny star frank "
    "drew "
    "dawn eve ivy pearl ruby amber holly heather lily daisy violet olive robin jack"
)
"""Ordinary words that are names where only a name can stand: "called will", "may came over"."""

NAMES_IN_ED = word_set(
    "ahmed mohamed mohammed muhammed alfred wilfred winifred jared waleed khaled hamed saeed majed rashed sayed "
    "hameed"
    " fred ted ned jed mildred ethelred javed naveed waheed rasheed siegfried manfred gottfried wilfried"
)
"""Names that end like a verb in the past."""
