import type { Api } from 'grammy';
import { outcomeOfError, refusesToken } from '../adapters/telegram/send-outcome.ts';
import type { Identity } from '../app/conversation/conversation.ts';
import type { Clock, Log } from '../app/ports/clock.ts';
import type { Config } from './config.ts';

const BETWEEN_TRIES_MS = 2_000;
const REFUSED_TOKEN = (reason: string): string =>
  `Telegram refuses BOT_TOKEN (${reason}): write the token that @BotFather gave you`;

/**
 * Asks Telegram who the bot is and what its first channel is called, waiting while it cannot be reached.
 * @throws with a sentence when Telegram refuses the token.
 */
export async function askIdentity(
  api: Api,
  config: Config,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  signal: AbortSignal,
): Promise<Identity> {
  const me = await untilAnswered(() => api.getMe(), { clock, log }, signal, REFUSED_TOKEN);
  const [first] = config.channels;
  const chat = first === undefined ? undefined : await api.getChat(first.id).catch(() => undefined);
  const username = chat !== undefined && 'username' in chat ? chat.username : undefined;
  const title = chat !== undefined && 'title' in chat ? chat.title : undefined;
  if (first !== undefined && chat === undefined) {
    log.warn({ channel: first.id }, 'The channel cannot be seen: add the bot to it as an administrator');
  }
  return {
    botUsername: me.username,
    channelTitle: title ?? me.first_name,
    channels: config.channels.map((channel) => channel.id),
    timezone: config.timezone,
    admins: config.admins,
    ...(username === undefined ? {} : { channelUrl: `https://t.me/${username}` }),
  };
}

/** Asks until Telegram answers. @throws with the sentence that `refused` makes of a refusal. */
export async function untilAnswered<T>(
  ask: () => Promise<T>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  signal: AbortSignal,
  refused: (reason: string) => string,
): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted) throw new Error('The bot was stopped before Telegram answered', { cause: error });
      const waitMs = waitAfter(error, refused);
      log.warn({ waitMs }, 'Telegram cannot be reached yet; trying again');
      await clock.sleep(waitMs, signal);
    }
  }
}

/** How long to wait for Telegram; throws when waiting will not help. */
function waitAfter(error: unknown, refused: (reason: string) => string): number {
  const outcome = outcomeOfError(error);
  if (outcome.kind === 'rate-limited') return outcome.retryAfterMs;
  if (outcome.kind === 'no-answer' && !refusesToken(error)) return BETWEEN_TRIES_MS;
  const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
  throw new Error(refused(reason));
}
