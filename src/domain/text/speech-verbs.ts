/** How surely a verb reports speech: `said`, then verbs of telling, of speaking in some way, of naming and judging. */
export type CueClass = 'say' | 'tell' | 'speak' | 'call' | 'think';

const SAY = 'say';
const TELL = 'tell ask inform assure remind warn advise reply respond answer write tweet email text urge';
const SPEAK =
  'add continue note explain recall argue claim declare state announce insist suggest admit acknowledge concede confirm deny ' +
  'allege assert maintain contend observe remark comment conclude predict report reveal disclose recount relate mention ' +
  'stress emphasise emphasize underline reiterate repeat quip joke jest muse wonder ponder lament complain grumble vent ' +
  'boast brag vow pledge promise swear threaten caution exclaim shout yell cry scream chant whisper mutter murmur laugh ' +
  'sigh snap scoff sneer retort counter protest object interject chime intone thunder bellow boom roar riff rail rant ' +
  'post blog message telegraph read quote cite testify proclaim profess opine theorise theorize speculate surmise hint imply ' +
  'confess confide clarify elaborate summarise summarize offer volunteer venture demand request plead beg implore appeal ' +
  'order command instruct propose recommend agree disagree accept echo deadpan gush enthuse crow tease taunt inquire query ' +
  'question press probe challenge narrate recite sing print publish pronounce preach lecture signal apologise apologize ' +
  'reason reckon assess estimate forecast specify detail describe tout bemoan decry fume interrupt persist';
const CALL =
  'call label brand dub term characterise characterize portray denounce condemn criticise criticize slam blast attack mock ' +
  'ridicule praise hail laud applaud welcome dismiss reject accuse blame defend deride lambaste rip compare refer nickname ' +
  'deem liken cast paint bill tag title entitle advocate endorse support celebrate thank congratulate invoke reference ' +
  'speak talk discuss address salute scold berate chide rebuke chastise lash hit deplore pan trash peddle frame greet introduce';
const THINK =
  'think believe feel know hope fear expect want wish see find learn hear understand remember realise realize decide ' +
  'figure doubt imagine consider worry regret sound seem show include contain begin open end hold carry declare';

const IRREGULAR: Record<string, readonly string[]> = {
  say: ['said', 'says', 'saying', 'say'],
  tell: ['told', 'tells', 'telling', 'tell'],
  write: ['wrote', 'writes', 'writing', 'written', 'write'],
  swear: ['swore', 'swears', 'swearing', 'sworn'],
  sing: ['sang', 'sings', 'singing', 'sung'],
  read: ['read', 'reads', 'reading'],
  speak: ['spoke', 'speaks', 'speaking', 'spoken', 'speak'],
  hit: ['hit', 'hits', 'hitting'],
  cast: ['cast', 'casts', 'casting'],
  think: ['thought', 'thinks', 'thinking', 'think'],
  feel: ['felt', 'feels', 'feeling', 'feel'],
  know: ['knew', 'knows', 'knowing', 'known'],
  see: ['saw', 'sees', 'seeing', 'seen'],
  find: ['found', 'finds', 'finding'],
  hear: ['heard', 'hears', 'hearing'],
  understand: ['understood', 'understands', 'understanding'],
  show: ['showed', 'shows', 'showing', 'shown'],
  hold: ['held', 'holds', 'holding'],
  begin: ['began', 'begins', 'beginning', 'begun'],
  forecast: ['forecast', 'forecasts', 'forecasting'],
};

const DOUBLED = new Set([
  'quip',
  'brag',
  'beg',
  'slam',
  'dub',
  'rip',
  'blog',
  'plan',
  'pan',
  'tag',
  'snap',
  'chat',
  'refer',
  'admit',
  'rebut',
  'regret',
  'submit',
]);

function formsOf(verb: string): readonly string[] {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular;
  const last = verb.charAt(verb.length - 1);
  if (DOUBLED.has(verb)) return [verb, `${verb}s`, `${verb}${last}ed`, `${verb}${last}ing`];
  if (last === 'e') return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (/(?:s|sh|ch|x|z)$/.test(verb)) return [verb, `${verb}es`, `${verb}ed`, `${verb}ing`];
  return [verb, `${verb}s`, `${verb}ed`, `${verb}ing`];
}

function table(): ReadonlyMap<string, CueClass> {
  const classes = new Map<string, CueClass>();
  const add = (verbs: string, cue: CueClass): void => {
    for (const verb of verbs.split(' '))
      for (const form of formsOf(verb)) if (!classes.has(form)) classes.set(form, cue);
  };
  add(SAY, 'say');
  add(TELL, 'tell');
  add(SPEAK, 'speak');
  add(CALL, 'call');
  add(THINK, 'think');
  return classes;
}

const CUES = table();
/** Forms that are nouns more often than verbs. */
export const NOUNS_TOO: ReadonlySet<string> = new Set([
  'report',
  'reports',
  'state',
  'states',
  'post',
  'posts',
  'press',
  'text',
  'texts',
  'email',
  'emails',
  'comment',
  'comments',
  'order',
  'orders',
  'question',
  'questions',
  'claim',
  'claims',
  'promise',
  'promises',
  'offer',
  'offers',
  'demand',
  'demands',
  'request',
  'requests',
  'challenge',
  'challenges',
  'attack',
  'attacks',
  'message',
  'messages',
  'appeal',
  'appeals',
  'support',
  'bill',
  'bills',
  'title',
  'end',
  'ends',
  'show',
  'shows',
  'cast',
  'hope',
  'hopes',
  'fear',
  'fears',
  'doubt',
  'doubts',
  'reason',
  'reasons',
  'detail',
  'details',
  'quote',
  'quotes',
  'term',
  'terms',
  'address',
  'label',
  'object',
  'counter',
  'hit',
  'hits',
  'figure',
  'figures',
  'sound',
  'command',
  'blog',
  'riff',
  'signal',
  'signals',
  'reply',
  'answer',
  'answers',
  'response',
  'forecast',
  'estimate',
  'estimates',
  'brand',
  'frame',
  'tag',
  'print',
  'probe',
  'lecture',
  'tweet',
  'tweets',
  'open',
  'like',
]);

/** The class of a word as a verb that reports speech; null for other words. */
export function cueClass(lower: string): CueClass | null {
  return CUES.get(lower) ?? null;
}
