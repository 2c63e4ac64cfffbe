import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityTree, type TextNode } from '../../src/sandbox/page/text/entity-tree.ts';

function flatten(nodes: readonly TextNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : flatten(node.children))).join('');
}

describe('the page draws a text with its entities', () => {
  it('puts the shorter of two that start together inside the longer', () => {
    const nodes = entityTree('Ferry late', [
      { type: 'italic', offset: 0, length: 5 },
      { type: 'bold', offset: 0, length: 10 },
    ]);
    expect(nodes).toMatchObject([
      { entity: { type: 'bold' }, children: [{ entity: { type: 'italic' }, text: 'Ferry' }, ' late'] },
    ]);
  });

  it('lets a quote swallow the line break after it, which its block already makes', () => {
    const nodes = entityTree('Late, not sorry.\nRoth', [{ type: 'blockquote', offset: 0, length: 16 }]);
    expect(nodes).toMatchObject([{ text: 'Late, not sorry.' }, 'Roth']);
  });

  it('counts offsets in UTF-16 units, so that an emoji before a bold word does not shift it', () => {
    const nodes = entityTree('🚢 Ferry', [{ type: 'bold', offset: 3, length: 5 }]);
    expect(nodes).toMatchObject(['🚢 ', { text: 'Ferry' }]);
  });

  it('shows every letter once, whatever entities it is given', () => {
    const letters = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !text.includes('\n'));
    const entity = fc.record({
      type: fc.constantFrom('bold', 'italic', 'code', 'pre', 'blockquote', 'never_heard_of'),
      offset: fc.integer({ min: -3, max: 45 }),
      length: fc.integer({ min: -3, max: 45 }),
    });
    fc.assert(
      fc.property(letters, fc.array(entity, { maxLength: 8 }), (text, entities) => {
        expect(flatten(entityTree(text, entities))).toBe(text);
      }),
    );
  });
});
