import type { JSX } from 'preact';
import { FormattedText } from '../text/formatted-text.tsx';
import { RichBlocks } from '../text/rich-message.tsx';
import type { ForwardOrigin, Message } from '../wire/message.ts';
import { nameOfUser } from '../wire/world.ts';
import { InlineKeyboard } from './inline-keyboard.tsx';
import { ClipView, FileView, PhotoView } from './media.tsx';
import { MessageAt } from './message-at.ts';
import { MessageTools, Reactions } from './message-tools.tsx';
import { PollView } from './poll-view.tsx';
import { authorOf, summaryLine } from './summary-line.ts';
import { clockTime } from './times.ts';

export type BubbleProps = {
  /** One, or the photos and files of an album in their order. */
  messages: readonly Message[];
  isOwn: boolean;
  /** Whether the sender's name is said: not again when the message before had the same. */
  hasName: boolean;
  onJump: (messageId: number) => void;
};

function originName(origin: ForwardOrigin): string {
  const chat = origin.chat ?? origin.sender_chat;
  if (chat !== undefined) return chat.title ?? chat.username ?? 'a chat';
  return origin.sender_user === undefined
    ? (origin.sender_user_name ?? 'someone')
    : nameOfUser(origin.sender_user);
}

function Media({ message }: { message: Message }): JSX.Element | null {
  const { photo, video, animation, document, audio, voice, sticker } = message;
  if (photo !== undefined) {
    return (
      <PhotoView
        sizes={photo}
        description={message.caption ?? 'Photo'}
        isHidden={message.has_media_spoiler}
      />
    );
  }
  if (video !== undefined) return <ClipView clip={video} isSilent={false} />;
  if (animation !== undefined) return <ClipView clip={animation} isSilent />;
  if (document !== undefined) return <FileView file={document} kind="File" />;
  if (audio !== undefined) return <FileView file={audio} kind={audio.title ?? 'Audio'} />;
  if (voice !== undefined) return <FileView file={voice} kind="Voice message" />;
  if (sticker !== undefined) return <p class="sticker">{sticker.emoji ?? 'Sticker'}</p>;
  return null;
}

function Extras({ message }: { message: Message }): JSX.Element | null {
  const { poll, location, contact, dice, rich_message } = message;
  if (poll !== undefined) return <PollView poll={poll} />;
  if (rich_message !== undefined) {
    return (
      <div class="rich" dir={rich_message.is_rtl === true ? 'rtl' : 'auto'}>
        <RichBlocks blocks={rich_message.blocks} />
      </div>
    );
  }
  if (location !== undefined) return <p class="place">{`${location.latitude}, ${location.longitude}`}</p>;
  if (contact !== undefined) return <p>{`${contact.first_name}, ${contact.phone_number}`}</p>;
  if (dice !== undefined) return <p class="sticker">{`${dice.emoji} ${dice.value}`}</p>;
  return null;
}

function ReplyTo({
  reply,
  quote,
  onJump,
}: { reply: Message; quote?: string | undefined } & Pick<BubbleProps, 'onJump'>) {
  return (
    <button type="button" class="reply" onClick={() => onJump(reply.message_id)}>
      <span class="hidden">In reply to </span>
      <span class="reply-author">{authorOf(reply)}</span>
      <span class="reply-words">{quote ?? summaryLine(reply)}</span>
    </button>
  );
}

function Meta({ message }: { message: Message }): JSX.Element {
  const { edit_date, date, author_signature } = message;
  return (
    <span class="meta">
      {author_signature !== undefined && <span>{author_signature}, </span>}
      {edit_date !== undefined && <span class="edited">edited </span>}
      <time dateTime={new Date(date * 1000).toISOString()}>{clockTime(date)}</time>
    </span>
  );
}

function Words({ message }: { message: Message }): JSX.Element | null {
  if (message.text !== undefined) return <FormattedText text={message.text} entities={message.entities} />;
  if (message.caption === undefined || message.caption === '') return null;
  return <FormattedText text={message.caption} entities={message.caption_entities} />;
}

function hasPicture({ photo, video, animation }: Message): boolean {
  return photo !== undefined || video !== undefined || animation !== undefined;
}

/** A message as a bubble: who, in reply to what, pictures, words, when, and its buttons below. */
export function Bubble({ messages, isOwn, hasName, onJump }: BubbleProps): JSX.Element | null {
  const first = messages[0];
  if (first === undefined) return null;
  const worded = messages.find(({ caption, text }) => (caption ?? text ?? '') !== '') ?? first;
  const rows = first.reply_markup?.inline_keyboard;
  const isAbove = first.show_caption_above_media === true;
  const at = { chat: first.chat.id, messageId: first.message_id };
  const kind = `${isOwn ? 'own' : 'theirs'} ${hasPicture(first) ? 'pictured' : ''}`;
  return (
    <MessageAt.Provider value={at}>
      <article class={`message ${kind}`} aria-label={`${authorOf(first)}, ${clockTime(first.date)}`}>
        <div class="bubble">
          {hasName && <p class="author">{authorOf(first)}</p>}
          {first.forward_origin !== undefined && (
            <p class="forwarded">Forwarded from {originName(first.forward_origin)}</p>
          )}
          {first.reply_to_message !== undefined && (
            <ReplyTo reply={first.reply_to_message} quote={first.quote?.text} onJump={onJump} />
          )}
          {isAbove && <Words message={worded} />}
          <div class={messages.length > 1 ? `album of-${Math.min(messages.length, 4)}` : 'single'}>
            {messages.map((message) => (
              <Media key={message.message_id} message={message} />
            ))}
          </div>
          {!isAbove && <Words message={worded} />}
          <Extras message={first} />
          <Reactions message={first} />
          <Meta message={worded} />
          <MessageTools message={first} />
        </div>
        {rows !== undefined && rows.length > 0 && <InlineKeyboard rows={rows} {...at} />}
      </article>
    </MessageAt.Provider>
  );
}
