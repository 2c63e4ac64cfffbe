import { type Gist, gistOf, MARK } from './gist.ts';
import { hasLoosePronoun, namesSomebody } from './loose-pronoun.ts';
import { TRAIT } from './traits.ts';

/** Before the first letter of an opener. */
const MARKS_BEFORE = /^["'“‘([]*[a-z]/i;

/** Phrases that nobody understands without the sentence before: connectives, and such as point back. */
const OPENER =
  /^["'“‘([]*(?:for example|for instance|in addition|as a result|on the other hand|in contrast|by contrast|after (?:that|this)|at the same time|in response|in turn|in other words|in fact|in that|in this|in the (?:meantime|process|end)|of (?:this|that|those|these|them)|among (?:them|those|these)|the (?:former|latter|two|pair|duo|trio|move|same)|one of them|the others?|some of (?:them|those|these)|most of (?:them|those|these)|all of (?:them|those|these)|even so|that said|not only that|by then|since then|until then|even then|soon after|shortly after|moments later|there,|why|because of (?:this|that)|despite (?:this|that)|with that|on that|at that|to that end|if so|if not|(?:sure|well|yes|no|again|granted|true)(?=,)|of course|to be (?:sure|fair)|(?:more|most) importantly|(?:even )?worse|simply put|put simply|as such|the (?:only|one) exception)\b/i;

/** Whether it begins with a pronoun, a connective or a phrase that points back. */
function opensPointing(text: string, { head, marks }: Gist): boolean {
  if ((head & TRAIT.leaning) !== 0) return (marks & MARK.opensOddly) === 0 || MARKS_BEFORE.test(text);
  return (head & TRAIT.phrase) !== 0 && OPENER.test(text);
}

/** Speech given to a pronoun: who speaks stands in an earlier sentence, unless it stands before the speech. */
const PRONOUN_SPEAKS =
  /["”’',]\s*(?:he|she|they|it)\s+(?:\w+ly\s+)?(?:said|says|added|adds|told|tells|wrote|writes|tweeted|explained|continued|insisted|claimed|asked|recalled|noted|admitted|joked|argued|warned|went on|replied|posted|stated|concluded|revealed|confessed|declared|remarked)\b|["”’'],?\s*(?:said|added|explained|says|wrote) (?:he|she|they)\b|^(?:["“'‘].{0,300})\b(?:the \w+) (?:said|added|told)\b/i;

function givesSpeechToPronoun(text: string): boolean {
  const found = PRONOUN_SPEAKS.exec(text);
  if (found === null) return false;
  const mark = text.search(/["“]/);
  return !namesSomebody(text.slice(0, mark < 0 ? found.index : Math.min(mark, found.index)));
}

/** `The strongest of these efforts`: which, stands in an earlier sentence. */
const POINTS =
  /^["“]?(?:[\p{L}\d’'-]+,? ){0,6}(?:these|(?:of|in|by|for|to|with|from|at|under|after|since|than|despite) (?:this|that)) (?!(?:week|month|year|day|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|time|century|decade|point|the|an?|he|she|they|it|is|was)\b)\p{Ll}/iu;

/** `What may help, however, is`: a connective between commas in the first words. */
const CONNECTED =
  /^[^,"“]{2,50}, (?:however|though|too|also|meanwhile|in turn|for example|for instance|therefore|moreover|nevertheless|of course|then|by contrast|on the other hand|as a result|in fact|indeed),/i;

/** Whether a sentence needs the one before it to be understood. English alone: other languages are not judged. */
export function leansBack(text: string, gist: Gist = gistOf(text)): boolean {
  const { traits, marks } = gist;
  if (opensPointing(text, gist)) return true;
  if ((traits & TRAIT.connecting) !== 0 && CONNECTED.test(text)) return true;
  if ((traits & TRAIT.person) !== 0 && hasLoosePronoun(text)) return true;
  const mayGive = (traits & TRAIT.third) !== 0 || (marks & MARK.opensOddly) !== 0;
  if (mayGive && (traits & TRAIT.voiced) !== 0 && givesSpeechToPronoun(text)) return true;
  return (traits & TRAIT.pointing) !== 0 && POINTS.test(text);
}

/** Whether an article's first sentence reads as if one stood before it: a pronoun or a connective at its head. */
export function opensLeaning(text: string, gist: Gist): boolean {
  return opensPointing(text, gist);
}

/** What reads on where something went before, and oddly where nothing did. */
const MIDWAY = /\b(?:also|too|meanwhile|as well|added that|the (?:other|second|latter|two|same|former) )\b/;
const MIDWAY_OPENING =
  /^(?:The|One|Two|Three|Four|Five|Some|Most|Many|All|Each|More|Other|Several|Both) (?:\w+ ){0,2}(?:incident|man|woman|men|women|pair|couple|duo|victims?|boy|girl|teenager|suspect|move|decision|announcement|statement|report|attack|crash|accident|company|group|officer|driver|verdict|ruling|study|of (?:them|those|these|the))\b/;

/** Whether a sentence that leans on nothing can open a summary though it did not open the article. */
export function opensWell(text: string, { traits }: Gist): boolean {
  return !((traits & TRAIT.midway) !== 0 && MIDWAY.test(text)) && !MIDWAY_OPENING.test(text);
}

/** The writer's own `I` and `we`: outside marks of quotation, the reader would take it for the newsroom's. */
export const OWN_VOICE: RegExp = /\b(?:I|I'm|I’m|we|We|we're|we’re|my|My|our|Our|us|me)\b/;
