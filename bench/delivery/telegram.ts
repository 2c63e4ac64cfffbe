/** A call of a bot, as the sandbox wrote it down. */
export type Call = {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly token: string;
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly accepted: boolean;
  readonly status: number;
};

/** The sandbox, and what people do in it. */
export type Telegram = {
  readonly address: string;
  readonly act: (deed: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
  /** Adds people who have started every bot; answers the first one's id, the others' follow. */
  readonly readers: (count: number) => Promise<number>;
  /** How many messages a reader and a bot have exchanged, of the latest few. */
  readonly messages: (chat: number, bot: string) => Promise<number>;
  readonly transcript: () => Promise<readonly Call[]>;
  readonly forget: () => Promise<void>;
};

export function telegramAt(address: string): Telegram {
  const post = async (path: string, body: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(`${address}${path}`, { method: 'POST', body: JSON.stringify(body) });
    const answer = Object(await response.json());
    if (!response.ok) throw new Error(`${path} answered ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    address,
    act: (deed) => post('/sandbox/act', deed),
    readers: async (count) => Number((await post('/sandbox/act', { subscribers: count }))['first_id']),
    messages: async (chat, bot) => {
      const query = new URLSearchParams({ chat: String(chat), bot, limit: '3' });
      const answer = Object(await (await fetch(`${address}/sandbox/messages?${query}`)).json());
      return Array.isArray(answer.messages) ? answer.messages.length : 0;
    },
    transcript: async () => {
      const text = await (await fetch(`${address}/sandbox/transcript`)).text();
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Call);
    },
    forget: async () => void (await post('/sandbox/transcript/clear', {})),
  };
}

const SENDS: ReadonlySet<string> = new Set(['sendMessage', 'sendPhoto', 'copyMessage', 'forwardMessage']);

export function isSend({ method, accepted }: Call): boolean {
  return accepted && SENDS.has(method);
}

export function chatOf({ parameters }: Call): number {
  return Number(parameters['chat_id']);
}
