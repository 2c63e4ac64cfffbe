import type { Span } from '../text/span.ts';
import type { Origin } from './article.ts';

const NAME_WORD = String.raw`(?:[\p{Lu}\d][\p{L}\p{M}\d.'’&-]*[\p{L}\p{M}\d]|[\p{Lu}\d]|&)`;
/** A publisher's name: capitalised words, joined by `/` or little words. */
const PUBLISHER = String.raw`(?:https?://)?(?<publisher>(?:[a-z\d-]+\.){1,3}[a-z]{2,}(?![\p{L}\d])|(?:[Tt]he\s+)?${NAME_WORD}(?:(?:\s*/\s*|\s+(?:of\s+the\s+|of\s+|and\s+(?=\p{Lu})|for\s+|the\s+|on\s+(?=\p{Lu})|de\s+|la\s+)?)${NAME_WORD}){0,7})`;
const ITEM = `(?:article|story|report|piece|post|interview|essay|column|analysis|op-ed|commentary|dispatch|text|version)`;

/** Each says in words who published first. "First published on 3 May" names nobody and is none of them. */
const NOTICES: readonly RegExp[] = [
  String.raw`\b(?:[Tt]his|[Tt]he|[Aa] version of this)\s+(?:\S+\s+){0,2}?${ITEM}\b(?:\s+(?:that|which))?\s+(?:(?:was|is|has|were|had)\s+)?(?:been\s+)?(?:originally|first|initially|previously|also)?\s*(?:published|posted|appeared|ran|produced|written|reported)\s+(?:first\s+|originally\s+)?(?:online\s+)?(?:by|on|at|in)\s+(?:the\s+\S+\s+issue\s+of\s+)?${PUBLISHER}`,
  String.raw`\b(?:[Oo]riginally|[Ff]irst|[Ii]nitially)\s+(?:published|posted|printed)\s+(?:online\s+)?(?:by|on|at|in)\s+(?:the\s+\S+\s+issue\s+of\s+)?${PUBLISHER}`,
  String.raw`\b(?:[Oo]riginally|[Ff]irst)\s+(?:appeared|ran)\s+(?:by|on|at|in)\s+${PUBLISHER}`,
  String.raw`\b[Rr]e(?:published|printed|produced|posted)\s+(?:here\s+)?(?:with\s+(?:the\s+)?(?:kind\s+)?permission\s+)?(?:of|from|by|courtesy of)\s+${PUBLISHER}`,
  String.raw`\b[Cc]ourtesy\s+of\s+${PUBLISHER}\s*[.,]?\s*(?:[Rr]epublished|[Rr]eprinted|$)`,
  String.raw`\b(?:zuerst|ursprünglich)\s+(?:erschienen|veröffentlicht)?\s*(?:in|bei|auf|von|im)\s+(?:der\s+|dem\s+)?${PUBLISHER}`,
  String.raw`\b(?:publié|paru)e?\s+(?:initialement|d['’]abord|à l['’]origine)\s+(?:par|dans|sur)\s+(?:le\s+|la\s+)?${PUBLISHER}`,
  String.raw`\b(?:publicad[oa])\s+(?:originalmente|originariamente|por primera vez)\s+(?:por|en)\s+(?:el\s+|la\s+)?${PUBLISHER}`,
  String.raw`(?:[Вв]первые|[Вв]перше)\s+(?:был[аои]?\s+|було\s+)?опубл[иі]кован[аоыий]?\s+(?:на\s+сайт[еі]\s+|в\s+газет[еі]\s+|в\s+|у\s+|на\s+|изданием\s+|виданням\s+|газетой\s+)[«“"]?${PUBLISHER}`,
].map((pattern) => new RegExp(pattern, 'u'));

/** What each of them has, and few paragraphs of a story: the others need no closer look. */
const SPEAKS_OF_PUBLISHING =
  /publi|posted|printed|appeared|produced|written|reported|\bran\s|ourtesy|zuerst|ursprünglich|paru|опубл/;

const NO_PUBLISHER =
  /^(?:the\s+)?(?:\d|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?,?\s+(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|jan(?:uary)?\b|feb(?:ruary)?\b|mar(?:ch)?\b|apr(?:il)?\b|may\b|june?\b|july?\b|aug(?:ust)?\b|sept?(?:ember)?\b|oct(?:ober)?\b|nov(?:ember)?\b|dec(?:ember)?\b|mondays?\b|tuesdays?\b|wednesdays?\b|thursdays?\b|fridays?\b|saturdays?\b|sundays?\b|spring\b|summer\b|autumn\b|winter\b|english\b|german\b|french\b|print\b|page\b|part\b)/iu;

/** Words that end a publisher's name although a capital follows. */
const AFTER_NAME =
  /\s+(?:on|and|under|in)\s+(?:\p{Lu}\p{Ll}+day|\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Creative).*$/u;

function publisherIn(sentence: string): string | undefined {
  for (const notice of NOTICES) {
    const publisher = notice.exec(sentence)?.groups?.['publisher']?.replace(AFTER_NAME, '').trim();
    if (publisher !== undefined && publisher.length > 1 && !NO_PUBLISHER.test(publisher)) {
      return publisher
        .replace(/^the\s/, 'The ')
        .replace(/^www\./, '')
        .replace(/[.’']$/u, '');
    }
  }
  return undefined;
}

/** The sentence of a paragraph that names the first publisher, with its place in the paragraph. */
export type ReprintNotice = Span & { readonly origin: Origin };

/** A story that speaks of its own publication: "…, which first appeared in Verdance Weekly" is no notice. */
const OF_ITSELF = new RegExp(
  String.raw`\b(?:this|the above|the following)\s+(?:\S+\s+){0,2}?${ITEM}\b|^\W*(?:originally|first|initially|a version)\b|\bre(?:published|printed|produced|posted)\b|\bdieser\b|\bcet(?:te)?\b|\beste?\b|^\W*(?:zuerst|ursprünglich|publi|материал|статья|текст|стаття|матеріал|впервые|вперше)`,
  'iu',
);

/** What goes on about the permission in a sentence of its own. */
const PERMISSION =
  /^\s*(?:it\s+(?:is|was)\s+|and\s+)?re(?:published|printed|produced|posted)\b[^.!?]{0,100}\b(?:permission|licen[cs]e)\b[^.!?]*[.!?]?/iu;

export function findReprintNotice(paragraph: string): ReprintNotice | undefined {
  if (!SPEAKS_OF_PUBLISHING.test(paragraph)) return undefined;
  for (const match of paragraph.matchAll(/[^.!?]+(?:[.!?](?![\s"”’)]|$)[^.!?]*)*[.!?]?["”’)]*\s*/gu)) {
    const sentence = match[0].trim();
    if (sentence.length > 400 || !OF_ITSELF.test(sentence)) continue;
    const publisher = publisherIn(sentence);
    if (publisher === undefined) continue;
    const start = match.index + match[0].indexOf(sentence);
    const permission = PERMISSION.exec(paragraph.slice(start + sentence.length))?.[0] ?? '';
    const notice = sentence + permission.trimEnd();
    return { start, end: start + notice.length, origin: { publisher, notice } };
  }
  return undefined;
}
