import { cut, type Span, type TextSpan } from '../text/span.ts';
import type { CleanArticle } from './article.ts';

/** What a new version of an article says otherwise. */
export type Changes = {
  readonly title?: { readonly before: string; readonly after: string };
  /** Runs of words that are new, as spans of the new text. */
  readonly added: readonly TextSpan[];
  /** Runs of words that are gone, as spans of the old text. */
  readonly removed: readonly TextSpan[];
  /** Notes in which the new version corrects itself and the old one did not. */
  readonly corrections: readonly string[];
};

type Token = Span & { readonly word: string };

/** Beyond so many differing words the runs are given whole: the text was written anew. */
const MOST_STEPS = 400;

function tokensOf(article: CleanArticle): readonly Token[] {
  return article.paragraphs.flatMap(({ text, start }) =>
    [...text.matchAll(/\S+/gu)].map((match) => ({
      word: match[0].toLowerCase(),
      start: start + match.index,
      end: start + match.index + match[0].length,
    })),
  );
}

const stepDown = (reach: ReadonlyMap<number, number>, k: number, step: number): boolean =>
  k === -step || (k !== step && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));

function alongEquals(a: readonly Token[], b: readonly Token[], from: number, k: number): number {
  let x = from;
  while (x < a.length && x - k < b.length && a[x]?.word === b[x - k]?.word) x += 1;
  return x;
}

/** How far each diagonal reaches before each step (Myers 1986); undefined when the texts differ too much. */
function traceOf(a: readonly Token[], b: readonly Token[]): readonly Map<number, number>[] | undefined {
  const reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let step = 0; step <= Math.min(a.length + b.length, MOST_STEPS); step += 1) {
    trace.push(new Map(reach));
    for (let k = -step; k <= step; k += 2) {
      const from = stepDown(reach, k, step) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      const x = alongEquals(a, b, from, k);
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return undefined;
}

type Difference = { readonly gone: ReadonlySet<number>; readonly come: ReadonlySet<number> };

function difference(a: readonly Token[], b: readonly Token[]): Difference {
  const trace = traceOf(a, b);
  if (trace === undefined) return { gone: new Set(a.keys()), come: new Set(b.keys()) };
  const gone = new Set<number>();
  const come = new Set<number>();
  let x = a.length;
  let y = b.length;
  for (let step = trace.length - 1; step > 0; step -= 1) {
    const reach = trace[step] ?? new Map<number, number>();
    const k = x - y;
    const down = stepDown(reach, k, step);
    x = reach.get(down ? k + 1 : k - 1) ?? 0;
    y = x - (down ? k + 1 : k - 1);
    if (down) come.add(y);
    else gone.add(x);
  }
  return { gone, come };
}

function runs(text: string, tokens: readonly Token[], marked: ReadonlySet<number>): readonly TextSpan[] {
  const found: TextSpan[] = [];
  tokens.forEach((token, i) => {
    if (!marked.has(i)) return;
    const last = found.at(-1);
    const goesOn = last !== undefined && marked.has(i - 1);
    if (goesOn) found[found.length - 1] = cut(text, last.start, token.end);
    else found.push(cut(text, token.start, token.end));
  });
  return found;
}

/** What changed in the words of the story, the title and the correction notes; capitals do not count. */
export function changesBetween(before: CleanArticle, after: CleanArticle): Changes {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const { gone, come } = difference(a, b);
  return {
    ...(before.title === after.title ? {} : { title: { before: before.title, after: after.title } }),
    added: runs(after.text, b, come),
    removed: runs(before.text, a, gone),
    corrections: after.corrections.filter((note) => !before.corrections.includes(note)),
  };
}

/** Whether nothing a reader could notice has changed. */
export function isUnchanged(changes: Changes): boolean {
  return (
    changes.title === undefined &&
    changes.added.length + changes.removed.length + changes.corrections.length === 0
  );
}
