import type { WorldFile } from './world/world-file.ts';

/** The demo's bot. The token opens nothing but the sandbox. */
export const DEMO_TOKEN = '7000000001:AAFDemoOfTheAldwickCourierSandbox00';
export const DEMO_CHANNEL = '@aldwick_courier';
const DEMO_CHANNEL_ID = -1_001_700_000_001;
export const DEMO_ADMIN_ID = 1003;

/** A channel, its editor and three readers, none of whom has started the bot yet. Ids never change. */
export const DEMO_WORLD: WorldFile = {
  weather: { flood: true },
  bots: [{ id: 7_000_000_001, token: DEMO_TOKEN, username: 'aldwick_courier_bot', first_name: 'Dateline' }],
  users: {
    1001: { first_name: 'Mara', last_name: 'Quill', language_code: 'en', state: 'unknown to the bot' },
    1002: { first_name: 'Tomás', last_name: 'Reyes', language_code: 'es', state: 'unknown to the bot' },
    1003: {
      first_name: 'Ines',
      last_name: 'Varga',
      username: 'ines_varga',
      language_code: 'en',
      role: 'editor',
      state: 'unknown to the bot',
    },
    1004: { first_name: 'Joss', last_name: 'Bell', language_code: 'de', state: 'unknown to the bot' },
  },
  chats: {
    [DEMO_CHANNEL_ID]: {
      type: 'channel',
      title: 'The Aldwick Courier',
      username: 'aldwick_courier',
      description: 'News from Aldwick and the coast.',
      bot: 'administrator',
      members: { 1001: 'member', 1002: 'member', 1003: 'creator', 1004: 'member' },
      member_count: 2384,
    },
  },
};
