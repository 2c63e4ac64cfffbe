/** Splits a list written as one line of text; lists this long are read more easily as prose than as arrays. */
export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(/\s+/).filter(Boolean));
}

/** Words that never begin or end a name, whatever letter they start with. */
export const FUNCTION_WORDS: ReadonlySet<string> = wordSet(
  'a an the this that these those some any each every no another such both either neither all many most several few',
  'more less other others own same i you he she it we they me him her us them my your his its our their mine hers ours',
  'theirs myself yourself himself herself itself ourselves themselves who whom whose which what where when why how',
  'and or but nor so yet for if then than because since while although though unless until whether as once',
  'of in on at by with from to into onto upon about against among between through during before after above below',
  'under over up down out off near across along around behind beside beyond despite except inside outside like',
  'per toward towards via within without amid according also not only just even still again ever never always often',
  'too very much quite rather already now here there today yesterday tomorrow tonight soon later earlier meanwhile',
  'however moreover furthermore therefore thus instead otherwise perhaps maybe indeed nevertheless nonetheless',
  'am is are was were be been being do does did done have has had having will would shall should can could may might',
  'must ought yes well oh okay let asked speaking following given last next first second third one two three four five',
  'six seven eight nine ten none nothing nobody someone somebody anyone anybody everyone everybody something anything',
  'everything part earlier previously recently finally additionally similarly additional former late ago',
  'she’s he’s it’s that’s there’s i’m i’ve we’re they’re don’t can’t won’t isn’t didn’t doesn’t wasn’t aren’t',
  "she's he's it's that's there's i'm i've we're they're don't can't won't isn't didn't doesn't wasn't aren't",
  'says said according asked told people women men police video watch read photo related updated source sources',
);

/** Months and days are capital but name nobody. */
export const CALENDAR: ReadonlySet<string> = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september',
  'october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter thanksgiving ramadan',
  'mon tue tues wed thu thur thurs fri sat sun diwali eid am pm a.m p.m edt est gmt',
);

/** Particles that join the parts of one name: `Ursula von der Leyen`, `Mohammed bin Salman`. */
export const PARTICLES: ReadonlySet<string> = wordSet(
  'de del della der den des di da do dos du la le las los van von ter ten bin bint ibn al el ul ur e y zu zum af av',
  'mac mc st san santa abu ben bat d’ o’ ap',
);

/** Courtesy titles, and what they say of the person. */
export const COURTESY: ReadonlyMap<string, 'female' | 'male' | 'person'> = new Map([
  ...[
    'mrs',
    'ms',
    'miss',
    'mme',
    'madame',
    'lady',
    'dame',
    'sister',
    'queen',
    'princess',
    'baroness',
    'duchess',
    'begum',
    'smt',
    'señora',
    'frau',
    'congresswoman',
    'councilwoman',
    'chairwoman',
    'spokeswoman',
    'assemblywoman',
    'businesswoman',
    'actress',
    'aunt',
    'mother',
    'empress',
  ].map((title): [string, 'female'] => [title, 'female']),
  ...[
    'mr',
    'sir',
    'lord',
    'father',
    'brother',
    'king',
    'prince',
    'baron',
    'duke',
    'shri',
    'señor',
    'herr',
    'monsieur',
    'congressman',
    'councilman',
    'chairman',
    'spokesman',
    'assemblyman',
    'businessman',
    'actor',
    'uncle',
    'pope',
    'imam',
    'emperor',
    'sheikh',
    'sultan',
    'ayatollah',
  ].map((title): [string, 'male'] => [title, 'male']),
  ...['dr', 'prof', 'rev', 'hon'].map((title): [string, 'person'] => [title, 'person']),
]);

/** Offices and callings that stand before a name (`Foreign Minister Ada Lund`) or for one (`the minister`). */
export const OFFICES: ReadonlySet<string> = wordSet(
  'president presidents minister ministers senator senators sen sens representative representatives rep reps governor gov govs',
  'mayor mayors congressman congresswoman lawmaker legislator chancellor premier ambassador secretary spokesman',
  'spokeswoman spokesperson spokespeople chairman chairwoman chair chairperson director general gen colonel col major maj',
  'captain capt lieutenant lt sergeant sgt corporal cpl private admiral adm commander cmdr commissioner inspector',
  'superintendent supt constable detective sheriff chief marshal officer judge justice attorney prosecutor solicitor',
  'lawyer counsel barrister professor prof doctor dr reverend rev bishop archbishop cardinal pope rabbi imam pastor',
  'priest king queen prince princess emperor sultan sheikh emir lord lady sir dame baroness mp mps msp councillor',
  'councilman councilwoman councilor alderman assemblyman assemblywoman speaker leader leaders head deputy vice',
  'undersecretary treasurer comptroller auditor principal dean provost rector editor author writer journalist reporter',
  'correspondent columnist commentator analyst strategist pollster consultant adviser advisor aide aides staffer',
  'operative economist historian scientist researcher expert experts scholar activist organizer organiser campaigner',
  'candidate nominee hopeful frontrunner front-runner rival incumbent challenger contender founder co-founder cofounder',
  'owner manager ceo cfo coo executive executives businessman businesswoman billionaire millionaire entrepreneur mogul',
  'tycoon investor banker trader farmer teacher student engineer architect actor actress singer rapper musician artist',
  'ally allies confidant loyalist backer surrogate boss guru czar commissar star legend whistleblower publisher producer broadcaster pundit organizer',
  'comedian host hosts anchor moderator narrator director producer filmmaker coach captain striker midfielder',
  'defender goalkeeper player quarterback champion boxer official officials diplomat envoy negotiator emissary veteran',
  'soldier marine nurse surgeon neurosurgeon physician paramedic firefighter policeman policewoman worker workers',
  'resident residents neighbor neighbour villager witness witnesses victim survivor defendant plaintiff suspect',
  'supporter supporters critic critics opponent opponents voter voters delegate delegates donor donors member members',
  'volunteer volunteers protester protesters demonstrator resident tourist visitor passenger driver pilot',
  'wife husband son daughter father mother brother sister uncle aunt cousin friend friends colleague colleagues partner',
  'widow grandson granddaughter grandfather grandmother nephew niece girlfriend boyfriend fiancé fiancée stepfather',
  'man woman boy girl men women person people guy teenager teen attendee participant questioner interviewer insider',
  'source sources user users analyst observers observer authorities investigators investigator prosecutors detectives',
  'republican republicans democrat democrats conservative conservatives liberal liberals tory tories socialist',
  'secretary-general attorney-general lawmakers parliamentarian legislators politician politicians statesman',
  'blogger tweeter broadcaster novelist poet playwright biographer philosopher psychologist psychiatrist therapist',
  'landlord tenant shopkeeper fisherman trucker miner coalminer cook chef waiter janitor principal headteacher',
);

