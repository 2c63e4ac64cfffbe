/** What one language writes with a full stop that ends no sentence, and which words tell that one ended there. */
export type SentenceRules = {
  /** All that is written short, in lower case. */
  readonly short: ReadonlySet<string>;
  /** Stand before a name: `Gen.`, `Mme`. Never end a sentence. Case counts. */
  readonly titles: ReadonlySet<string>;
  /** Stand before a number: `No.`, `Aug.`. End a sentence where none follows. In lower case. */
  readonly beforeNumber: ReadonlySet<string>;
  /** May end a sentence, `Inc.`, `U.S.`: they do where a word of `starters` follows. Case counts. */
  readonly open: ReadonlySet<string>;
  /** Words that, written large after an abbreviation, begin a sentence. In lower case. */
  readonly starters: ReadonlySet<string>;
  /** `am 3. Mai`: a number of one or two digits with a full stop is an ordinal. */
  readonly ordinals: boolean;
  /** A dash may open a sentence of direct speech. */
  readonly dashOpens: boolean;
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Written in several languages alike. */
const SHARED_TITLES = 'Dr Prof Mr Mrs Ms St';
const SHARED_OPEN = 'Inc Ltd Co Corp Bros Jr Sr etc Ph.D Plc PLC';

function rules(
  table: { titles: string; beforeNumber: string; open: string; starters: string } & Partial<
    Pick<SentenceRules, 'ordinals' | 'dashOpens'>
  >,
): SentenceRules {
  const all = words(`${SHARED_TITLES} ${SHARED_OPEN} ${table.titles} ${table.beforeNumber} ${table.open}`);
  return {
    short: new Set([...all].map((word) => word.toLowerCase())),
    titles: words(`${SHARED_TITLES} ${table.titles}`),
    beforeNumber: words(table.beforeNumber),
    open: words(`${SHARED_OPEN} ${table.open}`),
    starters: words(table.starters),
    ordinals: table.ordinals ?? false,
    dashOpens: table.dashOpens ?? false,
  };
}

const ENGLISH = rules({
  titles: `Messrs Mme Mlle Rev Hon Fr Ste Mt Ft Gen Lt Col Sgt Maj Capt Cmdr Comdr Cpl Pvt Spc Pfc Adm Brig Supt Insp Det
    Gov Sen Rep Reps Sens Govs Gens Pres Amb Atty Cllr Ald Sra Srta Hr Dir Supt Ofc Asst Assoc Vice-Pres PC Msgr
    vs v viz cf approx eg ie e.g i.e`,
  beforeNumber: `no nos p pp art arts fig figs sec secs vol vols op para ch c ca circa
    jan feb mar apr jun jul aug sep sept oct nov dec`,
  open: `LLC LLP Esq Ave Blvd Rd Hwy Dept Univ Assn Ed ed al est Est M.D B.A M.A D.C U.S U.K U.N E.U U.S.A L.A N.Y N.J
    Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex
    Va Vt Wash Wis Wyo`,
  starters: `the a an he she it they we you i his her its their our my your this that these those there here but and or so
    if when while after before in on at for from by with without as since although though however meanwhile still now then
    what who where why how which whose both each some many most more much few several also one two three four five six no
    not nor yet once until unless under over during among despite according last next earlier later such only another other
    others all any even just like nearly almost about because instead today yesterday tonight tomorrow perhaps maybe
    officials police authorities experts critics supporters analysts investigators prosecutors lawyers witnesses
    residents scientists researchers former asked despite amid against between through throughout to of please let
    did do does is are was were will would can could should has have had don't it's he's she's they're that's there's
    we're i'm you're i've we've`,
});

const GERMAN = rules({
  titles: `a b d h i o u v z B Hr Hrn Fr Frl Ing Dipl Mag Hl Sta z.B z u.a u d.h d o.ä i.d.R bzw ca evtl ggf inkl max min Mio Mrd Abs sog
    vgl gem geb gest verh bspw zzgl einschl exkl Gebr Tel`,
  beforeNumber: 'nr nrn art abs s st bd kap §',
  open: 'usw usf u.s.w a.D e.V Str',
  starters: `der die das den dem des ein eine einer einem er sie es wir ihr ich in im am auf aus bei mit nach seit von vor zu
    zum zur für doch aber und oder so wie wenn als auch dabei damit danach darauf dort hier heute gestern nun nur noch
    schon dies diese dieser dieses man nicht zwei drei viele einige laut trotz während zudem außerdem allerdings`,
  ordinals: true,
});

const FRENCH = rules({
  titles: 'M MM Mme Mmes Mlle Mlles Me Mgr Pr Ste p. ex p.ex av env cf c.-à-d hab',
  beforeNumber: 'n no nº p pp art vol chap tél',
  open: 'M.D s.a',
  starters: `le la les l un une des du de il elle ils elles on nous vous je ce cette ces c'est cela mais et ou or donc
    car dans en au aux à après avant avec sans sous sur par pour selon depuis pendant si quand lorsque comme plus deux
    trois son sa ses leur leurs notre`,
  dashOpens: true,
});

const SPANISH = rules({
  titles:
    'sr sra dr dra Sr Sra Srta Sres Dña D Da Dra Lic Ing Gral Cnel Ud Uds Vd Vds Mons Pbro p.ej p. ej aprox cf',
  beforeNumber: 'n nº núm núms pág págs art vol cap tel',
  open: 'EE.UU EE UU S.A etc a.m p.m a.C d.C',
  starters: `el la los las lo un una unos unas él ella ellos ellas yo nosotros este esta estos estas ese esa eso esto pero
    y o en con sin por para según desde hasta tras durante ante si cuando como más su sus se no al del dos tres también
    además aunque entre sobre hoy ayer ahora`,
  dashOpens: true,
});

const ITALIAN = rules({
  titles: `Sig Sigg Sig.ra Dott Dott.ssa Prof.ssa Avv Ing On Sen Mons Gen Col Cap Rag Geom ca cfr es p.es
    sig sigg sig.ra dott dott.ssa prof prof.ssa avv ing on sen mons gen dr`,
  beforeNumber: 'n nn pag pagg art artt vol cap tel',
  open: 'ecc S.p.A S.r.l a.C d.C',
  starters: `il lo la i gli le l un uno una lui lei loro noi voi io questo questa questi queste quello ma e o in con senza
    per da dal dalla di del della su tra fra secondo dopo prima durante se quando come più nel nella al alla non è sono
    anche oggi ieri ora due tre`,
});

const PORTUGUESE = rules({
  titles:
    'sr sra dr dra Sr Sra Srs Sras Dra Drs Profa V Exa Exmo Exma Ilmo Eng Gen Cel Cap Sto Sta Pe aprox cf ex p.ex',
  beforeNumber: 'n nº núm pág págs p pp art vol cap tel',
  open: 'S.A a.C d.C Ltda',
  starters: `o a os as um uma uns umas ele ela eles elas eu nós este esta estes estas esse essa isso isto mas e ou em com
    sem por para segundo desde até após antes durante se quando como mais seu sua no na nos nas ao à do da não dois três
    também hoje ontem agora`,
  dashOpens: true,
});

const DUTCH = rules({
  titles:
    'dhr Dhr mevr Mevr mw Mw drs Drs ir Ir mr ing Ing bijv bv o.a m.n d.w.z i.v.m t.o.v ca resp evt incl excl max',
  beforeNumber: 'nr nrs art blz p jl',
  open: 'enz N.V B.V e.d',
  starters: `de het een hij zij ze we wij ik jij u dit dat deze die er maar en of in op aan bij met na sinds van voor
    volgens door over tijdens als toen wanneer hoewel ook nog nu niet geen zijn haar hun twee drie veel hier daar`,
});

const RUSSIAN = rules({
  titles:
    'г гг ул им т тт проф акад ген полк св см ср стр руб коп тыс млн млрд пр просп пл обл р-н т.е т.к т.н напр др',
  beforeNumber: 'с ст п пп рис гл № тел',
  open: 'т.д т.п н.э до.н.э США',
  starters: `в во на он она они оно мы вы я это этот эта эти но и а или с со к по за из от до для при после перед как когда
    если что так также тогда теперь сейчас сегодня вчера не ни об о у под над между однако кроме по-прежнему`,
  dashOpens: true,
});

const UKRAINIAN = rules({
  titles: `р рр ст вул ім м т тт проф акад ген полк св див стор руб коп грн тис млн млрд пр просп пл обл р-н т.з напр др
    та ін с смт бул пров буд кв тов гр`,
  beforeNumber: 'п пп рис гл № тел',
  open: 'т.д т.п н.е до.н.е США',
  starters: `в у на він вона вони воно ми ви я це цей ця ці але і й та а або з із зі за від до для при після перед як коли
    якщо що так також тоді тепер зараз сьогодні вчора не ні про під над між однак крім`,
  dashOpens: true,
});

/** Arabic shortens to single letters, `د.` for a doctor, and has no capitals to tell by. */
const ARABIC = rules({ titles: 'د أ م ص ق ه أ.د م.م', beforeNumber: 'رقم', open: '', starters: '' });

const HINDI = rules({ titles: 'डॉ श्री श्रीमती प्रो पं स्व सुश्री कु रु', beforeNumber: 'नं', open: '', starters: '' });

const BY_LANGUAGE: Readonly<Record<string, SentenceRules>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
  ru: RUSSIAN,
  uk: UKRAINIAN,
  ar: ARABIC,
  hi: HINDI,
};

/** The rules of a BCP 47 language; English for one that has none here or is not known. */
export function rulesOf(language: string | undefined): SentenceRules {
  const primary = language?.slice(0, 2).toLowerCase() ?? 'en';
  return BY_LANGUAGE[primary] ?? ENGLISH;
}
