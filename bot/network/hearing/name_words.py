"""Words that look like names and are not, and words that tell whether a name stands for someone who took part."""

from __future__ import annotations

from bot.network.hearing.word_sets import word_set

NOT_NAMES = word_set(
    """
    i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december mon tue tues wed thu thurs fri sat sun
    zoom skype whatsapp facetime teams meet google signal telegram messenger instagram insta facebook fb snapchat tiktok
    twitter discord slack linkedin minecraft fortnite roblox xbox playstation switch steam netflix youtube starbucks
    christmas easter ramadan eid diwali hanukkah passover english german french spanish turkish arabic polish russian
    chinese ukrainian tv ok okay yes no not and but so then kith sms dm dms email pm am uk usa eu
    """
)

MONTHS_IN_SHORT = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
"""Jan is a friend, unless a number stands beside."""

OPENERS = word_set(
    """
    yesterday today tonight last this that it he she they we you the a an my our his her their one two there here
    just had met saw called rang phoned texted messaged talked spoke wrote sent went got gave took visited chatted hung
    played ran bumped caught log logged add note record please hi hello hey oh well actually sorry also again after
    before when while at on in with for from to by as if because finally earlier recently everyone everybody someone
    nobody people lunch dinner coffee tea breakfast walked helped invited emailed facetimed video voice group face
    great good nice lovely bad long short quick half call text facetiming hope thanks wait never maybe dear
    """
)
"""A sentence's first word with a capital that is not a name."""

AFTER_A_NAME = word_set(
    """
    and & , 's rang met came sent wrote gave told said was is had has took brought made just really finally also
    yesterday today last on again every once twice at about this for spoke saw got left let too who - ( phoned was
    weekly monthly daily fortnightly this ring never
    """
)
"""What follows a name that opens a sentence."""

ONLY_MENTIONED = word_set(
    "about without because of in near via like than regarding concerning not miss missed missing towards"
)
"""Someone after one of these was spoken of, and took no part."""

PLACE_VERBS = word_set("went go going gone drove moved flew travelled trip back home walked came train bus")
"""After these, "to" leads to a place."""

HEARD_FROM = word_set(
    "heard hear call calls text texts message messages letter card postcard email note visit news word reply back "
    "invitation invite facetime voicemail"
)
"""After these, "from" leads to a person."""

COMPANIONS = word_set(
    "called rang phoned texted messaged emailed met saw visited with to facetimed skyped whatsapped invited and & , "
    "telephoned contacted joined helped hugged from log add put"
)
"""After these a small letter may still begin a name: "called ben"."""

NO_ONE = word_set(
    """
    the a an my our his her their your this that these those him them it me us you someone somebody everyone everybody
    people friends family others nobody up back off out in on at by for from to with and about again over round around
    today yesterday last tonight then when who which what where how i he she they we one two three four five six ten
    half after before because so but or as if not no yes just really very also too only even both all some any more
    coffee tea lunch dinner breakfast brunch drinks work school home town church football cards games music things stuff
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
    grant chase sunny happy star in on me an you he can sun miles dot
    """
)
"""Known people of these names count only with the capital that the person types."""
