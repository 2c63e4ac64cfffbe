/** What a reader asks in a sentence of their own; `words` is what could be a name or a topic as it stands. */
export type Question =
  | { readonly kind: 'latest' }
  | { readonly kind: 'help' }
  | { readonly kind: 'quotes'; readonly of: string }
  | { readonly kind: 'background' | 'words'; readonly on: string };

/** Whole sentences, by language; `X` stands for the name or topic, `Y` for what goes beside it and is not needed. */
type Forms = Readonly<Record<'latest' | 'help' | 'quotes' | 'background', readonly string[]>>;

const WHAT_IS = "what(?:['’]?s| is| was| are| were)";
const WHO_IS = "who(?:['’]?s| is| was| are| were)";
const NEWS =
  "(?:(?:the )?(?:latest|newest|last|recent|top|today[’']?s) )?(?:news|headlines|stories|updates?)";

const ENGLISH: Forms = {
  latest: [
    `(?:so )?${WHAT_IS} (?:new|up|on|news|the latest|the news|going on|happening)(?: (?:today|now|lately|in the news))?`,
    `(?:(?:show|tell|give|send) me |(?:is there |are there )?any )?${NEWS}(?: (?:of )?(?:today|now|this week|the day|please))?`,
    '(?:the )?(?:latest|newest)|today|anything new(?: today)?',
    "what(?:['’]s| has)? happened(?: (?:today|yesterday|lately|this week|since yesterday))?",
  ],
  help: [
    'help|hi|hello|hey|good (?:morning|afternoon|evening)|thanks?(?: you)?|ok(?:ay)?',
    'what can (?:you|i|we) (?:do|ask)(?: (?:here|you|for me))?|how does (?:this|it) work|who are you',
  ],
  quotes: [
    'who (?:said|says) what (?:about|on|of|over) X',
    'who (?:said|says|talked|spoke)(?: anything)?(?: (?:about|on|of))? X',
    'what (?:did|does|do|has|have|is|was) X (?:say|said|saying|tell|told|think)(?: (?:(?:about|on|of|to) )?Y)?',
    'what (?:was|is|has been) (?:being )?said (?:about|on|by) X',
    "(?:any )?(?:quotes?|words|statements?) (?:of|by|from|on|about) X|X quotes|X[’']s? words",
  ],
  background: [
    `${WHAT_IS} (?:going on|happening|new|the latest|the news|up) (?:with|on|about|in|at|from) X`,
    `(?:the )?(?:latest|(?:any )?${NEWS}|anything(?: new)?) (?:on|about|of|from|in|with) X`,
    `(?:${WHAT_IS}|what lies|who(?:['’]?s| is)) behind X|(?:the )?background (?:to|of|on|for) X`,
    `${WHAT_IS} (?:the )?(?:background|story|history) (?:to|of|on|with|behind) X`,
    `${WHO_IS} X|${WHAT_IS} X|what about X`,
    '(?:please )?(?:tell|show) me (?:something |more |everything )?about X|more (?:on|about) X',
    '(?:what|how) (?:has )?(?:happened|came|led) (?:to|with|in|at|before) X',
  ],
};

const QUE = 'qu[eé]';

const SPANISH: Forms = {
  latest: [
    `${QUE} (?:hay(?: de nuevo)?|pasa|pas[oó]|ha pasado|sucede|ocurre|noticias hay)(?: (?:hoy|ahora|ayer|esta semana))?`,
    '(?:dame |dime |muéstrame )?(?:las |los )?(?:[uú]ltimas )?(?:noticias|novedades|titulares)(?: (?:de )?(?:hoy|última hora))?',
    '(?:las )?[uú]ltimas|(?:lo )?(?:[uú]ltimo|m[aá]s nuevo)|algo nuevo|hoy|actualidad|(?:hay )?novedades',
  ],
  help: [
    'ayuda|hola|buenos d[ií]as|buenas(?: tardes| noches)?|(?:muchas )?gracias|vale',
    `${QUE} (?:puedo|se puede) (?:preguntar|hacer)(?: aqu[ií])?|${QUE} sabes hacer|c[oó]mo funciona(?: esto)?`,
  ],
  quotes: [
    `qui[eé]n(?:es)? (?:ha dicho|dijo|dijeron|dice) ${QUE} (?:de|sobre|acerca de) X`,
    'qui[eé]n(?:es)? (?:ha dicho|han dicho|dijo|dijeron|habl[oó])(?: (?:de|sobre))? X',
    `${QUE} (?:dijo|dice|dicen|dijeron|ha dicho|han dicho|opina|declar[oó]) X(?: (?:sobre|acerca de) Y)?`,
    `${QUE} se (?:dijo|dice|ha dicho) (?:de|sobre) X|(?:citas|palabras|declaraciones) (?:de|sobre) X`,
  ],
  background: [
    `${QUE} hay de nuevo (?:de|sobre|con|en) X|(?:lo )?[uú]ltimo (?:de|sobre) X`,
    '(?:[uú]ltimas )?(?:noticias|novedades) (?:de|del|sobre) X|(?:algo|m[aá]s) sobre X',
    `${QUE} (?:hay|est[aá]) detr[aá]s del? X|(?:el )?contexto (?:de|del|sobre) X|antecedentes (?:de|del|sobre) X`,
    `qui[eé]n(?:es)? (?:es|era|fue|son|eran|fueron) X|${QUE} (?:es|era|fue|son) X`,
    '(?:h[aá]blame|cu[eé]ntame|dime)(?: (?:algo|m[aá]s))? (?:de|del|sobre) X',
    `${QUE} (?:pasa|pas[oó]|ha pasado|ocurri[oó]|sucedi[oó]) (?:con|a|en) X`,
  ],
};

type Form = { readonly kind: keyof Forms; readonly pattern: RegExp };

const FORMS: readonly Form[] = [ENGLISH, SPANISH].flatMap((forms) =>
  (['latest', 'help', 'quotes', 'background'] as const).flatMap((kind) =>
    forms[kind].map((form) => ({ kind, pattern: toPattern(form) })),
  ),
);

/** Of a form with alternatives each may hold the name. */
function toPattern(form: string): RegExp {
  return new RegExp(`^(?:${form.replaceAll(/\bX\b/g, '(.+?)').replaceAll(/\bY\b/g, '.+')})$`, 'iu');
}

/** Understands what is typed without a command, in English and Spanish; whatever the language of the chat. */
export function readQuestion(typed: string): Question {
  const text = typed
    .trim()
    .replace(/^[¿¡\s]+/u, '')
    .replace(/[?!.…\s]+$/u, '')
    .replace(/\s+/gu, ' ');
  for (const { kind, pattern } of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const on = match.slice(1).find((found) => found !== undefined);
    if (kind === 'latest' || kind === 'help') return { kind };
    if (on !== undefined) return kind === 'quotes' ? { kind, of: on } : { kind, on };
  }
  return { kind: 'words', on: text };
}
