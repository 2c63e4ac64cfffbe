/** What the sandbox says of its world at `/sandbox/world`. Ids are Telegram's: a private chat has its user's id. */

export type BotCommand = { command: string; description: string };

export type Bot = {
  id: number;
  username: string;
  first_name: string;
  /** By language code; '' holds those for everyone else. */
  commands: Record<string, readonly BotCommand[]>;
};

export type User = {
  id: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  is_bot?: boolean;
  blocked?: boolean;
  started?: boolean;
  deactivated?: boolean;
  /** Who this is in the newsroom, such as 'editor'; most people are simply readers. */
  role?: string;
};

export type Chat = {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string;
  username?: string;
  first_name?: string;
  members?: number | readonly unknown[];
  pinned_message_id?: number;
};

export type World = {
  bots: readonly Bot[];
  users: readonly User[];
  chats: readonly Chat[];
  /** Unix time in milliseconds by the sandbox's own clock, which may be turned forward. */
  now: number;
};

export function nameOfUser(user: Pick<User, 'first_name' | 'last_name'>): string {
  return user.last_name === undefined ? user.first_name : `${user.first_name} ${user.last_name}`;
}

export function nameOfChat(chat: Pick<Chat, 'title' | 'first_name' | 'username' | 'id'>): string {
  return chat.title ?? chat.first_name ?? chat.username ?? String(chat.id);
}

export function isEditor(user: User): boolean {
  return user.role === 'editor' || user.role === 'admin';
}

/** The commands a person sees: those of their language, else those for everyone. */
export function commandsFor(bot: Bot | undefined, language: string | undefined): readonly BotCommand[] {
  if (bot === undefined) return [];
  return bot.commands[language ?? ''] ?? bot.commands[''] ?? [];
}
