import { expect, it } from 'vitest';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { describeChanges } from '../../../src/domain/article/describe-changes.ts';

const STORY =
  'The council of Port Vessin closed the ferry on Monday. The mayor, Ines Holt, said that it would open again in May.';
const before = cleanText({ title: 'Ferry closed', text: STORY });

it.each([
  ['Ferry shut', STORY, 'headline was “Ferry closed”'],
  ['Ferry closed', STORY.replace('Monday', 'Tuesday'), 'removed “Monday.”; added “Tuesday.”'],
  [
    'Ferry closed',
    STORY.replace('in May', 'early in the summer'),
    'removed “May.”; added “early”, “the summer.”',
  ],
])('tells an editor what the new version says otherwise', (title, text, expected) => {
  expect(describeChanges(before, cleanText({ title, text }))).toBe(expected);
});

it('tells the note in which a new version corrects itself', () => {
  const note = 'Correction: An earlier version of this story gave a wrong day for the closing of the ferry.';
  const after = cleanText({ title: 'Ferry closed', text: `${STORY}\n\n${note}` });
  expect(describeChanges(before, after)).toContain('note: ');
});

it('has nothing to tell of a version that a reader would take for the old one', () => {
  expect(describeChanges(before, cleanText({ title: 'Ferry closed', text: STORY }))).toBeUndefined();
});
