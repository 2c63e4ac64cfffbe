import { describe, expect, it } from 'vitest';
import { captionOfLine } from '../../../src/domain/article/caption.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';

const paper = (...lines: readonly string[]): string => lines.join('\n\n');

describe('an article as plain text', () => {
  it.each([
    [
      'German',
      paper(
        'Hafen von Port Amity schließt die alte Fährbrücke',
        'Von Ilse Brandt und Jörg Öhm',
        '14. Juni 2023, 10:30 Uhr',
        'Blick auf die Brücke im Mai 2019. Foto: Ada Lind/dpa',
        'PORT AMITY (dpa) – Der Hafenrat von Port Amity hat am Dienstag beschlossen, die alte Fährbrücke zu schließen.',
        '„Wir hatten keine Wahl“, sagte Bürgermeisterin Tora Blix. „Die Pfosten sind verrostet.“',
        'Abonnieren Sie unseren Newsletter',
        'Dieser Artikel erschien zuerst im Küstenblatt.',
      ),
      {
        byline: 'Ilse Brandt und Jörg Öhm',
        publisher: 'Küstenblatt',
        credit: 'Ada Lind/dpa',
        dateline: 'PORT AMITY (dpa)',
      },
    ],
    [
      'Spanish',
      paper(
        'El puerto de Port Amity cierra su viejo muelle',
        'Por Inés Íñiguez',
        '14 de junio de 2023',
        'El muelle en mayo de 2019. (Ada Lind/EFE)',
        'PORT AMITY (EFE).— El consejo del puerto de Port Amity decidió el martes cerrar el viejo muelle de la isla.',
        '«No teníamos otra opción», dijo la alcaldesa Tora Blix.',
        'Síguenos en Telegram y recibe las noticias del puerto.',
        'Este artículo fue publicado originalmente en El Faro y se reproduce con permiso.',
      ),
      { byline: 'Inés Íñiguez', publisher: 'El Faro', credit: 'Ada Lind/EFE', dateline: 'PORT AMITY (EFE)' },
    ],
    [
      'French',
      paper(
        'Le port de Port-Amitié ferme son vieux quai',
        'Par Ada Lind avec AFP',
        'Publié le 14 juin 2023 à 10h30',
        'Le quai en mai 2019. © Jonas Reed / AFP',
        'Le conseil du port a décidé mardi de fermer le vieux quai, mettant fin à quarante ans de traversées vers les îles.',
        '« Nous n’avions pas le choix », a déclaré la maire Tora Blix.',
        'Abonnez-vous à notre newsletter',
        'Cet article a été publié initialement par Le Phare.',
      ),
      { byline: 'Ada Lind', publisher: 'Le Phare', credit: 'Jonas Reed / AFP', dateline: undefined },
    ],
    [
      'Russian',
      paper(
        'Порт Амити закрывает старый причал',
        'Автор: Иван Берегов',
        '14 июня 2023, 10:30',
        'Старый причал в мае 2019 года. Фото: Ада Линд / ТАСС',
        'Совет порта Амити во вторник решил закрыть старый причал, что завершает сорок лет ежедневных переправ на острова.',
        '«У нас не было выбора», — сказала мэр Тора Бликс.',
        'Подписывайтесь на наш канал в Telegram!',
        'Материал впервые опубликован изданием «Маяк».',
      ),
      { byline: 'Иван Берегов', publisher: 'Маяк', credit: 'Ада Линд / ТАСС', dateline: undefined },
    ],
  ])(
    'in %s gives byline, date, credit and first publisher, and keeps its two paragraphs',
    (_name, text, told) => {
      const article = cleanText({ text });
      expect(article.title).toBe(text.split('\n', 1)[0]);
      expect(article.byline).toBe(told.byline);
      expect(article.publishedAt).toMatch(/^2023-06-14/);
      expect(article.image?.credit).toBe(told.credit);
      expect(article.origin?.publisher).toBe(told.publisher);
      expect(article.dateline).toBe(told.dateline);
      expect(article.paragraphs).toHaveLength(2);
    },
  );

  it('gives its bureau to the byline, its permission to the notice, and loses the invitation above', () => {
    const article = cleanText({
      text: `NEWSLETTER: Sign up for our morning briefing\n\nFERRY TO RESUME ON MONDAY\n\nBy JONAS REED and ADA LIND\nCoastal Press\n\n${paper(
        'ELSING, Amitania (CP) — The ferry between Port Amity and the islands will resume on Monday after three weeks, officials said Thursday.',
        'The service was stopped on May 3 after a storm damaged the landing, and two boats were brought to the south harbour.',
        'Originally published in Island Weekly. Reprinted here with permission.',
      )}`,
    });
    expect(article.title).toBe('FERRY TO RESUME ON MONDAY');
    expect(article.byline).toBe('Jonas Reed and Ada Lind');
    expect(article.dateline).toBe('ELSING, Amitania (CP)');
    expect(article.origin?.notice).toBe(
      'Originally published in Island Weekly. Reprinted here with permission.',
    );
    expect(article.paragraphs).toHaveLength(2);
  });

  it.each([
    ['Polish', 'Most w Porcie. Fot. Ada Lind'],
    ['Hungarian', 'A híd télen. Fotó: Ada Lind'],
    ['Bulgarian', 'Мостът през зимата. Снимка: Ada Lind'],
    ['Finnish', 'Silta talvella. Kuva: Ada Lind'],
    ['Norwegian', 'Broen om vinteren. Bilde: Ada Lind'],
  ])('knows a %s caption by how it names its photographer', (_language, line) => {
    expect(captionOfLine(line, { nearTop: false })?.credit).toBe('Ada Lind');
  });
});
