import { readPlannedTime } from '../../domain/delivery/planned-time.ts';
import { toggled } from '../../domain/delivery/segment.ts';
import type { Broadcast, BroadcastId } from '../ports/delivery.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import { audienceView, partNamed } from './broadcast-audience-view.ts';
import { draftView } from './broadcast-draft-view.ts';
import type { DraftDeed } from './callback.ts';
import type { Action, Turn } from './conversation.ts';
import { shown } from './desk-broadcast.ts';
import { showBroadcast } from './desk-broadcast-steer.ts';
import { messageOf } from './message.ts';

/** What an editor does about a draft. What is no draft any more is shown as it stands. */
export async function decideDraft(
  turn: Turn,
  what: DraftDeed,
  id: BroadcastId,
  messageId: number,
): Promise<readonly Action[]> {
  if (what === 'send') return startDraft(turn, id, messageId);
  if (what === 'drop') return dropDraft(turn, id, messageId);
  const draft = await turn.bot.broadcasts.get(id);
  if (draft?.status !== 'draft') return showBroadcast(turn, id, messageId);
  switch (what) {
    case 'test':
      return testToMyself(turn, draft);
    case 'later':
      return askWhen(turn, id);
    case 'whom':
      return [edited(turn, messageId, await audienceView(turn, draft))];
    case 'sound':
      return amended(turn, messageId, draft, { silent: !draft.silent });
    case 'paid':
      return amended(turn, messageId, draft, { paid: !draft.paid });
    case 'back':
      return [edited(turn, messageId, await draftView(turn, draft))];
  }
}

/**
 * The start is one compare-and-set: pressed twice, or handled again after a crash, it starts once. The question becomes
 * the progress message, and is known as such before the first message goes.
 */
async function startDraft(turn: Turn, id: BroadcastId, messageId: number): Promise<readonly Action[]> {
  const { bot } = turn;
  await bot.broadcasts.setProgressMessage(id, messageId);
  const started = await bot.broadcasts.command(id, 'start');
  if (started !== undefined) {
    bot.log.info({ broadcast: id, audience: started.counts.audience }, 'A broadcast was started');
  }
  return showBroadcast(turn, id, messageId);
}

async function dropDraft(turn: Turn, id: BroadcastId, messageId: number): Promise<readonly Action[]> {
  const { bot, say } = turn;
  const isDraft = (await bot.broadcasts.get(id))?.status === 'draft';
  const dropped = isDraft ? await bot.broadcasts.command(id, 'cancel') : undefined;
  await bot.drafts.clear(turn.asker.chat);
  return [edited(turn, messageId, messageOf([say(dropped ? 'broadcast-dropped' : 'broadcast-gone')]))];
}

/** Exactly what a subscriber will get, in the editor's own chat. */
function testToMyself({ asker, say }: Turn, { content, silent }: Broadcast): readonly Action[] {
  return [shown(asker.chat, { ...content, silent }, messageOf([say('broadcast-uncopyable')]))];
}

async function amended(
  turn: Turn,
  messageId: number,
  { id }: Broadcast,
  changes: { readonly silent?: boolean; readonly paid?: boolean },
): Promise<readonly Action[]> {
  const draft = await turn.bot.broadcasts.amend(id, changes);
  if (draft === undefined) return showBroadcast(turn, id, messageId);
  return [edited(turn, messageId, await draftView(turn, draft))];
}

/** A press on a part of the segment. */
export async function narrowDraft(
  turn: Turn,
  name: string,
  id: BroadcastId,
  messageId: number,
): Promise<readonly Action[]> {
  const { broadcasts, messages } = turn.bot;
  const draft = await broadcasts.get(id);
  const part = partNamed(name, messages.languages);
  if (draft === undefined || part === undefined) return showBroadcast(turn, id, messageId);
  const narrowed = await broadcasts.amend(id, { segment: toggled(draft.segment, part) });
  if (narrowed === undefined) return showBroadcast(turn, id, messageId);
  return [edited(turn, messageId, await audienceView(turn, narrowed))];
}

async function askWhen(turn: Turn, id: BroadcastId): Promise<readonly Action[]> {
  const { bot, asker, say } = turn;
  await bot.drafts.set(asker.chat, { kind: 'planning a broadcast', broadcast: id });
  return [sent(turn, messageOf([say('broadcast-when', { zone: bot.identity.timezone })]))];
}

/** The time that an editor typed. What cannot be read is asked for again. */
export async function planDraft(turn: Turn, id: BroadcastId, text: string): Promise<readonly Action[]> {
  const { bot, asker, say } = turn;
  const time = readPlannedTime(text, { nowMs: bot.clock.now(), timezone: bot.identity.timezone });
  switch (time.kind) {
    case 'unreadable':
      return [sent(turn, messageOf([say('broadcast-when-unreadable')]))];
    case 'past':
      return [sent(turn, messageOf([say('broadcast-when-past')]))];
    case 'too far':
      return [sent(turn, messageOf([say('broadcast-when-too-far')]))];
    case 'time': {
      await bot.drafts.clear(asker.chat);
      const planned = await bot.broadcasts.amend(id, { plannedAtMs: time.atMs });
      if (planned === undefined) return [sent(turn, messageOf([say('broadcast-gone')]))];
      bot.log.info({ broadcast: id, atMs: time.atMs }, 'A broadcast was planned');
      return [sent(turn, await draftView(turn, planned))];
    }
  }
}

function sent({ asker }: Turn, message: OutgoingMessage): Action {
  return { kind: 'send', chat: asker.chat, message };
}

function edited({ asker }: Turn, messageId: number, message: OutgoingMessage): Action {
  return { kind: 'edit', chat: asker.chat, messageId, message };
}
