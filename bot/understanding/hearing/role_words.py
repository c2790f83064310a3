"""Words for people that stand for nobody by themselves: kin in many languages, trades, neighbours, strangers."""

from __future__ import annotations

DESCRIBING = {
    "family": "godson goddaughter godchild grandchild grandkid half-sister half-brother sibling mamma mami abuela "
    "abuelo abuelita abuelito oma opa ouma oupa omi opi babcia babci dziadek babushka dedushka deda dede baka babka "
    "nonna nonno nonni yaya yiayia pappou papou baba amma appa ammi abba abbu ammu tata tatay nanay lola lolo "
    "mormor morfar farmor farfar mummo vaari vovo vovó avó avô vó vô mamie papy mémé pépé mamgu taid nain tadcu "
    "seanmháir "
    "halmoni harabeoji obaasan ojiisan obachan baachan jiji laolao nainai yeye waipo waigong popo gonggong ahma "
    "dadi dada nani thatha paati ajji dida thakuma didi dadi-ji nani-ji bhaiya bhabhi bua chacha chachi mausi "
    "masi mami-ji "
    "mama-ji taya tayi khala khalu phupho teta jiddo jeddo sitti sidi khalo amo ammo ammto babaanne anneanne teyze "
    "amca dayı abla tante onkel tio tía tío zia zio ate kuya tita tito unnie oppa noona hyung eomma "
    "gogo ugogo tatarini bibi babu nyanya shangazi gugu umama utata nanna nannan nanny bubbe zaide zeide savta saba "
    "grandparent great-uncle great-aunt great-gran great-grandmother great-grandfather great-niece great-nephew "
    "godparent stepson stepdaughter stepkid stepparent step-mum step-dad daughter-in-law son-in-law fam folks kiddo "
    "pop pops chachu bhai bhaijaan behen apa apu nanu dadu thakurda kaka kaki mami chithi chitti periamma akka "
    "thambi chechi chettan beta beti anak ninang ninong bunso kapatid lolo tiya tiyo ibu ayah kakak adik pai mãe "
    "madre padre hermana hermano hermanita prima primo sobrina sobrino papi mutti vati mutter vater bruder "
    "schwester maman frère soeur cousine mamá papá papai mamãe okaasan otousan oneesan oniisan umma omma abuji "
    "aboji gege jiejie meimei didi-di maa baap matka tato mamka äiti isä mamm moeder vader broer zus broertje "
    "zusje bestemor bestefar søster bror ndugu dada-mkubwa mzazi koro nan-nan nonnina zietta cuz cuzzy relly "
    "youngest eldest sprog ex-wife ex-husband ma'am wifey-mum daughterinlaw sisterinlaw brotherinlaw",
    "partner": "hubby fella missus wifey bf gf gfriend bfriend girl-friend boy-friend bride groom date crush "
    "sweetheart "
    "other-half beau",
    "friend": "schoolfriend penfriend penpal pen-pal pen-friend friends mates pals buddies besties flatmates "
    "roommates "
    "housemates bff bffs chum chums homie homies mucker roomie roomies flattie amigo amiga mukker drinking-buddy "
    "playmate "
    "batchmate cellmate bunkmate shipmate confidant housemate school-friend school-mate bezzie bestfriend "
    "bandmate gal",
    "colleague": "sponsor supervisor colleagues coworkers co-workers workmates intern teamlead team-lead "
    "line-manager "
    "apprentice trainee ceo foreman forewoman deputy director secretary receptionist assistant employer employee "
    "officemate "
    "deskmate desk-mate desk-neighbour bosses managers interns temp hr-lady predecessor successor",
    "classmate": "classmates benchmate bench-mate seatmate lab-partner labmate groupmate coursemates schoolmates",
    "neighbour": "neighbours neighbors neighbour's caretaker janitor concierge superintendent tenant lodger subletter",
    "community": "volunteers shopkeeper postman postwoman postie mailman baker barista librarian waiter waitress "
    "cashier "
    "butcher barber hairdresser bartender barman barmaid greengrocer grocer florist milkman binman bin-man "
    "fishmonger "
    "busker crossing-guard lollipop-lady conductor driver cabbie taxi-driver busdriver ranger gardener mayor "
    "councillor "
    "policeman policewoman copper firefighter fireman warden lifeguard steward usher porter courier cobbler tailor "
    "seamstress beekeeper farmer fisherman shepherd vendor stallholder newsagent landowner ticket-inspector handyman "
    "builder roofer decorator mechanic locksmith carpenter joiner chimney-sweep babysitter nanny childminder au-pair "
    "publican hostess bouncer innkeeper host guide",
    "faith": "priest nun monk deacon chaplain parson curate preacher elder bishop swami pujari granthi lama guru "
    "parishioner reverend padre",
    "club": "teammates bandmates choirmaster captain bandleader skipper goalkeeper goalie opponent accompanist "
    "conductor "
    "instructor sensei referee umpire organist pianist drummer singer guitarist bassist coach's groupleader "
    "choirmate "
    "gym-buddy running-buddy chess-partner dance-partner tennis-partner",
    "professional": "physiotherapist physio dentist midwife psychiatrist therapists professor lecturer headteacher "
    "teachers optician pharmacist chemist lawyer solicitor cleaner plumber electrician vet gp consultant surgeon "
    "chiropodist podiatrist osteopath acupuncturist masseuse masseur dietician nutritionist counsellors "
    "social-worker "
    "socialworker support-worker paramedic orderly matron healthvisitor health-visitor key-worker keyworker "
    "caregiver "
    "helper interpreter translator advisor adviser accountant banker broker agent headmaster headmistress "
    "principal dean "
    "examiner invigilator schoolteacher governess tutor's instructor mentor's probation-officer judge",
    "other": "guy lady woman man girl boy lad bloke chap dude kid stranger ex guys ladies women men girls boys lads "
    "blokes gentleman gentlemen person customer client acquaintance team crew gang gent gents fellow lass lassie "
    "laddie "
    "wee-man teen teenager pensioner passenger patient tourist traveller hiker cyclist jogger runner walker "
    "dog-walker "
    "musician painter artist poet writer student pupil guest visitor backpacker hitchhiker newcomer regular regulars "
    "strangers kids's user member veteran soldier widow widower oldie geezer gran's-friend babe chick someone-new "
    "youngster "
    "clerk operator guard officer leader owner seller keeper trainer maker manager fella fellas cop "
    "customers clients students pupils patients visitors guests passengers ones exes worker",
    "family ": "parents siblings grandparents cousins sisters brothers aunts uncles aunties kids children twins "
    "in-laws sons "
    "daughters nieces nephews grandchildren grandkids grandsons granddaughters grandmas grandpas relatives "
    "triplets mums "
    "moms dads mothers fathers godchildren godparents stepkids wives husbands",
}
"""By the relation that they tell of; each counts only behind "my", "the" or a verb that takes a person."""
