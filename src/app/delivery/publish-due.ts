import type { ArticleId } from '../../domain/article/article.ts';
import { dueSlots } from '../../domain/delivery/due-slots.ts';
import { isQuiet } from '../../domain/delivery/quiet-hours.ts';
import type { PostClaimOptions } from '../ports/ledger.ts';
import { askApproval } from './ask-approval.ts';
import { type ChannelPlan, MIN_GAP_MS, type Publishing, timetableOf } from './channel-plan.ts';
import { findPost } from './find-post.ts';
import { RANKED, rankWaiting } from './rank-waiting.ts';
import { sendPost } from './send-post.ts';

/** Between two looks at what is due, in ms: a breaking post goes within it. */
const TICK_MS = 400;
/** After a failure of Redis, in ms. */
const AFTER_FAILURE_MS = 2_000;
/** Posts of one channel in one go, so that a stop is never far. */
const MOST_AT_ONCE = 20;

/** Asks again and again what is due, in every channel, until the signal fires; then finishes what is in hand. */
export async function runPublishing(world: Publishing, signal: AbortSignal): Promise<void> {
  await Promise.all(world.plans.map((plan) => publishChannel(world, plan, signal)));
}

async function publishChannel(world: Publishing, plan: ChannelPlan, signal: AbortSignal): Promise<void> {
  // A slow send must not keep a breaking post waiting, so each kind has a loop of its own.
  await Promise.all([
    repeat(world, plan, signal, () => publishDue(world, plan, signal)),
    repeat(world, plan, signal, () => publishNext(world, plan, { breakingOnly: true }).then(() => undefined)),
    repeat(world, plan, signal, () => findPost(world, plan.channel)),
    ...(plan.needsApproval ? [repeat(world, plan, signal, () => askApproval(world, plan))] : []),
  ]);
}

async function repeat(
  { clock, log }: Publishing,
  { channel }: ChannelPlan,
  signal: AbortSignal,
  look: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const waitMs = await look().then(
      () => TICK_MS,
      (error: unknown) => {
        log.warn({ err: error, channel }, 'The posts wait: what is due could not be asked or written down');
        return AFTER_FAILURE_MS;
      },
    );
    await clock.sleep(waitMs, signal);
  }
}

/** Opens the slots that have come, once over all workers, and posts what may go in them now. */
export async function publishDue(world: Publishing, plan: ChannelPlan, signal?: AbortSignal): Promise<void> {
  await openSlots(world, plan);
  const nowMs = world.clock.now();
  const { quietHours, timezone } = plan;
  const breakingOnly = quietHours !== undefined && isQuiet(quietHours, timezone, nowMs);
  for (let count = 0; count < MOST_AT_ONCE && !signal?.aborted; count++) {
    if (!(await publishNext(world, plan, { breakingOnly }))) return;
  }
}

async function openSlots({ posts, clock }: Publishing, plan: ChannelPlan): Promise<void> {
  const untilMs = clock.now();
  const afterMs = await posts.slotsOpenedUntil(plan.channel);
  // On the very first start nothing was missed.
  const timetable = timetableOf(plan);
  const slots = afterMs === undefined ? [] : dueSlots(timetable, afterMs, untilMs);
  if (afterMs !== undefined && slots.length === 0) return;
  const use = { postsPerSlot: plan.postsPerSlot, closesEarlier: timetable.missed.makeUp !== 'all' };
  await posts.openSlots(plan.channel, { afterMs, untilMs }, slots, use);
}

/** Posts one article, if one may go. Answers whether there was one. */
async function publishNext(
  world: Publishing,
  plan: ChannelPlan,
  { breakingOnly }: { readonly breakingOnly: boolean },
): Promise<boolean> {
  const claim = await world.posts.claim(plan.channel, await claimOptions(world, plan, breakingOnly));
  if (claim.kind === 'nothing') return false;
  await sendPost(world, plan, claim.post);
  return true;
}

async function claimOptions(
  world: Publishing,
  plan: ChannelPlan,
  breakingOnly: boolean,
): Promise<PostClaimOptions> {
  const { order = 'oldest first', minGapMs = MIN_GAP_MS, needsApproval: approvedOnly = false } = plan;
  if (order !== 'most important first') return { order, minGapMs, breakingOnly, approvedOnly };
  const preferred = breakingOnly ? [] : await mostImportant(world, plan.channel);
  return { order: 'oldest first', minGapMs, breakingOnly, approvedOnly, preferred };
}

async function mostImportant(
  { posts, importance }: Publishing,
  channel: string,
): Promise<readonly ArticleId[]> {
  if (importance === undefined) return [];
  const { ids } = await posts.waiting(channel, RANKED);
  const waiting = ids.map((article) => ({ article }));
  return (await rankWaiting(waiting, (id) => importance(id, channel))).map(({ article }) => article);
}
