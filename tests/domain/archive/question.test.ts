import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/domain/archive/question.ts';

describe('a reader who types', () => {
  it.each([
    'what is new?',
    'What’s new',
    'whats new today',
    'latest',
    'news',
    'News?',
    'the latest news',
    'any news?',
    "today's headlines",
    'what happened today?',
    'What is happening',
    'show me the latest stories',
    'anything new?',
    '¿Qué hay de nuevo?',
    'qué pasó hoy',
    'noticias',
    'últimas noticias',
    'Noticias de hoy',
    'ultimas',
    '¿Qué noticias hay?',
  ])('"%s" asks for the latest', (typed) => {
    expect(readQuestion(typed)).toEqual({ kind: 'latest' });
  });

  it.each([
    ['who said what about the ferry strike?', 'the ferry strike'],
    ['What did Ines Calder say?', 'Ines Calder'],
    ['what did Calder say about the bridge', 'Calder'],
    ['What has the mayor said on the tunnel', 'the mayor'],
    ['what does Viktor Holm think of the vote', 'Viktor Holm'],
    ['Quotes by Anna Kell', 'Anna Kell'],
    ['Calder quotes', 'Calder'],
    ['who said “no way back”', '“no way back”'],
    ['¿Quién dijo qué sobre la huelga?', 'la huelga'],
    ['¿Qué dijo Inés Calder sobre el puente?', 'Inés Calder'],
    ['que ha dicho la alcaldesa', 'la alcaldesa'],
    ['citas de Anna Kell', 'Anna Kell'],
  ])('"%s" asks for quotes', (typed, of) => {
    expect(readQuestion(typed)).toEqual({ kind: 'quotes', of });
  });

  it.each([
    ['Who is Ines Calder?', 'Ines Calder'],
    ['what is behind the ferry strike?', 'the ferry strike'],
    ['What lies behind the vote', 'the vote'],
    ['what’s the latest on the tunnel?', 'the tunnel'],
    ['news about Skerry', 'Skerry'],
    ['any news on the bridge?', 'the bridge'],
    ['tell me more about Viktor Holm', 'Viktor Holm'],
    ['what happened to the ferry?', 'the ferry'],
    ['what is going on with the storks', 'the storks'],
    ['background to the strike', 'the strike'],
    ['¿Quién es Inés Calder?', 'Inés Calder'],
    ['¿Qué hay detrás de la huelga?', 'la huelga'],
    ['noticias sobre el túnel', 'el túnel'],
    ['cuéntame más sobre Skerry', 'Skerry'],
    ['¿Qué pasó con el transbordador?', 'el transbordador'],
  ])('"%s" asks for background', (typed, on) => {
    expect(readQuestion(typed)).toEqual({ kind: 'background', on });
  });

  it.each(['hello', 'Help!', 'what can I ask?', 'hola', '¡Gracias!', '¿Qué puedo preguntar?'])(
    '"%s" wants to know what can be asked',
    (typed) => {
      expect(readQuestion(typed)).toEqual({ kind: 'help' });
    },
  );

  it.each([
    'Calder',
    'ferry strike',
    'New Vessin',
    'News International',
    'Hoy Island',
    'The Latest Minister',
    'why did the bridge close',
  ])('"%s" means these words', (typed) => {
    expect(readQuestion(typed)).toEqual({ kind: 'words', on: typed });
  });

  it('is understood somehow, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (typed) => {
        expect(['latest', 'help', 'quotes', 'background', 'words']).toContain(readQuestion(typed).kind);
      }),
    );
  });
});
