/** The first letters by which month names of the news languages are told apart. */
// biome-ignore format: a table reads better in rows
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(jan|janv|gen|ene|янв|січ|ιαν|oca|sty|tammi|ian|led|يناير)/, 1],
  [/^(feb|fév|fev|févr|фев|лют|φεβ|şub|lut|helmi|úno|فبراير)/, 2],
  [/^(mar|mär|mrz|maa|már|мар|бер|μαρ|bře|مارس)/, 3],
  [/^(apr|avr|abr|ápr|апр|кві|απρ|nis|kwi|huhti|dub|أبريل|ابريل)/, 4],
  [/^(may|mai|mei|mag|maj|máj|май|мая|тра|μα[ΐϊί]|touko|kvě|مايو)/, 5],
  [/^(jun|juin|giu|jún|июн|чер|ιουν|haz|cze|kesä|iun|červ(?!ene?c)|يونيو)/, 6],
  [/^(jul|juil|lug|júl|июл|лип|ιουλ|tem|lip|heinä|iul|červene?c|يوليو)/, 7],
  [/^(aug|aoû|aou|ago|agu|авг|сер|αυγ|ağu|sie|elo|srp|أغسطس|اغسطس)/, 8],
  [/^(sep|szept|set|сен|вер|σεπ|eyl|wrz|syys|zář|سبتمبر)/, 9],
  [/^(oct|okt|ott|out|окт|жов|οκτ|eki|paź|loka|říj|أكتوبر|اكتوبر)/, 10],
  [/^(nov|noi|ноя|лис|νοε|kas|lis|marras|نوفمبر)/, 11],
  [/^(dec|dez|déc|dic|des|дек|гру|δεκ|ara|gru|joulu|pros|ديسمبر)/, 12],
];

/** The number of a month by the beginning of its name; undefined for another word. */
export function monthNamed(name: string): number | undefined {
  return MONTHS.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
}
