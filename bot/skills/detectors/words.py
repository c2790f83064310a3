"""The word lists of the detectors. Commas part the entries."""

FEELINGS = """
    afraid, alone, angry, annoyed, anxious, ashamed, awkward, bad, betrayed, bitter, bored, burnt out, calm,
    cheated, concerned, confused, cross, crushed, desperate, devastated, disappointed, discouraged, dismissed,
    disrespected, distant, down, drained, embarrassed, empty, excluded, exhausted, exposed, fed up, foolish, forgotten,
    frightened, frustrated, furious, glad, grateful, grumpy, guilty, happy, heartbroken, helpless, hopeful, hopeless,
    humiliated, hurt, ignored, impatient, insecure, insulted, invisible, irritated, isolated, jealous, judged, left out,
    let down, lonely, lost, low, mad, miserable, nervous, numb, offended, on edge, overlooked, overwhelmed, panicky,
    pressured, proud, puzzled, rejected, relieved, resentful, restless, rushed, sad, scared, shaken, shocked, small,
    stressed, stressed out, stuck, stung, surprised, tense, terrible, terrified, thankful, tired, torn, touched,
    trapped, troubled, unappreciated, uncomfortable, uneasy, unhappy, unheard, unimportant, unloved, unsafe, unseen,
    unsettled, unsure, unwanted, unwelcome, upset, used, vulnerable, wary, weary, worn out, worried, wounded
"""

SMALL_WORDS = """
    a bit, a little, so, very, really, quite, pretty, rather, kind of, sort of, too, just, always, often, sometimes,
    still, also, not, never, totally, completely, extremely, deeply, truly, honestly, somewhat, slightly, a lot,
    starting to feel, beginning to feel, feeling, getting
"""
"""What may stand between "I feel" and the feeling."""

TRAITS = """
    lazy, selfish, rude, careless, mean, cruel, cold, heartless, thoughtless, inconsiderate, insensitive, ungrateful,
    unreliable, irresponsible, childish, immature, stubborn, arrogant, bossy, controlling, needy, clingy, dramatic,
    oversensitive, sensitive, nosy, messy, dirty, unfair, unreasonable, impossible, difficult, dishonest, fake,
    two-faced, annoying, negative, aggressive, jealous, manipulative, toxic, liar, bully, slob, mess, hypocrite,
    the problem, full of yourself
"""

NAMES = """
    idiot, idiots, moron, imbecile, loser, jerk, asshole, arsehole, bastard, bitch, pig, cow, clown, coward, brat,
    freak, psycho, fool, dumbass, wimp, crybaby, baby, joke, waste of space, piece of shit, disgrace, failure, nobody
"""

LOOKING_DOWN = """
    stupid, dumb, pathetic, worthless, disgusting, useless, ridiculous, crazy, insane, child, like a child, brainless,
    laughable, beneath me
"""

CALLED_OUT = "idiot, moron, loser, jerk, asshole, arsehole, bastard, bitch, dumbass, genius, einstein, crybaby"

KIND_DEEDS = """
    help, helped, helping, listen, listened, support, supported, cheer, encourage, forgive, welcome, there for,
    been there, been kind, been good, been great, been so kind, been so good, kind, good to me, so kind, so good,
    so nice, nice to, make me laugh, make me smile, make me feel better, make me feel safe, make me feel welcome,
    made me laugh, made me smile, know how to, know what to say
"""
"""After "you always" these are thanks and no charge."""

SPARED = "fail to, failed to, let me down, forget to call, complain, judge me, give up on me"
"""After "you never" these are thanks and no charge."""

VAGUE = "be nicer, be better, be more, be less, respect, change, try harder, care"
"""Nobody can tell by looking whether these were done, so they are no concrete requests."""

DAYS = "monday, tuesday, wednesday, thursday, friday, saturday, sunday"
HARD = "hard, busy, tired, rough, tough, rotten, a lot, week, stress, stressed, difficult, exhausted"
