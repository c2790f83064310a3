"""Ordinary words that stand where a name in small letters might: "with friends", "saw pictures", "to complain"."""

from __future__ import annotations

from bot.understanding.hearing.name_words import NO_ONE
from bot.understanding.hearing.word_sets import word_set

SMALL_WORDS = NO_ONE | word_set(
    """
    anxiety depression stress therapy fear panic grief anger guilt shame pain traffic weather life medication meds
    religion
    society nature brain mind body heart voice internet university technology covid lockdown pandemic insomnia adhd
    autism
    collect upside introduce audio audios selfie selfies reels memos vocals gif gifs clip clips recordings beat bit
    twenty thirty forty fifty sixty seventy eighty ninety hundred seven eight nine eleven twelve thirteen fifteen
    twins ours mine yours theirs hers speaker speakers mic headset headsets cam camera webcam line landline mobile
    reception rain snow sun wind storm fog heat cold wine whisky sherry juice cocoa biscuits scones muffins pancakes
    dumplings
    stew roast pasta salad popcorn leftovers burgers chips fries pie pies cakes doughnuts donuts toast jam honey
    apples plums
    berries tomatoes beans potatoes seeds plants weeds leaves wood logs tools paint bricks boxes furniture sofa
    chair chairs
    table tables shelf shelves tap sink boiler heating oven fridge washing laundry ironing dishes groceries errands
    chores
    blanket rug umbrella scarf hat gloves socks shoes boots coat dress clothes fabric yarn needles wool
    half quarter third quarters mostly apps app update updates upgrade password account settings
    fun jokes puns riddles trivia quiz quizzes recipes tips hints questions answers ideas opinions doubts worries
    fears
    arm arms leg legs knee hip heart teeth tooth eye eyes back head cold flu fever covid surgery operation
    purpose choice chance accident mistake fate design default
    noodling doodling baddies bosses levels quests raids matches rounds rounds hands songs hymns psalms prayers prayer
    chemistry maths physics english latin spelling grammar vocabulary german portuguese revision coursework essay
    essays
    thesis dissertation lectures seminars tutorials assignments deadlines
    beat bit
    blew burst dug dealt fled forgave hung knelt lit overheard shot slid slept split spread struck swept tore wept
    lends brings drops plays lives keeps takes makes sends goes wants needs likes loves bout bt abt
    every each down aboard complain vent moan gossip brag cheer comfort update inform remind warn announce confess
    of nor than toward towards upon amongst among whilst unto knock knocks knocked ask asks invite invites works
    work
    picture camera sticker stickers emoji emojis headphones flowers present presents gift gifts cookies soup chocolate
    email emails letters cards balloons noodles rice bread milk eggs fish meat bike bikes boat phone's laptop computer
    internet wifi speaker loudspeaker subtitles music guitar piano drums songs song knitting crochet sewing gardening
    painting drawing photos homework maths math physics biology history geography science literature art crafts
    lego puzzles puzzle jigsaw dominoes bingo darts crossword crosswords books book magazine newspaper paper papers
    money euros dollars pounds rent bills tax taxes forms form documents passport visa keys key bins shed fence roof
    car cars van lorry truck bicycle scooter train tram taxi uber bus's plane ferry
    enough somebody's anymore whatsoever online offline outside inside indoors outdoors upstairs downstairs abroad
    everywhere somewhere nowhere anywhere nearby further closer deeper
    mum's dad's bro sis buddy mate dude man
    laughing arguing fighting gossiping hiking biking skating skiing surfing camping fishing gaming studying baking
    knew meant spent held built caught fought sought bought sold cost hit hurt shut set cut lost won led fed met paid
    rode rose sank shook spoke stole stuck swore threw wore woke began broke chose drew fell flew froze grew hid lay
    sounded smelled tasted appeared happened mattered managed decided needed missed loved hated liked enjoyed hoped
    wished wondered worried cared minded agreed disagreed refused promised offered accepted finished continued
    anyone anybody noone none nothing something anything everything himself herself themselves myself yourself
    ourselves yourselves whom whose why cause bc cos coz cuz tho though although lol haha omg ok okay yeah yea nah u
    ur im ive ill id hes shes theyre weve dont didnt wasnt couldnt cant wont thats its i'm i've i'd i'll we're we've
    he's she's they're that's there's what's don't wasn't couldn't can't won't into onto through between against
    without within per via near under above below behind beside besides despite except instead unless whether whenever
    wherever however once twice thrice first second third next finally eventually recently lately soon always never
    sometimes often usually maybe perhaps probably almost nearly quite rather pretty super much many lots lot loads
    bit little few less most least several enough same different own such like alone afterwards afterward anyway away
    apart along across ages hours minutes hour minute mins min days day weeks week months month years year time times
    moment weekend morning afternoon evening night midnight noon midday lunchtime breakfasttime bedtime spring summer
    autumn winter monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri
    sat sun january february march april june july august september october november december am pm oclock o'clock new
    old young big small happy sad glad sorry nervous tired funny weird awkward hard easy fun cool awful terrible bad
    amazing wonderful best better worse worst fine alright right wrong sick busy free late early hi hello hey bye come
    came coming go going gone get getting take took taken taking make making give given giving see seeing seen meet
    meeting tell telling ask asking say saying says talking speaking calling ringing texting messaging phoning writing
    written calls texts ring rung rings know knew known think thought feel feeling feels want wanted need needed let
    left leave leaving stay stayed keep kept put find found show showed shown start started stop stopped try tried
    turn turned bring brought buy bought eat ate eaten eating drink drank drunk drinking play played playing watch
    watched watching read reading sit sitting stand stood walked walking run ran running drive drove driven driving
    ride rode fly flew swim swam swimming sing sang singing dance danced dancing cook cooked cooking bake baked baking
    helped helping hug hugged cry cried crying laugh laughing smile smiled argue argued joke joked share shared
    explain explained listen listening hear heard understand understood forget forgot remember remembered learn
    learned learnt teach taught study studied pick picked drop dropped pop popped hang hanging could would should will
    can may might must shall being having doing does done became become seemed looked looks phones voice email e-mail
    letter card postcard note mail voicemail dm dms group chats zoom skype facetime whatsapp insta instagram snap
    snapchat tiktok facebook fb messenger telegram signal discord teams twitter reddit fortnite minecraft roblox fifa
    xbox playstation ps4 ps5 nintendo switch chess netflix youtube tv beer beers wine pint pints pub bar cafe café
    restaurant cinema movie movies film museum park gym pool beach library shop shops shopping supermarket mall market
    station train bus car plane airport hospital clinic surgery office class college uni university lecture choir club
    practice training match game rehearsal party wedding funeral birthday christmas easter holiday holidays trip city
    village country street road garden kitchen house flat place room hotel bed door fence corner bench table pizza
    sushi curry cake food snacks icecream ice supper meal brekkie barbecue bbq picnic concert gig festival theatre
    walkies dog dogs cat cats puppy pet baby babies kid child boy boys girl girls man men woman women guy guys lady
    ladies bloke lad lads mate folks person team crew gang bunch couple staff reception neighbors workmates classmates
    teammates flatmates roommates housemates coworkers co-workers strangers stranger customers customer clients client
    relatives siblings parents grandparents cousins sisters brothers aunts uncles in-laws inlaws grandkids sons
    daughters members visitors guests students teachers doctors nurses plans plan advice news photos pictures pics
    memes meme story stories gossip job jobs exam exams homework project problem problems life health weather politics
    sports sport tennis basketball volleyball badminton golf cricket rugby bowling darts yoga pilates karaoke bingo
    bridge poker scrabble board regards respect pleasure joy love interest tears laughter anger care success luck
    difficulty enthusiasm sense ease kindness patience permission regard reference thanks gratitude hope thing neither
    either whole entire full rest part end middle top bottom side way kind sort type straight directly properly
    briefly quickly slowly suddenly unexpectedly randomly accidentally actually basically honestly literally obviously
    especially mainly mostly partly totally completely definitely certainly exactly already still yet ever else thru
    plus minus vs etc ie eg btw fyi asap tbh idk lmao rofl xx xxx german english french spanish band mosque temple
    synagogue w
    """
)
"""Where a name in small letters may stand, these are none."""
