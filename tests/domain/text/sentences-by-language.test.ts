import { describe, expect, it } from 'vitest';
import { findSentences } from '../../../src/domain/text/sentences.ts';

/** Sentences of invented news, as they are to be told apart. */
const CASES: readonly (readonly [language: string, ...sentences: string[]])[] = [
  ['de', 'Sie ist u. a. Mitglied der 2. Kammer.', 'Dr. Voss sagte, das koste 30 Mio. Kronen.', 'Wer zahlt?'],
  ['es', 'El Sr. Solano viajó a EE. UU. el 3 de mayo.', '¿Quién paga?', '«Nadie», dijo.'],
  ['fr', 'M. Arnaud est arrivé le 3 mai.', 'Mme Roux a dit : « Nous partons. »', 'Qui paie ?'],
  [
    'ru',
    'Мост построили в 2019 г. за 30 млн руб. и открыли.',
    'По словам А. С. Ветрова, ремонт займет два года.',
  ],
  [
    'uk',
    'На вул. Портовій рух зачинено.',
    'Міст збудували за 30 млн грн. у 2019 р. і відкрили.',
    'Хто заплатить?',
  ],
  ['ar', 'قال د. سالم إن الجسر أغلق يوم الاثنين.', 'متى يفتح؟', 'لا أحد يعرف.'],
  ['hi', 'डॉ. आशा ने सोमवार को कहा कि पुल बंद रहेगा।', 'पुल कब खुलेगा?', 'किसी को नहीं पता।'],
  ['zh', '市议会周一决定关闭大桥。', '“我们不能再等了。”市长说。', '什么时候开放？', '没有人知道。'],
  ['ja', '市議会は月曜日に橋を閉鎖した。', '「もう待てない。」と市長は述べた。', '修理費は3.5億円に上る。'],
];

describe('the sentences of a language', () => {
  it.each(CASES)('are told apart in %s', (language, ...sentences) => {
    const text = sentences.join(language === 'zh' || language === 'ja' ? '' : ' ');
    expect(findSentences(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  it('hold two initials together, though the second may be a word', () => {
    const text = 'The port belongs to T. A. Moss. A ferry sails there.';
    expect(findSentences(text, 'en')).toHaveLength(2);
  });
});
