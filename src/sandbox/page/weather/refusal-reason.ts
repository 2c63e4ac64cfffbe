import { answerOf, codeOf, type TranscriptLine } from '../wire/transcript.ts';

/** Why Telegram says no, in words, with what a bot should do. The first pattern that fits is taken. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /bot was blocked by the user/i,
    'This person has blocked the bot. Nothing can be sent until they unblock it.',
  ],
  [/user is deactivated/i, 'This account was deleted. It will never get anything again.'],
  [/can't initiate conversation/i, 'This person never pressed Start, and a bot may not write first.'],
  [
    /bots? can't send messages to bots?|can't send messages to the bot/i,
    'A bot may not write to another bot.',
  ],
  [/was kicked/i, 'The bot was thrown out of this chat.'],
  [/is not a member/i, 'The bot is not in this chat.'],
  [/chat not found/i, 'No chat has this id or name, or the bot has never met it.'],
  [/not modified/i, 'The message already says exactly this: an edit must change something.'],
  [/message to edit not found/i, 'The message to edit is not there (any more).'],
  [
    /message to (delete|forward|copy|pin|react|be replied)/i,
    'The message it is about is not there (any more).',
  ],
  [/message can't be edited/i, 'Only its own messages can be edited by a bot.'],
  [/message can't be deleted/i, 'The bot has no right to delete this message, or it is too old.'],
  [/message is too long|text is too long/i, 'The text is longer than 4,096 characters.'],
  [/caption is too long/i, 'The caption is longer than 1,024 characters.'],
  [/text is empty|text must be non-empty/i, 'There is no text in it once the spaces are cut off.'],
  [/can't parse entities/i, 'The formatting cannot be read at the place it names.'],
  [/ENTITIES_TOO_LONG/, 'The formatting of this text takes more room than Telegram gives.'],
  [/BUTTON_DATA_INVALID/, 'The data of a button is empty or longer than 64 bytes.'],
  [
    /query is too old/i,
    'The button was pressed too long ago to be answered, or its answer was given already.',
  ],
  [
    /terminated by other getUpdates/i,
    'Another copy of the bot asks for updates with the same token. Only one may.',
  ],
  [/webhook is active/i, 'Updates go to a webhook, so they cannot be asked for as well.'],
  [
    /administrator rights|not enough rights|CHAT_WRITE_FORBIDDEN|no write access/i,
    'The bot has no right to do this here.',
  ],
  [/upgraded to a supergroup/i, 'The group has become a supergroup with a new id, which the answer names.'],
  [/method not found/i, 'Telegram has no such method.'],
  [
    /failed to get HTTP URL content|wrong type of the web page/i,
    'Telegram could not fetch the file from its address.',
  ],
  [/wrong file identifier|invalid file_id/i, 'No file has this id.'],
];

const BY_CODE: Record<number, string> = {
  400: 'Telegram finds a mistake in the request.',
  401: 'Telegram does not know this token.',
  403: 'The bot may not do this to this chat.',
  404: 'There is nothing at this address.',
  409: 'Two programs use this token against each other.',
  413: 'The file is too large.',
  500: 'Telegram has trouble of its own. Nobody can tell whether the request was carried out.',
  502: 'Something before Telegram answered instead, with a web page. Nobody can tell what became of the request.',
};

/** What the weather does that no answer tells of. */
const BY_FAULT: Record<string, string> = {
  'answer lost': 'Telegram did it, but the answer was lost on the way: the bot cannot know.',
  reset: 'The connection broke before Telegram did anything. The bot cannot know that either.',
  refused: 'Telegram cannot be reached: the connection was refused.',
  hung: 'Telegram took the request and never answered.',
};

/** @returns why a request failed, for a person to read; nothing when all went well. */
export function refusalReason(line: TranscriptLine): string | undefined {
  const ofWeather = BY_FAULT[line.fault ?? ''];
  if (ofWeather !== undefined) return ofWeather;
  if (line.accepted && !line.delivered) {
    return 'Telegram did it, but the answer was lost on the way: the bot cannot know.';
  }
  if (!line.accepted && !line.delivered) return 'The connection broke before Telegram did anything.';
  const code = codeOf(line);
  if (line.accepted && code === 200) return undefined;
  const answer = answerOf(line);
  const wait = answer?.parameters?.retry_after;
  if (code === 429) return `Too fast: Telegram asks for a pause of ${wait ?? 'some'} s before the next try.`;
  const known = REASONS.find(([pattern]) => pattern.test(answer?.description ?? ''));
  return known?.[1] ?? (code === undefined ? 'No answer came.' : BY_CODE[code]) ?? 'Telegram says no.';
}
