import { hasSpeech } from './caption.ts';

/** Longer lines than this are never taken for an invitation, in UTF-16 units. */
const LONGEST = 260;

const CHANNELS = String.raw`(?:newsletters?|briefings?|channels?|telegram|whatsapp|twitter|facebook|instagram|youtube|tiktok|linkedin|google news|mailing list|e-?mails?|inbox|app\b|podcasts?|alerts?|notifications|push|social media|free trial|membership|premium|subscription|our (?:website|site|page|store|journalism|reporting|team|group|community)|@\w+)`;

/** Invitations: to join, read, share, pay. Each is a whole line, and says so from its first word. */
const INVITATIONS: readonly RegExp[] = together([
  new RegExp(
    String.raw`^\W*(?:(?:newsletters?|telegram|whatsapp|podcasts?)\s*[:|]\s+|please\s+|you can (?:also\s+)?|want more[^?]*\?\s*|for (?:more|the latest)[^,]{0,60},\s*)?(?:join|subscribe|follow|sign up|download|get|receive|like (?:us|our|this)|support (?:us|our|independent|quality)|become|stay|don['’]t miss|click|tap|listen|register|donate|enter your?|check out|install|add us)\b[^.!?]{0,140}\b${CHANNELS}`,
    'iu',
  ),
  /^\W*(?:please\s+)?follow\s+(?:[\p{Lu}@][\p{L}\p{M}\d_.'’-]*\s*){1,5}(?:on\s+\S+.{0,60}|@\w+.{0,40})$/iu,
  /^\W*follow\s+@\w+(?:\s+for\s+more)?\W*$/iu,
  /^\W*(?:(?:also|must) (?:read|see|watch)|read (?:more|also|next|this|the full (?:story|article|interview))|more (?:on|from|about) this(?: story)?|related(?: (?:articles?|stories|news|coverage|content|posts?))?|see also|recommended(?: for you)?|you may (?:also )?like|more from \S+|up next|most read|trending|editors?['’]? picks?|don['’]t miss|lesen sie auch|lire aussi|lea también|leia também|leggi anche|читайте также|читайте також|по теме|mehr zum thema|zum thema|lee también|te puede interesar|más información|à lire(?: aussi)?|lees ook)\s*(?:[:|–—>»].*|\.\.\.|…)?$/iu,
  /^\W*(?:click|tap) here\b/iu,
  // The same invitations in the languages of other papers: their first word is an imperative.
  /^\W*(?:síg[ua]enos|suscríb[ea](?:te|se)|únete|recibe|abonnez-vous|inscrivez-vous|suivez-nous|rejoignez-nous|recevez|abonnieren sie|folgen sie uns|melden sie sich|jetzt (?:abonnieren|anmelden)|seguici|iscriviti|inscreva-se|assine|siga-nos|подписывайтесь|подпишитесь|присоединяйтесь|підписуйтес[ья]|підпишіться|приєднуйтес[ья]|volg ons|zapisz się|śledź nas)(?!\p{L})/iu,
  /^\(?(?:MORE|ALSO|RELATED|READ|WATCH|PHOTOS|VIDEOS?|LIST|GALLERY|SLIDESHOW|INTERACTIVE|FULL COVERAGE|POLL|QUIZ|LIVE)\s*[:|]\s*\S.{2,120}[^.!]$/u,
  /^\W*(?:contact the (?:writer|reporter|author)|(?:e-?mail|write to|reach)\b.{0,60}\bat\b|contact)\b.{0,60}\S+@\S+\W*$/iu,
  /^\W*(?:watch|listen to) (?:the |a )?(?:full |latest )?(?:video|clip|interview|episode|podcast|segment|trailer)[^.]{0,40}\b(?:above|below|here)\W*$/iu,
  /^\W*watch (?:a clip of )?(?:the )?(?:\p{L}+ )?(?:interview|video|clip|segment) (?:above|below)\W*$/iu,
  /^\W*(?:share|tweet|pin|email|print|comment|save|like|send)(?:\s+(?:this|it))?(?:\s*(?:on|via|by|with|to)\s+\p{L}+|\s+(?:article|story|post))?\W*$/iu,
  /^\W*(?:sign up|subscribe|log in|sign in|register|join (?:us|now)|learn more|find out more|continue reading|show more|load more|read more|view (?:all|more)( comments)?|leave a comment|comments?(?: \(\d+\))?|advertisement|advertising|sponsored(?: content)?|ad|story continues below(?: advertisement)?|article continues (?:below|after)[^.]{0,40}|loading\W*|enter your email address:?|skip (?:to|past)[^.]{0,60}|privacy policy|terms of (?:use|service)|all rights reserved|anzeige|publicité|publicidad)\W*$/iu,
  /^\W*(?:we (?:and our partners )?use|this (?:web)?site uses) cookies\b/iu,
  /^\W*(?:by (?:signing up|subscribing|continuing|clicking))\b[^.]{0,160}\b(?:agree|accept|consent)\b/iu,
  /^\W*sign up (?:to|for) (?:get|receive)\b.*\b(?:e-?mails?|newsletter|when \S+ publishes)\b/iu,
  /^\W*(?:(?:do you )?have a (?:tip|story|news tip)|got a (?:tip|story))\b.{0,200}$/iu,
  /^\W*(?:what do you think|do you (?:agree|believe)[^?]{0,80})\?.{0,60}\bcomments?\b.{0,40}$/iu,
]);

/** Patterns that may match in the middle of a line, and what all that they match has in it: few lines need the closer look. */
type Within = { readonly needs: RegExp; readonly patterns: readonly RegExp[] };

const INVITATIONS_WITHIN: Within = {
  needs: /can be |on twitter|subscribe here/i,
  patterns: [
    /^\W*(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:can be (?:reached|contacted)|(?:is )?on twitter)\b.{0,80}$/iu,
    /\bsubscribe here\b.{0,60}\bbelow\W*$/iu,
  ],
};

const FURNITURE_WITHIN: Within = {
  needs: /all rights reserved/i,
  patterns: [/^\(?©.{0,160}all rights reserved\W*$/iu, /^.{0,80}\ball rights reserved\b.{0,120}$/iu],
};

/** The same patterns in as few as their flags allow: each search has its price. */
function together(patterns: readonly RegExp[]): readonly RegExp[] {
  return [...new Set(patterns.map(({ flags }) => flags))].map((flags) => {
    const alike = patterns.filter((pattern) => pattern.flags === flags);
    return new RegExp(alike.map(({ source }) => `(?:${source})`).join('|'), flags);
  });
}

function matches(line: string, patterns: readonly RegExp[], within: Within): boolean {
  const isFound = (pattern: RegExp): boolean => pattern.test(line);
  return patterns.some(isFound) || (within.needs.test(line) && within.patterns.some(isFound));
}

const FURNITURE: readonly RegExp[] = together([
  /^[\s_*#=~·•.–—-]{2,}$/u,
  /^(?:abstract|full text|summary|top stories|breaking(?: news)?|exclusive|news|world|politics|opinion|sports?|business|live)\W{0,2}$/iu,
  /^-?\s?30\s?-$/u,
  /^(?:\(?ends\)?|###?|eom)\W*$/iu,
  /^(?:©|\(c\)|copyright)\s.{0,160}$/iu,
  /^\d+\s+(?:comments?|shares?|views?|likes?|min(?:ute)?s? read)\W*$/iu,
  /^(?:image|photo|video|embed|tweet|advert) (?:caption|source|copyright|unavailable)\b.{0,80}$/iu,
  /^(?:tags?|topics?|filed under|categories|keywords)\s*:.{0,160}$/iu,
  /^\s*(?:https?:\/\/|www\.)\S+\s*$/iu,
  /^\s*\S+@\S+\.\w{2,}\s*$/u,
  /^\W*(?:continue reading the main story|(?:start|end) quote|play video|watch video|view comments?|(?:click to )?enlarge(?: this)?(?: image| photo)?|buy this photo|rss(?: feed)?(?: print)?|text size\W.*|what['’]s this\?|about (?:the )?authors?|more activity|facebook activity|right click here to download|toggle caption|hide caption|recommend|source:?|via)\W*$/iu,
]);

/** Whether a line invites the reader elsewhere instead of telling the story. Lines with speech in them never do. */
export function isPromotion(line: string): boolean {
  if (line.length > LONGEST || hasSpeech(line)) return false;
  return matches(line, INVITATIONS, INVITATIONS_WITHIN);
}

/** Data that a page's scripts left in its text. */
const OPENS_DATA = /^\s*[{[]\s*["{]/;
const CLOSES_DATA = /[\]}]\s*$/;

function isData(line: string): boolean {
  if (!OPENS_DATA.test(line) || !CLOSES_DATA.test(line)) return false;
  const key = line.indexOf('":');
  return key >= 0 && line.indexOf('":', key + 1) >= 0;
}

/** Whether a line is part of the page's furniture: rules, copyright lines, counters, tags, bare addresses, data. */
export function isFurniture(line: string): boolean {
  if (isData(line)) return true;
  return line.length <= LONGEST && matches(line, FURNITURE, FURNITURE_WITHIN);
}
