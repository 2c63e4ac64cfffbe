/**
 * Every sentence the bot says, by name, with the variables it takes. The words are in `messages/<language>.ftl`;
 * a test holds the files to this table.
 */
export const MESSAGES = {
  // posts
  'post-origin': ['publisher'],
  'post-photo': ['caption', 'credit'],
  'post-caption': ['caption'],
  'post-credit': ['credit'],
  'post-written': [],
  'button-read': [],
  'button-quotes': [],
  'button-background': [],
  'button-back': [],
  'button-newer': [],
  'button-older': [],
  'button-story': [],
  'button-channel': [],
  // commands, as registered with Telegram
  'command-latest': [],
  'command-quotes': [],
  'command-background': [],
  'command-help': [],
  'command-stop': [],
  'command-queue': [],
  'command-broadcast': [],
  'command-broadcasts': [],
  'command-sources': [],
  'command-status': [],
  'command-why': [],
  // a reader's chat
  'start-welcome': ['channel'],
  'start-again': ['channel'],
  'start-unknown-link': [],
  'help-reader': ['name'],
  'help-admin': [],
  'stop-done': [],
  'stop-already': [],
  'unknown-command': ['command'],
  'private-only': [],
  'not-for-you': [],
  // latest
  'latest-title': [],
  'latest-page': ['from', 'to', 'total'],
  'latest-empty': [],
  'story-gone': [],
  // quotes
  'quotes-of-name': ['name', 'count'],
  'quotes-of-story': ['count'],
  'quotes-on-topic': ['topic', 'count'],
  'quotes-none-of-name': ['name'],
  'quotes-none-in-story': [],
  'quotes-none': ['query'],
  'quotes-ask': [],
  'quotes-unknown-speaker': [],
  // names
  'names-which': ['query'],
  'names-near': ['query'],
  'nothing-on': ['query'],
  // background
  'background-who': [],
  'background-behind': [],
  'background-before': [],
  'background-none': [],
  'background-ask': [],
  'background-stories': ['count'],
  'background-thread': [],
  'background-last-words': [],
  'background-outside': ['licence'],
  'background-topic': ['topic'],
  // broadcast
  'broadcast-ask': [],
  'broadcast-confirm': ['count'],
  'broadcast-nobody': [],
  'broadcast-button-send': ['count'],
  'broadcast-button-cancel': [],
  'broadcast-button-pause': [],
  'broadcast-button-resume': [],
  'broadcast-dropped': [],
  'broadcast-gone': [],
  'broadcast-running': [],
  'broadcast-paused': [],
  'broadcast-paused-because': ['reason'],
  'broadcast-finished': [],
  'broadcast-cancelled': [],
  'broadcast-counts': ['sent', 'audience', 'unreachable', 'failed', 'unknown'],
  'broadcast-time-left': ['minutes'],
  'broadcast-unknown-note': ['unknown'],
  'broadcast-report': ['status', 'minutes'],
  'broadcast-reason': ['count', 'reason'],
  'broadcasts-title': [],
  'broadcasts-none': [],
  'broadcasts-line': ['date', 'status', 'sent', 'audience'],
  // queue
  'queue-title': ['channel'],
  'queue-empty': ['channel'],
  'queue-no-channel': [],
  'queue-choose': [],
  'queue-gone': [],
  'queue-goes': ['when'],
  'queue-at-once': [],
  'queue-held': [],
  'queue-no-slot': [],
  'queue-button-up': [],
  'queue-button-down': [],
  'queue-button-now': [],
  'queue-button-hold': [],
  'queue-button-release': [],
  'queue-button-drop': [],
  'queue-button-back': [],
  // sources
  'sources-title': [],
  'sources-none': [],
  'sources-line': ['number', 'name', 'state'],
  'sources-more': ['count'],
  'sources-how': [],
  'sources-ask': ['verb'],
  'sources-unknown': ['which'],
  'sources-not-found': ['reason'],
  'sources-known': ['name'],
  'sources-found': ['name', 'number'],
  'sources-no-items': [],
  'sources-paused': ['name'],
  'sources-resumed': ['name'],
  'sources-removed': ['name'],
  'sources-configured': ['name'],
  // status
  'status-title': [],
  'status-archive': ['articles', 'subscribers'],
  'status-waiting': ['channel', 'waiting'],
  'status-next-slot': ['date'],
  'status-last-posts': [],
  'status-no-posts': [],
  'status-post': ['date', 'state', 'title'],
  'status-feeds': [],
  'status-feed-ok': ['feed', 'date'],
  'status-feed-new': ['feed'],
  'status-feed-failing': ['feed', 'reason'],
  'status-redis': ['memory', 'durability'],
  // why
  'why-ask': [],
  'why-unknown': ['query'],
  'why-state': ['state'],
  'why-no-post': ['channel'],
  'why-removed': [],
  'why-item': ['date', 'what'],
  // the desk
  'desk-post-failed': ['title', 'channel', 'reason'],
  'desk-post-unknown': ['title', 'channel'],
  'desk-post-found': ['title', 'channel'],
  'desk-channel-unreachable': ['channel', 'reason'],
  'desk-button-there': [],
  'desk-button-again': [],
  'desk-decided-there': [],
  'desk-decided-again': [],
  'desk-decided-already': [],
  'desk-feed-failing': ['feed', 'reason'],
  'desk-feed-recovered': ['feed'],
  'desk-broadcast-paused': ['reason'],
  'desk-update-aside': ['reason'],
  'desk-file-refused': ['file', 'reason'],
  'desk-redis-forgets': ['finding'],
} as const;

export type MessageKey = keyof typeof MESSAGES;

type ArgsOf<K extends MessageKey> = (typeof MESSAGES)[K] extends readonly []
  ? []
  : [args: Readonly<Record<(typeof MESSAGES)[K][number], string | number>>];

/** Says one thing in one language. */
export type Say = <K extends MessageKey>(key: K, ...args: ArgsOf<K>) => string;

export type Messages = {
  /** The languages that are there, as BCP 47 tags, the fallback first. */
  readonly languages: readonly string[];
  /** The nearest language for what Telegram tells of a reader (`es-AR` → `es`); the fallback when there is none. */
  readonly languageFor: (tag: string | undefined) => string;
  readonly in: (language: string) => Say;
};
