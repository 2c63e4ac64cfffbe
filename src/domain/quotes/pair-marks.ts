import type { Mark, MarkKind } from './marks.ts';

/** A mark that opens and the one that closes it; null where the paragraph ends before. */
export type Pair = { readonly open: Mark; readonly close: Mark | null };

/** A paragraph's marks with what each needs to know of those after it, told from the last one backwards. */
type Marked = {
  readonly text: string;
  /** The kind of mark that the article quotes with: British papers use single ones. */
  readonly main: MarkKind;
  /** 1 where a single mark closes further on. */
  readonly closedLater: readonly number[];
  /** 1 where the next mark that is no apostrophe closes a single one. */
  readonly closedNext: readonly number[];
};

/** For each mark, what the first later one says that `tell` has a word on: 1 or 0; undefined leaves it to the next. */
function told(marks: readonly Mark[], tell: (mark: Mark) => 0 | 1 | undefined): number[] {
  const ahead = marks.map(() => 0);
  for (let at = marks.length - 2; at >= 0; at--) {
    const next = marks[at + 1];
    ahead[at] = (next === undefined ? 0 : tell(next)) ?? ahead[at + 1] ?? 0;
  }
  return ahead;
}

function lookAhead(text: string, marks: readonly Mark[], main: MarkKind): Marked {
  // Where double marks are for quoting, a single one never reaches over them.
  const atDouble = main === 'double' ? 0 : undefined;
  return {
    text,
    main,
    closedLater: told(marks, ({ kind, edge }) =>
      kind === 'double' ? atDouble : edge === 'close' ? 1 : undefined,
    ),
    closedNext: told(marks, ({ kind, edge }) => {
      if (kind === 'double' || edge === 'open') return 0;
      return edge === 'close' ? 1 : undefined;
    }),
  };
}

/**
 * Pairs the marks of a paragraph at the outermost level; marks within an open quote of the other kind are part of what was
 * said. Time grows with the number of marks.
 */
export function pairMarks(text: string, marks: readonly Mark[], main: MarkKind): Pair[] {
  const marked = lookAhead(text, marks, main);
  const pairs: Pair[] = [];
  let open: Mark | null = null;
  for (const [index, mark] of marks.entries()) {
    if (open === null) {
      open = canOpen(marked, mark, index) ? mark : null;
    } else if (closes(marked, open, mark, index)) {
      pairs.push({ open, close: mark });
      open = null;
    } else if (reopens(text, open, mark)) {
      pairs.push({ open, close: null });
      open = mark;
    }
  }
  if (open !== null && open.kind === main) pairs.push({ open, close: null });
  return pairs;
}

function canOpen({ text, main, closedLater }: Marked, mark: Mark, index: number): boolean {
  if (mark.edge === 'close') return false;
  if (mark.kind === 'double') return !isInches(text, mark);
  // A paragraph that opens with a single mark and never closes it goes on in the next one.
  return closedLater[index] === 1 || (main === 'single' && index === 0 && mark.edge === 'open');
}

function isInches(text: string, mark: Mark): boolean {
  return mark.edge === 'either' && /\d/.test(text.charAt(mark.at - 1));
}

function closes(marked: Marked, open: Mark, mark: Mark, index: number): boolean {
  if (mark.kind !== open.kind || mark.edge === 'open') return false;
  return mark.kind === 'double' || !isPluralPossessive(marked, mark, index);
}

/** `the workers’ rights`: after an s and before a small letter, with another mark still to come, it is an apostrophe. */
function isPluralPossessive({ text, closedNext }: Marked, mark: Mark, index: number): boolean {
  if (closedNext[index] !== 1 || text.charAt(mark.at - 1) !== 's') return false;
  return /^ [a-z]/.test(text.slice(mark.at + 1, mark.at + 3));
}

/** A mark that opens while one is open: the first was left open, unless it only stands doubled. */
function reopens(text: string, open: Mark, mark: Mark): boolean {
  if (open.kind !== 'double' || mark.kind !== 'double' || mark.edge !== 'open') return false;
  return text.slice(open.at + open.width, mark.at).trim().length > 0;
}
