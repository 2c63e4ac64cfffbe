import { describe, expect, it } from 'vitest';
import { faultInWords } from '../../src/sandbox/page/weather/fault-words.ts';
import { PRESETS, presetOf } from '../../src/sandbox/page/weather/presets.ts';

describe('the weather panel', () => {
  it.each(PRESETS.map((preset) => [preset.name, preset] as const))(
    'knows "%s" again when the sandbox has counted its strikes',
    (_, preset) => {
      expect(presetOf(preset.faults.map((fault) => ({ ...fault, hits: 3 })))).toBe(preset);
    },
  );

  it('calls no preset what one put together oneself', () => {
    expect(presetOf([{ fault: 'slow', delay_ms: 7 }])).toBeUndefined();
  });

  it('says a fault in words', () => {
    const words = faultInWords({ fault: '429', methods: ['send*'], share: 0.25, count: 4, retry_after: 2 });
    expect(words).toBe('429, too many requests · 25 % · of send* · 4 times · 2 s');
  });
});
