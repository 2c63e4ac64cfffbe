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
  /** The newest, in order. */
  readonly newest: (count: number) => string[];
  readonly size: () => number;
  readonly clear: () => void;
};

/** Bytes of a block; a longer line has a block of its own. */
const BLOCK_BYTES = 1024 * 1024;
/** Full blocks that stay as they are; older ones are packed to a tenth or less, which takes time that calls would have. */
const UNPACKED_BLOCKS = 48;
/** A UTF-16 unit is three bytes of UTF-8 at most. */
const MAX_UNIT_BYTES = 3;

/** Lines end with a line break. Outside of the heap, where thousands of long strings would keep the collector busy. */
type Block = { bytes: Buffer; used: number; isPacked: boolean };

const LINE_BREAK = 10;

function emptyBlock(bytes: number): Block {
  return { bytes: Buffer.allocUnsafeSlow(bytes), used: 0, isPacked: false };
}

function textOf({ bytes, used, isPacked }: Block): string {
  return (isPacked ? inflateRawSync(bytes) : bytes.subarray(0, used)).toString('utf8');
}

function pack(block: Block): void {
  deflateRaw(block.bytes.subarray(0, block.used), { level: 1 }, (error, packed) => {
    if (error !== null) return;
    block.bytes = packed;
    block.isPacked = true;
  });
}

function linesOf(block: Block): string[] {
  return block.used === 0 ? [] : textOf(block).slice(0, -1).split('\n');
}

/** Kept whole, for losses and duplicates to be counted by, and packed, so that a million requests fit. */
export function createTranscript(): Transcript {
  let blocks: Block[] = [];
  let open = emptyBlock(BLOCK_BYTES);
  let size = 0;

  const roomFor = (bytes: number): Block => {
    if (open.bytes.length - open.used >= bytes) return open;
    if (open.used > 0) {
      blocks.push(open);
      const old = blocks.at(-UNPACKED_BLOCKS - 1);
      if (old !== undefined) pack(old);
    }
    open = emptyBlock(Math.max(BLOCK_BYTES, bytes));
    return open;
  };

  return {
    add: (line) => {
      const block = roomFor((line.length + 1) * MAX_UNIT_BYTES);
      block.used += block.bytes.write(line, block.used, 'utf8');
      block.bytes[block.used] = LINE_BREAK;
      block.used += 1;
      size += 1;
    },
    lines: function* () {
      for (const block of [...blocks, open]) yield* linesOf(block);
    },
    newest: (count) => {
      let found: string[] = [];
      for (const block of [open, ...blocks.toReversed()]) {
        if (found.length >= count) break;
        found = [...linesOf(block), ...found];
      }
      return found.slice(-count);
    },
    size: () => size,
    clear: () => {
      blocks = [];
      open = emptyBlock(BLOCK_BYTES);
      size = 0;
    },
  };
}
