import { deflateRaw, inflateRawSync } from 'node:zlib';

export type TranscriptLine = {
  /** Epoch milliseconds of the sandbox's clock. */
  readonly time: number;
  readonly token: string;
  readonly bot: number;
  readonly method: string;
  readonly parameters: Record<string, unknown>;
  /** 0 where no answer was sent. */
  readonly status: number;
  /** From the arrival of the call to its answer, milliseconds. */
  readonly ms: number;
  readonly answer: unknown;
  /** The call took effect. */
  readonly accepted: boolean;
  /** The caller was sent the answer. */
  readonly delivered: boolean;
  /** The fault that the weather made of it. */
  readonly fault?: string;
};

/** All requests in the order in which they were answered, as JSON Lines. */
export type Transcript = {
  /** @param line one JSON object without a line break. */
  readonly add: (line: string) => void;
  readonly lines: () => Generator<string>;
  readonly size: () => number;
  readonly clear: () => void;
};

/** Lines in one packed block: about 500 kB before packing, 30 kB after. */
const BLOCK_LINES = 1000;

type Block = { packed: Buffer | undefined; lines: string[] };

/** Kept whole, for losses and duplicates to be counted by, and packed, so that a million requests fit. */
export function createTranscript(): Transcript {
  let blocks: Block[] = [];
  let open: Block = { packed: undefined, lines: [] };
  let size = 0;

  const seal = (block: Block): void => {
    blocks.push(block);
    deflateRaw(Buffer.from(block.lines.join('\n')), { level: 1 }, (error, packed) => {
      if (error !== null) return;
      block.packed = packed;
      block.lines = [];
    });
  };

  return {
    add: (line) => {
      size += 1;
      open.lines.push(line);
      if (open.lines.length < BLOCK_LINES) return;
      seal(open);
      open = { packed: undefined, lines: [] };
    },
    lines: function* () {
      for (const block of [...blocks, open]) {
        if (block.packed === undefined) yield* block.lines;
        else yield* inflateRawSync(block.packed).toString('utf8').split('\n');
      }
    },
    size: () => size,
    clear: () => {
      blocks = [];
      open = { packed: undefined, lines: [] };
      size = 0;
    },
  };
}
