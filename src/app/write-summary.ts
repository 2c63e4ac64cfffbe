import type { CleanArticle } from '../domain/article/article.ts';
import { POST_BUDGET } from '../domain/summary/summarize.ts';
import { findUnsupported } from '../domain/summary/unsupported.ts';
import type { Log } from './ports/clock.ts';
import type { SummaryWriter } from './ports/summary-writer.ts';

const MARKUP = /^\s*(?:[#*>-]|\d+\.\s)|\*\*|__|`|\]\(/m;

/**
 * Has a model write the summary of an article. Nothing, and the verbatim one is shown, when the model fails, writes too
 * much, or says a name, number, date or quotation that does not stand in the article; the log says which.
 */
export async function writeSummary(
  { writer, log }: { readonly writer: SummaryWriter; readonly log: Log },
  article: CleanArticle,
): Promise<string | undefined> {
  const story = article.paragraphs.map(({ text }) => text).join('\n\n');
  const { title, language } = article;
  const outcome = await writer.write({
    title,
    text: story,
    maxCharacters: POST_BUDGET.maxCharacters,
    ...(language === undefined ? {} : { language }),
  });
  if (outcome.kind === 'failed') {
    log.warn({ title, reason: outcome.reason }, 'The model wrote no summary: the verbatim one is used');
    return undefined;
  }
  const text = outcome.text.replaceAll(/\s+/g, ' ').trim();
  const fault = faultOf(text, outcome.text);
  const unsupported = fault === undefined ? findUnsupported(text, story) : [];
  if (fault === undefined && unsupported.length === 0) return text;
  log.warn({ title, fault, unsupported }, 'The summary of the model was not used: the verbatim one is');
  return undefined;
}

function faultOf(text: string, asWritten: string): string | undefined {
  if (text === '') return 'it is empty';
  if (text.length > POST_BUDGET.maxCharacters) return `it has ${text.length} characters`;
  if (MARKUP.test(asWritten)) return 'it has markup or a list';
  return /[.!?…]["”’»)]?$/u.test(text) ? undefined : 'it does not end with a sentence';
}