/** Lower-case nouns for texts and bodies that "say" things. */
export const SAYING_THINGS: ReadonlySet<string> = wordSet(
  'statement report letter memo email e-mail message article editorial story column headline ad advert advertisement',
  'commercial banner sign poster placard website site page post tweet blog book memoir document documents filing lawsuit',
  'complaint ruling opinion order indictment affidavit petition poll survey study paper transcript press newspaper',
  'magazine network channel station outlet agency department ministry company firm group organization organisation',
  'campaign committee council commission board party government administration office court union university school',
  'association foundation charity bank team club crowd law bill text resolution constitution treaty agreement platform',
  'readout release summary guide manual form caption voice voice-over narrator publication daily tabloid bureau',
  'coalition alliance league federation society institute center centre house embassy army military police force',
  'panel jury bench watchdog regulator authority super-pac pac lobby label note plaque slogan chant motto proverb saying',
);

/** The last or telling word of a body's name. */
export const BODY_WORDS: ReadonlySet<string> = wordSet(
  'department ministry committee party university college school company corporation corp inc ltd llc plc times post',
  'news journal tribune herald guardian telegraph gazette chronicle press network channel radio television tv court house',
  'senate parliament congress council assembly agency bureau bank group association institute institution center centre',
  'foundation commission union police service services office administration government authority board league',
  'federation society club army navy force forces guard corps embassy church fund trust alliance coalition',
  'campaign organization organisation team industries holdings motors airlines airways partners pictures studios',
  'magazine review caucus chamber hospital library museum project front brigade pentagon kremlin kremlin white_house',
  'nations nato unicef parliament cabinet treasury tribunal exchange reserve systems technologies labs records',
  'watch international network conference convention legislature politico breitbart reuters cnn bbc nbc abc cbs msnbc pbs npr',
  'twitter facebook google apple amazon microsoft netflix buzzfeed bloomberg yahoo youtube instagram hamas hezbollah taliban',
  'pac rnc dnc fbi cia nsa doj epa nra aclu naacp un eu nhs ap afp upi wsj gop dhs irs sec who imf',
);

/** What begins a noun phrase. */
export const DETERMINERS: ReadonlySet<string> = wordSet(
  'the a an his her their its my our your this that these those one another some many several two three four both other',
  'each every',
);

/** Plural or mass nouns that speak without an article before them. */
export const BARE_SPEAKERS: ReadonlySet<string> = wordSet(
  'officials critics supporters opponents analysts experts authorities police prosecutors investigators republicans democrats',
  'aides witnesses lawmakers sources reporters journalists observers spokesman spokeswoman spokesperson researchers scientists',
  'activists protesters residents voters lawyers campaigners ministers doctors economists investors',
);

/** Whoever says these speaks. */
export const ONESELF: ReadonlySet<string> = wordSet(
  "i we my our me us i'm i’m we're we’re i've i’ve you your",
);

export const PRONOUNS: ReadonlySet<string> = wordSet('he she they it who i we his her him');

/** What may stand between a subject and its verb. */
export const AUXILIARIES: ReadonlySet<string> = wordSet(
  'has have had is was are were be been being would will could can may might must should did does do also later then now once',
  "often never still always just even only again first earlier recently repeatedly reportedly not n't previously publicly",
  'famously simply quickly immediately to',
);

/** Nouns that report speech: `her claim that “…”`. */
export const SPEECH_NOUNS: ReadonlySet<string> = wordSet(
  'claim claims statement remark remarks comment comments words word assertion warning promise pledge vow call calls',
  'description declaration suggestion view argument question answer reply response speech letter tweet message slogan motto',
  'contention allegation charge complaint insistence admission quip joke testimony account advice plea demand post rhetoric',
  'phrase criticism accusation',
);

/** Titles and the like that are written short, and after which no sentence ends. */
export const ABBREVIATIONS: ReadonlySet<string> = wordSet(
  'mr mrs ms dr sen rep gov gen col lt sgt capt cpl maj adm rev prof hon st jr sr sens reps govs messrs pres supt insp',
);
