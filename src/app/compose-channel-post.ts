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
};

/** The post of an article as it will stand in the channel: text, photo, and buttons that open the bot at it. */
export function composeChannelPost(article: ArchivedArticle, setting: PostSetting): OutgoingMessage {
  const { say, language, timezone } = setting;
  const photoUrl = article.image?.url;
  const photo = photoUrl === undefined ? undefined : photoLine(article, say);
  const labels = {
    ...(article.origin === undefined
      ? {}
      : { origin: say('post-origin', { publisher: article.origin.publisher }) }),
    ...(article.publishedAt === undefined ? {} : { date: dayOf(article.publishedAt, language, timezone) }),
    ...(photo === undefined ? {} : { photo }),
    ...(article.written === undefined ? {} : { written: say('post-written') }),
  };
  const post = toFormattedText(composePost(article, labels, photoUrl !== undefined));
  return {
    ...post,
    keyboard: [buttonsOf(article, setting)],
    linkPreview: false,
    ...(photoUrl === undefined ? {} : { photoUrl }),
  };
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
