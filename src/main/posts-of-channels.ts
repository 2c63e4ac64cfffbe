import { composeChannelPost, type PostSetting } from '../app/compose-channel-post.ts';
import { composeNotice } from '../app/compose-notice.ts';
import type { TellFollowers } from '../app/delivery/tell-followers.ts';
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
  const { language, timezone, photo, linkPreview } = settingsOf(config, channel);
  return composeChannelPost(article, {
    ...{ say: messages.in(language), language, timezone, botUsername: identity.botUsername },
    ...(photo === undefined ? {} : { photo }),
    ...(linkPreview === undefined ? {} : { linkPreview }),
    ...(correction === undefined ? {} : { correction }),
  });
}

/** What those who follow something in it are told of a post, in the language of its channel. */
export function noticeFor(
  { config, messages }: Pick<Parts, 'config' | 'messages'>,
  ...[article, post, followed]: Parameters<TellFollowers['compose']>
): ReturnType<TellFollowers['compose']> {
  const { language } = settingsOf(config, post.channel);
  return { content: composeNotice(messages.in(language), article, post, followed), language };
}

type ChannelSettings = Pick<PostSetting, 'language' | 'timezone' | 'photo' | 'linkPreview'>;

function settingsOf({ channels, timezone }: Parts['config'], channel: string): ChannelSettings {
  return channels.find(({ id }) => id === channel) ?? { language: 'en', timezone };
}
