import { describe, expect, it } from 'vitest';
import { bylineOfLine, cleanByline } from '../../../src/domain/article/byline.ts';

describe('a byline', () => {
  it.each([
    ['By Jonas Reed', 'Jonas Reed'],
    ['by Jonas Reed | Amity Courier', 'Jonas Reed'],
    ['By JONAS REED and ADA LIND', 'Jonas Reed and Ada Lind'],
    ['JONAS REED, Coastal Press | June 14, 2023 | Updated: June 14, 2023 5:46am', 'Jonas Reed'],
    ['Jonas Reed, AP Writer', 'Jonas Reed'],
    ['Jonas Reed, CPX', 'Jonas Reed'],
    ['Analysis by Ada Lind, Science Editor, Island News', 'Ada Lind'],
    ['Ada Lind for the Evening Report', 'Ada Lind'],
    ['Ada Lind in Port Amity', 'Ada Lind'],
    ['Ada Lind Science reporter, Island World Service', 'Ada Lind'],
    ['Jonas Reed CPX News', 'Jonas Reed'],
    ['Jonas Reed, Special for ISLAND TODAY', 'Jonas Reed'],
    ['By | Jonas Reed / Coastal News | June 7, 2023', 'Jonas Reed'],
    ['posted by Jonas Reed', 'Jonas Reed'],
    ['Jonas Reed Fri Jun 7, 2013 2:06pm', 'Jonas Reed'],
    ['April May, June 7, 2013', 'April May'],
    ['By Jonas Reed posted Aug 18th 2010 7:30PM', 'Jonas Reed'],
    ['Jonas Reed on Jun 30, 2014 06.30.14', 'Jonas Reed'],
    ['ADA M. McNEIL Jr.', 'Ada M. McNeil Jr.'],
    ['KIM SANG-HUN', 'Kim Sang-Hun'],
    ['Ada Lind (@adalind)', 'Ada Lind'],
    ['Ada Lind, ada.lind@courier.example', 'Ada Lind'],
    ['Ada van der Meer, Jonas de la Cruz', 'Ada van der Meer, Jonas de la Cruz'],
    ['Ada Lind, Jonas Reed & Ilse Brandt', 'Ada Lind, Jonas Reed & Ilse Brandt'],
    ['Par ADA LIND, JONAS REED Envoyés spéciaux à Port-Amitié', 'Ada Lind, Jonas Reed'],
    ['Von Ilse Brandt und Jörg Öhm', 'Ilse Brandt und Jörg Öhm'],
    ['Por Inés Íñiguez', 'Inés Íñiguez'],
    ['Автор: Иван Берегов, корреспондент', 'Иван Берегов'],
    ['Оксана Гавань', 'Оксана Гавань'],
    ['박해안 기자', '박해안'],
    ['The Associated Press', 'The Associated Press'],
    ['Reuters in Port Amity', 'Reuters'],
  ])('"%s" names %s', (raw, names) => {
    expect(cleanByline(raw)).toBe(names);
  });

  it.each([
    'admin',
    'Staff Reports',
    'Comments',
    'Help',
    'Island Times',
    'CourierNews.com',
    'https://courier.example/authors/ada-lind',
    '12:49 AM, June 7, 2023',
    'PORT AMITY, Amitania –',
    'More from this author',
    'View Author Page',
    'Island Correspondent, New Delhi',
    'Executive Editor',
    'ISLAND TODAY Sports',
  ])('"%s" names nobody', (raw) => {
    expect(cleanByline(raw)).toBeUndefined();
  });
});

describe('a line of text', () => {
  it.each([
    ['By Jonas Reed, Staff Writer', 'Jonas Reed'],
    ['—By Jonas Reed', 'Jonas Reed'],
    ['BY JONAS REED AND ADA LIND', 'Jonas Reed and Ada Lind'],
    ['By Jonas Reed and Ada Lind, E-mail the writers', 'Jonas Reed and Ada Lind'],
  ])('that is a byline names its writers: %s', (line, names) => {
    expect(bylineOfLine(line)?.toLowerCase()).toBe(names.toLowerCase());
  });

  it.each([
    'By Monday evening the council had decided.',
    'By Ada Lind’s own account the pier was lost.',
    'By Wednesday Storm Bertha reached the pier and took half of its planks.',
    'Bystanders saw the pier fall.',
  ])('that only begins like one is story: %s', (line) => {
    expect(bylineOfLine(line)).toBeUndefined();
  });
});
