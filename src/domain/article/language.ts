/** Little words by which a language is known: each list has words that its neighbours lack. */
const LITTLE_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in that is was for with said has his her were from they which this would',
  de: 'der die und den das von mit dem für sich nicht auch ein eine ist wird wurde zu nach bei',
  fr: 'le la les des et du est une dans pour que qui sur pas au avec par son ses cette',
  es: 'el los las del que y en una por con para su se fue como más pero sus este',
  pt: 'o os as do da dos das que e em uma por com para não mais foi seu sua pelo',
  it: 'il lo gli della di che e un una per con non del sono nel alla più dei ha',
  nl: 'de het een van en in is dat op te voor met zijn niet aan er om ook maar worden',
  pl: 'i w na się z do nie że jest to o jak przez od po dla który oraz są był',
  sv: 'och att det som en på är av för med den till inte har om ett var vid från',
  tr: 've bir bu için ile da de olarak çok olan daha sonra gibi kadar dedi göre ancak',
  ru: 'и в не на что с по как это из у за от для его был также к о',
  uk: 'і в не на що з до як це та у за від для його був також про є',
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

const SETS = Object.entries(LITTLE_WORDS).map(([code, words]) => [code, new Set(words.split(' '))] as const);

/** So many letters of the text are looked at. */
const SAMPLE = 4000;

/** A text's language as BCP 47 (`en`, `de`); undefined when it is too short or mixed to tell. */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([, pattern]) => (sample.match(pattern)?.length ?? 0) > letters * 0.2);
  if (script !== undefined) return letters >= 10 ? script[0] : undefined;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 12) return undefined;
  const counts = SETS.map(([code, set]) => [code, words.filter((word) => set.has(word)).length] as const);
  const [best, second] = counts.toSorted((a, b) => b[1] - a[1]);
  if (best === undefined || second === undefined) return undefined;
  return best[1] >= words.length * 0.08 && best[1] > second[1] * 1.2 ? best[0] : undefined;
}
