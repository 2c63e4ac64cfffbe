import { describe, expect, it } from 'vitest';
import { pastRoles } from '../../../src/domain/background/past-roles.ts';

const story = (sortAtMs: number, role: string | undefined, name = 'Ines Calder') => ({
  sortAtMs,
  people: [{ name, ...(role === undefined ? {} : { role }) }],
});

describe('the roles that someone had before', () => {
  it('are those of earlier stories, newest first, each once', () => {
    const stories = [
      story(1, 'harbour engineer'),
      story(3, 'councillor'),
      story(2, 'Councillor'),
      story(4, undefined),
    ];
    expect(pastRoles('inescalder', 'mayor', stories)).toEqual(['councillor', 'harbour engineer']);
  });

  it('leave out the same role in more or fewer words', () => {
    const stories = [story(1, 'the mayor of Vessin'), story(2, 'Mayor'), story(3, 'deputy head')];
    expect(pastRoles('inescalder', 'mayor of Vessin', stories)).toEqual(['deputy head']);
  });

  it('are nobody else’s', () => {
    expect(pastRoles('inescalder', 'mayor', [story(1, 'baker', 'Ina Calder')])).toEqual([]);
  });
});
