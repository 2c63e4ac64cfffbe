import { badRequest } from '../answer.ts';

/** The emoji that anybody may react with, as the Bot API lists them; a variation sign after one makes no difference. */
const EMOJI: ReadonlySet<string> = new Set(
  (
    '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 ' +
    '👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
);

const VARIATION = /\ufe0f/g;

/** Refuses what is no reaction at all; which are allowed is asked of the server beyond, by `checkReactions`. */
export function checkReactionType(value: unknown): void {
  const { type } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (type === 'emoji' || type === 'custom_emoji' || type === 'paid') return;
  throw badRequest("Can't parse ReactionType: Unsupported type specified");
}

/** A bot may give one, of those that there are. */
export function checkReactions(reactions: readonly unknown[]): void {
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  for (const reaction of reactions as Record<string, unknown>[]) {
    if (reaction['type'] !== 'emoji') continue;
    if (!EMOJI.has(String(reaction['emoji']).replace(VARIATION, ''))) throw badRequest('REACTION_INVALID');
  }
}
