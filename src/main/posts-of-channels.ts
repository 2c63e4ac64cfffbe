import { composeChannelPost, type PostSetting } from '../app/compose-channel-post.ts';
import type { OutgoingMessage } from '../app/ports/telegram.ts';
import type { ArchivedArticle } from '../domain/article/article.ts';
import type { Parts } from './parts.ts';

/** The post of an article in one of the channels; with `correction` as it stands after one. */
export function postFor(
  { config, identity, messages }: Pick<Parts, 'config' | 'identity' | 'messages'>,
  article: ArchivedArticle,
  channel: string,
  correction?: PostSetting['correction'],
): OutgoingMessage {
  const settings = config.channels.find(({ id }) => id === channel);
  const { language, timezone, photo, linkPreview } = settings ?? {
    language: 'en',
    timezone: config.timezone,
  };
  return composeChannelPost(article, {
    ...{ say: messages.in(language), language, timezone, botUsername: identity.botUsername },
    ...(photo === undefined ? {} : { photo }),
    ...(linkPreview === undefined ? {} : { linkPreview }),
    ...(correction === undefined ? {} : { correction }),
  });
}
