"""The verbs of contact by what they tell of who began: the one who acts, the one who is answered, or both together."""

from __future__ import annotations

from bot.understanding.hearing.word_sets import word_set

REACHES = word_set(
    """
    called calls rang rings phoned phones telephoned texted texts messaged messages emailed emails e-mailed mailed
    wrote writes
    whatsapped whatsapps facetimed facetimes skyped zoomed contacted contacts pinged pings buzzed dmed dmd dm'd dms
    snapped
    snapchatted video-called videocalled video-chatted videochatted voice-noted voicenoted voice-messaged dialled
    dialed
    visited visits invited invites approached approaches greeted greets hailed nudged poked tagged commented liked
    reacted followed friended texted telegrammed radioed skyped faxed belled hosted summoned surprised challenged
    accosted
    cornered tapped recruited roped dragged coaxed persuaded convinced suggested proposed initiated kakaotalked
    googlemeeted tweeted slacked posted befriended complimented collared tackled buttonholed waylaid flagged beckoned
    dmmed apologised apologized beeped flashed congratulated smsed slid hmu raised serenaded interrupted checked
    waved smiled offered hollered yelled nodded fetched thanked
    """
)
"""Whoever is their subject began, in the past and the present."""

REACHES_PLAIN = word_set(
    "call ring phone telephone text message email e-mail write visit invite approach ask facetime whatsapp ping dm"
    " contact greet skype tag knock rung written"
)
"""The same as infinitives and participles, which need a subject or a helper before them; many are nouns too."""

NEEDS_US = word_set(
    "offered complimented yelled surprised fetched followed convinced persuaded raised nodded smiled waved hollered"
    " coaxed flagged interrupted checked mailed asked"
)
"""Those that count only with somebody they are done to right behind them."""

ASKS = word_set("asked asks")
"""A question begins a contact unless two have met already."""

MOVES = word_set(
    """
    came come comes popped pops pop dropped drops drop swung nipped nips stopped stops called went go goes walked
    drove
    cycled biked ran strolled wandered turned showed rocked looked rolled trekked travelled traveled flew headed
    travel marched slipped sneaked hopped moved sat plonked plopped settled joined ambled shuffled toddled bussed been
    climbed passed stepped rode trudged hobbled stuck poked leaned
    """
)
ARRIVING = word_set("over round around by in up across in-person upstairs downstairs down next outside out")
"""With one of these, a verb of motion ends at somebody: "came over", "dropped by"."""

GIVES = word_set(
    "gave give gives sent send sends left leave dropped drop shot wrote write posted made mailed put shared forwarded"
    " recorded paid snuck threw fired popped did stuck put taped pinned handed pushed slipped"
)
GETS = word_set("got get gets received had have found opened answered took missed picked")
MISSIVES = word_set(
    """
    call calls ring rings bell buzz tinkle shout text texts message messages msg msgs voicemail voicemails note notes
    letter letters card cards postcard postcards email emails e-mail e-mails mail line dm dms sms snap snaps memo
    memos
    invite invites invitation meme memes gif gifs photo photos picture pictures pic pics selfie selfies reel reels
    tiktok tiktoks link links parcel parcels package video videos clip clips audio recording visit whatsapp
    telegram reply comment comments request sticker stickers emoji emojis phonecall voicenote vn poem drawing
    song playlist voicey voiceys packet gift present flowers screenshot screenshots knock tap fax facetime hug
    telegram missive recipe cartoon hello wave smile
    """
)
"""What is sent: whoever gives one began, whoever gets one did not."""

ANSWERS = word_set("replied replies reply answered answers responded reacted texted-back")
BACK_AFTER = (
    REACHES
    | REACHES_PLAIN
    | word_set("got get wrote sent snapped messaged going gets chatted talked said smiled waved spoke nodded chat")
)
JOINT = word_set(
    """
    met meet meets saw seen bumped ran talked spoke spoken chatted nattered played ate drank walked cooked caught hung
    watched spent studied trained danced sang went shopped baked celebrated argued gossiped gamed
    laughed skypecalled zoomcalled queued waited worked sat stood
    """
)
"""What two do together. Once they are together, a question or a message of one of them begins nothing."""

HELPERS = word_set(
    """
    was were is are am be been being had has have did do does just then also finally even actually really both again
    quickly unexpectedly kindly randomly suddenly only spontaneously eventually simply very always immediately earlier
    yesterday today tonight first ever never still got get kept keep only out-of-the-blue once recently
    later soon straight politely shyly proudly bravely nervously gently graciously briefly secretly surprisingly
    thankfully luckily sadly already now promptly proactively duly literally sort kind of basically apparently
    video voice totally accidentally impulsively deliberately all themselves himself herself myself too so no
    """
)
"""What may stand between somebody and what they did."""

DARES = word_set(
    """
    decided managed dared remembered chose got round around ended up made forced myself went courage nerve bothered
    decide manage began started tried proceeded happened himself herself themselves finally plunge took brave enough
    able guts persuaded mustered thought promised
    """
)
"""What leads to a deed that was done: "managed to call", "ended up texting", "plucked up the courage to ring"."""
