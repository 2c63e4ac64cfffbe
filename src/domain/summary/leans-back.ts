/**
 * Openers that nobody understands without the sentence before: pronouns and pointing words, connectives, and phrases
 * that point back.
 */
const OPENER =
  /^["'“‘([]*(?:(?:he|she|it|they|him|her|his|hers|its|their|theirs|this|that|these|those|such|same)\b|(?:but|and|or|so|yet|nor|plus|however|moreover|furthermore|meanwhile|also|therefore|thus|hence|instead|otherwise|nevertheless|nonetheless|still|besides|additionally|then|afterwards?|later|likewise|similarly|consequently|indeed|too|rather|conversely|accordingly|for example|for instance|in addition|as a result|on the other hand|in contrast|by contrast|after (?:that|this)|at the same time|in response|in turn|in other words|in fact|in that|in this|in the (?:meantime|process|end)|of (?:those|these|them)|among (?:them|those|these)|elsewhere|the (?:former|latter|two|pair|duo|trio|move|same)|both|neither|either|another|others?|one of them|the others?|some of (?:them|those|these)|most of (?:them|those|these)|all of (?:them|those|these)|even so|that said|not only that|by then|since then|until then|even then|soon after|shortly after|moments later|here|there,|why|because of (?:this|that)|despite (?:this|that)|with that|on that|at that|to that end|if so|if not)\b)/i;

/** Speech given to a pronoun: who speaks stands in an earlier sentence. */
const PRONOUN_SPEAKS =
  /["”’',]\s*(?:he|she|they|it)\s+(?:\w+ly\s+)?(?:said|says|added|adds|told|tells|wrote|writes|tweeted|explained|continued|insisted|claimed|asked|recalled|noted|admitted|joked|argued|warned|went on|replied|posted|stated|concluded|revealed|confessed|declared|remarked)\b|["”’',]\s*(?:said|added|explained|says|wrote) (?:he|she|they)\b|^(?:["“'‘].{0,300})\b(?:the \w+) (?:said|added|told)\b/i;

/** Whether a sentence needs the one before it to be understood. English alone: other languages are not judged. */
export function leansBack(text: string): boolean {
  return OPENER.test(text) || PRONOUN_SPEAKS.test(text);
}
