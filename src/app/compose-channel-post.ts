import type { ArchivedArticle } from '../domain/article/article.ts';
import { composePost } from '../domain/post/compose-post.ts';
import { dayOf } from '../domain/post/dates.ts';
import { toFormattedText } from '../domain/post/rich-text.ts';
import { deepLinkUrl } from './conversation/answer-start.ts';
import type { Say } from './ports/messages.ts';
import type { Button, OutgoingMessage } from './ports/telegram.ts';

export type PostSetting = {
  readonly say: Say;
  readonly language: string;
  readonly timezone: string;
  readonly botUsername: string;
  /** The post was out before in other words, which it then says; with an editor's own sentence about it, or without. */
  readonly correction?: { readonly note?: string };
  /** Default: with its photo. */
  readonly photo?: boolean;
  /** Where a post without a photo shows a preview of the article's page; default: nowhere. */
  readonly linkPreview?: LinkPreview;
};

export type LinkPreview = 'none' | 'above' | 'below';

/** The post of an article as it will stand in the channel: text, photo, and buttons that open the bot at it. */
export function composeChannelPost(article: ArchivedArticle, setting: PostSetting): OutgoingMessage {
  const { say, language, timezone } = setting;
  const photoUrl = setting.photo === false ? undefined : article.image?.url;
  const photo = photoUrl === undefined ? undefined : photoLine(article, say);
  const labels = {
    ...(article.origin === undefined
      ? {}
      : { origin: say('post-origin', { publisher: article.origin.publisher }) }),
    ...(article.publishedAt === undefined ? {} : { date: dayOf(article.publishedAt, language, timezone) }),
    ...(photo === undefined ? {} : { photo }),
    ...(article.written === undefined ? {} : { written: say('post-written') }),
    ...correctionLabel(setting),
  };
  const post = toFormattedText(composePost(article, labels, photoUrl !== undefined));
  return {
    ...post,
    keyboard: [buttonsOf(article, setting)],
    linkPreview: previewOf(article, setting),
    ...(photoUrl === undefined ? {} : { photoUrl }),
  };
}

/** What stands in the place of a post that was taken back. */
export function composeRetraction(say: Say, reason: string): OutgoingMessage {
  const notice = say('post-retracted');
  return { ...toFormattedText([reason === '' ? notice : `${notice} ${reason}`]), linkPreview: false };
}

function correctionLabel({ correction, say }: PostSetting): { corrected?: string } {
  if (correction === undefined) return {};
  const { note } = correction;
  return { corrected: note === undefined ? say('post-corrected') : say('post-correction', { note }) };
}

/** Of a page that no link in the text leads to. */
function previewOf(
  { url }: ArchivedArticle,
  { linkPreview = 'none' }: PostSetting,
): NonNullable<OutgoingMessage['linkPreview']> {
  return url === undefined || linkPreview === 'none' ? false : { url, where: linkPreview };
}

function photoLine({ image }: ArchivedArticle, say: Say): string | undefined {
  const { caption, credit } = image ?? {};
  if (caption !== undefined && credit !== undefined) return say('post-photo', { caption, credit });
  if (caption !== undefined) return say('post-caption', { caption });
  return credit === undefined ? undefined : say('post-credit', { credit });
}

function buttonsOf(article: ArchivedArticle, { say, botUsername }: PostSetting): readonly Button[] {
  const read = article.url === undefined ? [] : [{ text: say('button-read'), url: article.url }];
  const quotes = {
    text: say('button-quotes'),
    url: deepLinkUrl(botUsername, { to: 'quotes', id: article.id }),
  };
  const background = {
    text: say('button-background'),
    url: deepLinkUrl(botUsername, { to: 'background', id: article.id }),
  };
  return [...read, ...(article.quotes.length === 0 ? [] : [quotes]), background];
}
