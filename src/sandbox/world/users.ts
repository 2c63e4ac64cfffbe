import type { Bot, Dialog, SyntheticRange, User, World } from './state.ts';
import type { ApiUser } from './types.ts';

/** A step that spreads the users of a range evenly between 0 and 1: the fraction of the golden ratio. */
const GOLDEN = 0.618_033_988_749_894_9;

/** Finds a user, also one of the synthetic; undefined where nobody has this id. */
export function findUser(world: World, id: number): User | undefined {
  const user = world.users.get(id);
  if (user !== undefined) return user;
  const range = rangeOf(world, id);
  if (range === undefined) return undefined;
  return {
    id,
    is_bot: false,
    first_name: `Reader ${id}`,
    language_code: 'en',
    deactivated: syntheticState(range, id) === 'deactivated',
  };
}

/** Writes a synthetic user out, so that something can happen to it. */
export function keepUser(world: World, user: User): User {
  world.users.set(user.id, user);
  return user;
}

function rangeOf(world: World, id: number): SyntheticRange | undefined {
  for (const range of world.ranges) {
    if (id >= range.firstId && id < range.firstId + range.count) return range;
  }
  return undefined;
}

/** Says of each user of a range what the shares make of it, the same every time. */
export function syntheticState(range: SyntheticRange, id: number): 'active' | 'blocked' | 'deactivated' {
  const position = ((id - range.firstId + 0.5) * GOLDEN) % 1;
  if (position < range.blockedShare) return 'blocked';
  return position < range.blockedShare + range.deactivatedShare ? 'deactivated' : 'active';
}

/** How a user stands to a bot; undefined where the two have never met. */
export function findDialog(world: World, bot: Bot, userId: number): Dialog | undefined {
  const dialog = bot.dialogs.get(userId);
  if (dialog !== undefined) return dialog;
  const range = rangeOf(world, userId);
  if (range === undefined) return undefined;
  return {
    userId,
    started: true,
    blocked: syntheticState(range, userId) === 'blocked',
    messages: [],
    pinned: [],
  };
}

/** The private chat of a user and a bot, made where there is none. */
export function openDialog(world: World, bot: Bot, userId: number): Dialog {
  const dialog = findDialog(world, bot, userId) ?? {
    userId,
    started: false,
    blocked: false,
    messages: [],
    pinned: [],
  };
  bot.dialogs.set(userId, dialog);
  return dialog;
}

export function apiUser(user: User): ApiUser {
  return {
    id: user.id,
    is_bot: user.is_bot,
    first_name: user.deactivated ? '' : user.first_name,
    ...(user.last_name === undefined ? {} : { last_name: user.last_name }),
    ...(user.username === undefined ? {} : { username: user.username }),
    ...(user.language_code === undefined ? {} : { language_code: user.language_code }),
  };
}

const BOTS_AS_USERS = new WeakMap<Bot, ApiUser>();

/** One object for all messages of a bot, which need not keep one each. */
export function botAsUser(bot: Bot): ApiUser {
  const known = BOTS_AS_USERS.get(bot);
  if (known !== undefined && known.first_name === bot.first_name && known.username === bot.username) {
    return known;
  }
  const user = { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username };
  BOTS_AS_USERS.set(bot, user);
  return user;
}
