import { describe, expect, it } from 'vitest';
import { analyzeSpeech } from '../../../src/domain/quotes/analyze-speech.ts';
import { paragraphsOf } from '../summary/paragraphs.ts';

function roleIn(text: string, name: string): string | undefined {
  const { people } = analyzeSpeech({ text, paragraphs: paragraphsOf(text) });
  const person = people.find((one) => one.name === name);
  expect(person, `${name} among ${people.map((one) => one.name).join(', ')}`).toBeDefined();
  return person?.role;
}

describe('the role of a person is', () => {
  it.each([
    ['Mayor Ines Calder closed the bridge on Monday.', 'Ines Calder', 'Mayor'],
    [
      'Amara Venn, chief engineer of the Port Authority, wrote the letter.',
      'Amara Venn',
      'chief engineer of the Port Authority',
    ],
    [
      'The letter came from Amara Venn, the chief engineer who had seen the crack.',
      'Amara Venn',
      'chief engineer',
    ],
    ['The company’s spokeswoman, Lena Moss, spoke of a mistake.', 'Lena Moss', 'spokeswoman'],
    [
      'Dr. Priya Anand, the region’s director of public health, warned parents.',
      'Priya Anand',
      'director of public health',
    ],
    [
      'With her came Lena Moss, chairwoman of the city’s science and technology committee.',
      'Lena Moss',
      'chairwoman of the city’s science and technology committee',
    ],
    [
      'Olaf Brandt, a professor at Lund University, said ships were late.',
      'Olaf Brandt',
      'professor at Lund University',
    ],
  ])('what the article puts beside the name: %s', (text, name, role) => {
    expect(roleIn(text, name)).toBe(role);
  });

  it.each([
    ['Ines Calder, 41, left the hall at noon.', 'Ines Calder'],
    ['Ines Calder, who is running for mayor, left the hall.', 'Ines Calder'],
    ['Ines Calder, the night before, left the hall.', 'Ines Calder'],
    ['Ines Calder, his wife, left the hall.', 'Ines Calder'],
    ['Ines Calder, the storm behind her, left the hall.', 'Ines Calder'],
    ['Ines Calder, Mayor Olaf Brandt and others left the hall.', 'Ines Calder'],
  ])('not what says nothing of it, or of another: %s', (text, name) => {
    expect(roleIn(text, name)).toBeUndefined();
  });
});
