"""Words for what someone is to a person ("my sister", "mum", "the neighbour") and the relation each stands for."""

from __future__ import annotations

from bot.understanding.hearing.role_words import DESCRIBING
from bot.understanding.hearing.word_sets import word_set

RELATIONS = (
    "family",
    "partner",
    "friend",
    "colleague",
    "classmate",
    "neighbour",
    "community",
    "faith",
    "club",
    "professional",
    "online",
    "other",
)
"""The fixed taxonomy of twelve."""

_WORDS = {
    "family": "mum mom mummy mommy mam mama ma mother dad daddy papa pa father parents sister sis brother bro gran "
    "granny grandma nan nana grandmother grandad granddad grandpa grandfather aunt auntie aunty uncle cousin son "
    "daughter niece nephew stepmother stepfather stepmum stepdad stepsister stepbrother grandson granddaughter twin "
    "family sister-in-law brother-in-law mother-in-law father-in-law godmother godfather relative",
    "partner": "wife husband partner girlfriend boyfriend fiance fiancé fiancée fiancee spouse",
    "friend": "friend mate pal buddy bestie flatmate roommate housemate",
    "colleague": "colleague coworker co-worker boss manager workmate",
    "classmate": "classmate schoolmate coursemate",
    "neighbour": "neighbour neighbor landlord landlady",
    "community": "volunteer",
    "faith": "priest pastor imam rabbi vicar minister",
    "club": "teammate coach trainer bandmate",
    "professional": "therapist doctor counsellor counselor nurse teacher tutor mentor carer caseworker psychologist",
    "online": "follower",
}
RELATION_OF = {word: relation for relation, words in _WORDS.items() for word in words.split()}
"""Each word, lower case, with its relation."""

DESCRIBES = RELATION_OF | {word: kind.strip() for kind, words in DESCRIBING.items() for word in words.split()}
"""The same and more: every word that stands for a person who has no name here, also for several."""

NAMED_BY_ROLE = word_set(
    """
    ma pa pop chachu ninang ninong maman mutti
    mum mom mummy mommy mam mama mother dad daddy papa father gran granny grandma nan nana grandad granddad grandpa
    aunt auntie aunty uncle mamma mami abuela abuelo abuelita oma opa ouma oupa omi babcia dziadek babushka dedushka
    nonna nonno yaya yiayia pappou papou amma appa ammi abba abbu hubby nanay tatay lola lolo mormor morfar farmor
    farfar
    mummo vovó avó vó mamie papy mémé pépé mamgu halmoni harabeoji obaasan ojiisan laolao nainai yeye waipo popo
    dadi nani thatha paati ajji dida thakuma didi bhaiya bhabhi chacha chachi mausi masi khala teta jiddo sitti tante
    eomma unnie oppa noona hyung gogo ugogo nanna bubbe zaide savta stepmum stepdad nanny anneanne babaanne teyze amca
    """
)
"""Words that serve as a name by themselves: "I rang mum"."""

GENERIC = word_set(
    "guy lady woman man girl boy lad bloke chap dude kid stranger gentleman gent fellow lass someone somebody "
    "person guys "
    "ladies women men girls boys lads teenager pensioner passenger one user member worker student family couple"
)
"""Those for whom the words after them say who is meant: "the woman in flat 6"."""

_ROLE_ENDINGS = [
    "smith",
    "keeper",
    "woman",
    "maker",
    "driver",
    "worker",
    "teacher",
    "trainer",
    "nurse",
    "officer",
    "leader",
    "owner",
    "player",
    "singer",
    "seller",
    "walker",
    "sitter",
    "mate",
    "mates",
    "maid",
    "monger",
    "mistress",
    "icians",
    "ician",
    "ologist",
    "therapist",
    "iologist",
    "apist",
    "onist",
    "rist",
    "cist",
    "hist",
]
_NO_ROLE = word_set(
    "playmaker climate ultimate estimate intimate stalemate wrist moist hoist christ grist tourist-bus checkmate"
)


def role_of(word: str) -> str | None:
    """The relation that a lower-case word for a person without a name stands for, or None.

    Compounds go by their last part: "great-uncle", "bench-mate"; trades that no list holds by their ending.
    """
    if word in DESCRIBES:
        return DESCRIBES[word]
    head, _, last = word.rpartition("-")
    if head and last in DESCRIBES:
        return DESCRIBES[last]
    if head and last == "law" and head.endswith("-in"):
        return "family"
    if len(word) > 6 and word not in _NO_ROLE and word.endswith(tuple(_ROLE_ENDINGS)):
        return "friend" if word.endswith(("mate", "mates")) else "professional"
    return None


TITLES = word_set(
    """
    vicar alhaji alhaja hajia mallam chief ma'am madam bishop comrade deaconess pop swami guru baba father-in-law
    great-aunt great-uncle grand-aunt step-dad baba
    mr mrs ms miss mx dr prof professor doctor aunt auntie aunty uncle aunties cousin sister brother father deacon
    elder
    oma opa ouma oupa babcia nonna nonno lola lolo tio tia avó vovó abuela abuelo didi chacha chachi khala khalo amca
    teyze bhabhi bhaiya mausi masi mister missus principal sensei oom tannie ammo amo teta tita ustad ustaz haji
    herrn fru fröken fräulein signor signora signorina senhor senhora dom monsignor gogo captain sergeant judge sis
    grandmother grandfather papa nani dadi thatha mr. mrs. ms. dr. prof. rev
    reverend
    pastor rabbi imam coach captain skipper sir lady grandma grandpa gran granny nana nan grandad granddad nurse
    officer
    ate kuya tito tita zia zio tante onkel tía tia tío tio don doña dona frau herr madame monsieur señor señora senor
    senora sr sra pani pan pak bu ibu bapak mas mbak cik bibi mzee mama papa hadji hajj sheikh
    """
)
TITLES_WITH_OWNER = TITLES - word_set(
    "doctor sis cousin grandmother grandfather deacon elder principal sensei judge sister brother father mama "
    "papa nurse officer pastor rabbi imam coach professor"
)
"""Those that stay part of the name after "my": "my aunt May", but "my sister Anna" is Anna."""

HONORIFICS = word_set(
    "aunty auntie uncle aunt saheb sahib garu akka chechi chettan apa kaka hoca usta efendi joon jan jaan hanım "
    "hanim bey abla abi amca teyze ji bhai didi san sensei sama kun chan ssi oppa unni"
)
"""What follows a name and belongs to it."""

"""Words that open a name: "Dr Khan", "Aunt Rosa"."""

_SAME_ROLE = (
    {"mum", "mom", "mummy", "mommy", "mam", "mama", "ma", "mother"},
    {"dad", "daddy", "papa", "pa", "father"},
    {"gran", "granny", "grandma", "nan", "nana", "grandmother"},
    {"grandad", "granddad", "grandpa", "grandfather"},
    {"aunt", "auntie", "aunty"},
    {"sister", "sis"},
    {"brother", "bro"},
    {"neighbour", "neighbor"},
    {"counsellor", "counselor"},
)
_ROLE = {word: min(words) for words in _SAME_ROLE for word in words}


def relation_named(word: str) -> str | None:
    """The relation that a word stands for ("sister" is family, "friend" is friend), or None."""
    plain = word.strip().lower()
    return plain if plain in RELATIONS else RELATION_OF.get(plain)


def plain_label(label: str) -> str:
    """A label as it is compared: no case, no "my", "mom" and "mum" alike."""
    words = label.casefold().replace("’", "'").split()
    while words and words[0] in ("my", "our", "the"):
        words = words[1:]
    return " ".join(_ROLE.get(word, word) for word in words)
