/** What the storm did, told from Telegram's own transcript and from the ledger: every promise with what was seen. */
import { CHANNEL, EDITOR } from './telegram.js';

const SENDS = new Set(['sendMessage', 'sendPhoto', 'copyMessage']);

/** `{ promise, seen, kept }`, in the order of the promises. */
export function judge({ transcript, titles, told, message, ledger, audience, askers, struck }) {
  const accepted = transcript.filter(({ accepted: took, method }) => took && SENDS.has(method));
  return [
    measured(accepted, { titles, message, audience, askers, struck }),
    ...postPromises(accepted, titles, told),
    ...broadcastPromises(accepted, message, ledger, audience),
    answered(accepted, askers),
  ];
}

/** A storm in which next to nothing was sent, or that did not strike, proves nothing. */
function measured(accepted, { titles, message, audience, askers, struck }) {
  const posts = accepted.filter(({ parameters }) => Number(parameters.chat_id) === CHANNEL).length;
  const copies = accepted.filter(({ parameters }) => String(parameters.text ?? '') === message).length;
  const seen = `${struck.hit} of ${struck.asked} faults, ${posts} posts, ${copies} copies, ${askers.length} commands`;
  const isMuch = posts * 2 > titles.length && copies * 2 > audience.length && askers.length > 0;
  return promise('there was much to be judged by', seen, isMuch && struck.hit === struck.asked);
}

function promise(name, seen, kept) {
  return { promise: name, seen, kept };
}

function timesOf(keys) {
  const times = new Map();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

function postPromises(accepted, titles, told) {
  const texts = accepted
    .filter(({ parameters }) => Number(parameters.chat_id) === CHANNEL)
    .map(({ parameters }) => String(parameters.text ?? parameters.caption ?? '').split('\n')[0]);
  const times = timesOf(texts);
  const lost = titles.filter((title) => !times.has(title) && !told.includes(title));
  const doubled = titles.filter((title) => (times.get(title) ?? 0) > 1);
  return [
    promise(`posts lost, of ${titles.length}`, list(lost), lost.length === 0),
    promise('posts doubled', list(doubled), doubled.length === 0),
  ];
}

function broadcastPromises(accepted, message, { counts, undelivered }, audience) {
  const members = new Set(audience);
  const copies = accepted
    .filter(({ parameters }) => String(parameters.text ?? '') === message)
    .map(({ parameters }) => Number(parameters.chat_id))
    .filter((chat) => chat !== EDITOR && members.has(chat));
  const times = timesOf(copies);
  const doubled = [...times].filter(([, count]) => count > 1).map(([chat]) => chat);
  const not = new Map(undelivered.map(({ chat, state }) => [chat, state]));
  const silent = audience.filter((chat) => !times.has(chat) && !not.has(chat));
  const wrong = undelivered.filter(({ chat, state }) => state !== 'unknown' && times.has(chat));
  const { sent, unreachable, failed, unknown, waiting, inFlight } = counts;
  const sum = sent + unreachable + failed + unknown + waiting + inFlight;
  const unknownHave = undelivered.filter(({ chat, state }) => state === 'unknown' && times.has(chat)).length;
  return [
    promise('recipients doubled', list(doubled), doubled.length === 0),
    promise('recipients lost in silence', list(silent), silent.length === 0),
    promise(
      'told as not reached, and yet they have it',
      list(wrong.map(({ chat }) => chat)),
      wrong.length === 0,
    ),
    promise(
      'the sums balance',
      `${sum} of ${audience.length}`,
      sum === audience.length && waiting + inFlight === 0,
    ),
    promise(
      'sent and unknown are those who have it',
      `${times.size} have it: ${sent} sent, ${unknownHave} of ${unknown} unknown`,
      times.size === sent + unknownHave,
    ),
    promise('failed', String(failed), failed === 0),
  ];
}

function answered(accepted, askers) {
  const times = timesOf(accepted.map(({ parameters }) => Number(parameters.chat_id)));
  const forgotten = askers.filter((chat) => !times.has(chat));
  return promise(`commands unanswered, of ${askers.length}`, list(forgotten), forgotten.length === 0);
}

function list(items) {
  return items.length === 0 ? '0' : `${items.length}: ${items.slice(0, 5).join(', ')}`;
}
