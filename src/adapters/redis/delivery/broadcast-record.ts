import type { Broadcast, BroadcastContent, BroadcastId } from '../../../app/ports/delivery.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import { BROADCAST_STEPS, type BroadcastState } from '../../../domain/delivery/broadcast-states.ts';
import type { Segment } from '../../../domain/delivery/segment.ts';

/** Reads the hash of a broadcast; undefined when there is none, or none of ours. */
export function toBroadcast(
  id: BroadcastId,
  fields: Readonly<Record<string, string>>,
): Broadcast | undefined {
  const { status, content, editorChat, createdAtMs, note } = fields;
  if (!isState(status) || content === undefined) return undefined;
  return {
    id,
    status,
    // Written by this store alone.
    content: JSON.parse(content) as BroadcastContent,
    editorChat: Number(editorChat),
    createdAtMs: Number(createdAtMs),
    counts: {
      audience: Number(fields['audience'] ?? 0),
      waiting: Number(fields['waiting'] ?? 0),
      inFlight: Number(fields['inFlight'] ?? 0),
      sent: Number(fields['sent'] ?? 0),
      unreachable: Number(fields['unreachable'] ?? 0),
      failed: Number(fields['failed'] ?? 0),
      unknown: Number(fields['unknown'] ?? 0),
    },
    language: fields['language'] ?? 'en',
    segment: JSON.parse(fields['segment'] ?? '{}') as Segment,
    silent: fields['silent'] === '1',
    paid: fields['paid'] === '1',
    ...shownOf(fields),
    ...numberField(fields, 'plannedAtMs'),
    ...numberField(fields, 'progressMessageId'),
    ...numberField(fields, 'startedAtMs'),
    ...numberField(fields, 'finishedAtMs'),
    ...(note === undefined ? {} : { note }),
    ...aboutOf(fields),
  };
}

function shownOf({ shownAtMs, shownSettled }: Readonly<Record<string, string>>): Pick<Broadcast, 'shown'> {
  if (shownAtMs === undefined) return {};
  return { shown: { atMs: Number(shownAtMs), settled: Number(shownSettled) } };
}

function aboutOf({ about }: Readonly<Record<string, string>>): Pick<Broadcast, 'about'> {
  return about === undefined ? {} : { about: about as ArticleId };
}

function isState(text: string | undefined): text is BroadcastState {
  return text !== undefined && Object.hasOwn(BROADCAST_STEPS, text);
}

function numberField<Name extends string>(
  fields: Readonly<Record<string, string>>,
  name: Name,
): Partial<Record<Name, number>> {
  const text = fields[name];
  return text === undefined ? {} : ({ [name]: Number(text) } as Partial<Record<Name, number>>);
}
