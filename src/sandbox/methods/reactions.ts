import { badRequest } from '../answer.ts';
import type { Reaction } from '../world/reactions.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The emoji that anybody may react with, as the Bot API lists them; a variation sign after one makes no difference. */
const EMOJI: ReadonlySet<string> = new Set(
  (
    '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 ' +
    '👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
);

const VARIATION = /\ufe0f/g;

/** Refuses what is no reaction at all; which are allowed is asked of the server beyond, by `checkReactions`. */
export function readReaction(value: unknown): Reaction {
  const { type, emoji, custom_emoji_id } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Fields;
  switch (type) {
    case 'emoji':
      return { type, emoji: String(emoji) };
    case 'custom_emoji':
      return { type, custom_emoji_id: String(custom_emoji_id) };
    case 'paid':
      return { type };
    default:
      throw badRequest("Can't parse ReactionType: Unsupported type specified");
  }
}

/** A bot may give one, of those that there are. */
export function checkReactions(reactions: readonly Reaction[]): void {
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  for (const { type, emoji = '' } of reactions) {
    if (type === 'emoji' && !EMOJI.has(emoji.replace(VARIATION, ''))) throw badRequest('REACTION_INVALID');
  }
}
