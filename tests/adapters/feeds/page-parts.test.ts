import { describe, expect, it } from 'vitest';
import type { PageParts } from '../../../src/adapters/feeds/page-parts.ts';
import { extractPage } from '../../../src/adapters/feeds/page-worker.ts';

const PARAGRAPHS = [
  'The harbour council of Port Amity voted on Tuesday to close the old ferry pier, a decision that ends forty years of daily crossings.',
  '“We had no choice,” Mayor Ilse Brandt said. “The posts are rust, and the sea does not wait for us to make up our minds.”',
  'The pier was built in 1983 and repaired twice, the last time after the storm of 2011, which took half of its planks.',
  'Fishermen who met in the harbour on Wednesday said they would ask the county for a new landing place further south.',
];
const HEADLINE = 'Port Amity closes its pier after forty years';

type Page = {
  readonly title?: string;
  readonly head?: string;
  readonly h1?: string;
  readonly top?: string;
  readonly side?: string;
  readonly url?: string;
};

function partsOf({
  title = `${HEADLINE} - Amity Courier`,
  head = '',
  h1 = HEADLINE,
  top = '',
  side = '',
  url,
}: Page): PageParts {
  const body = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  const heading = h1 === '' ? '' : `<h1>${h1}</h1>`;
  const html = `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head>
    <body><nav><a href="/">Home</a></nav><main><article>${heading}${top}${body}</article></main>${side}</body></html>`;
  return extractPage({ html, url: url ?? 'https://www.amitycourier.example/news/pier' });
}

const jsonLd = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const news = (fields: object): object => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  ...fields,
});

describe('the title of a page', () => {
  it.each<[string, Page]>([
    ['without the paper behind it', {}],
    ['without paper and section behind bars', { h1: '', title: `${HEADLINE} | World | Amity Courier` }],
    ['without the paper before it', { h1: '', title: `AmityCourier - ${HEADLINE}` }],
    ['without a way of crumbs before it', { h1: '', title: `Amity Courier » Harbour » ${HEADLINE}` }],
    [
      'without a bullet and the paper',
      {
        h1: '',
        title: `${HEADLINE} • The Amity Courier`,
        head: '<meta property="og:site_name" content="Amity Courier">',
      },
    ],
    ['that the window says twice', { h1: '', title: `${HEADLINE} ${HEADLINE} | Amity Courier` }],
    [
      'as the heading and the window agree, not as it is shared',
      { head: '<meta property="og:title" content="Pier closes">' },
    ],
    [
      'from the head when the heading is the paper’s name',
      { h1: 'Amity Courier', head: `<meta property="og:title" content="${HEADLINE}">` },
    ],
    [
      'from the head when the heading names a section',
      { h1: 'Health Center', title: `${HEADLINE} – AmityCourier` },
    ],
    [
      'with entities that were escaped twice',
      {
        h1: '',
        title: 'x',
        head: `<meta property="og:title" content="${HEADLINE.replace(' after', '&amp;#32;after')}">`,
      },
    ],
    ['from its data alone', { h1: '', title: 'Amity Courier', head: jsonLd(news({ headline: HEADLINE })) }],
  ])('is read %s', (_how, page) => {
    expect(partsOf(page).title).toBe(HEADLINE);
  });

  it('keeps a dash that is its own', () => {
    const title = 'Harbour to pay $5 million for rust - council';
    expect(partsOf({ h1: title, title: `${title} - Amity Courier` }).title).toBe(title);
  });
});

describe('the byline of a page', () => {
  it.each<[string, Page]>([
    ['a string of its data', { head: jsonLd(news({ author: 'By Ada Lind' })) }],
    ['a person of its data', { head: jsonLd(news({ author: { '@type': 'Person', name: 'Ada Lind' } })) }],
    [
      'a list of its data',
      { head: jsonLd(news({ author: [{ '@type': 'Person', name: 'Ada Lind', jobTitle: 'Editor' }] })) },
    ],
    [
      'a reference within a graph',
      {
        head: jsonLd({
          '@graph': [
            news({ author: { '@id': '#ada' } }),
            { '@id': '#ada', '@type': 'Person', name: 'Ada Lind' },
          ],
        }),
      },
    ],
    [
      'data with a line break in a string',
      { head: jsonLd('{"@type":"NewsArticle","description":"a\nb","author":"Ada Lind"}') },
    ],
    ['a meta element', { head: '<meta name="author" content="Ada Lind, Staff Writer">' }],
    ['a link', { top: '<a rel="author" href="/staff/lind">Ada Lind</a>' }],
    ['a property', { top: '<span itemprop="author" itemscope><span itemprop="name">Ada Lind</span></span>' }],
    [
      'a byline with its office',
      { top: '<div class="byline"><span>By Ada Lind</span><span>Science reporter, Island News</span></div>' },
    ],
    [
      'a byline with its date',
      { top: '<p class="article__byline">By <a href="/lind">ADA LIND</a> / Island News / June 7, 2023</p>' },
    ],
    ['a line of its text', { top: '<p>By Ada Lind, Amity Courier</p>' }],
    [
      'the page where the head has the paper',
      { head: '<meta name="author" content="Amity Courier">', top: '<p class="byline">By Ada Lind</p>' },
    ],
    [
      'the page where the head has the publisher, named after its paper',
      {
        head: '<meta property="og:site_name" content="The Courier"><meta name="author" content="Verlag The Courier">',
        top: '<p class="byline">By Ada Lind</p>',
      },
    ],
    ['a link to the pages of a writer', { top: '<div><a href="/reporters/ada-lind">Ada Lind</a></div>' }],
    ['a line with the hour in numbers', { top: '<p class="byline">By ADA LIND 10/ 5/11 09:19 PM ET</p>' }],
    ['a line that begins otherwise', { top: '<ul><li>Article by: ADA LIND ASSOCIATED PRESS</li></ul>' }],
    ['a line with paper and date', { top: '<p>Amity Courier | Ada Lind | June 7, 2023</p>' }],
    [
      'a line with office and date',
      {
        top: '<p><span>ADA LIND AP Sports Writer</span> <span>Published: </span><time>June 7, 2023</time></p>',
      },
    ],
    [
      'a byline in a box with place and date',
      {
        top: '<div><p class="byline">By Ada Lind</p><p><span>PORT AMITY</span> | <span>June 7, 2023</span></p></div>',
      },
    ],
    ['a name that runs into the paper', { top: '<p class="byline">By Ada Lind The Amity Courier</p>' }],
    [
      'a page that is a form as a whole, with its headline in another element',
      {
        h1: '',
        title: HEADLINE,
        top: `<form><div class="Headline">${HEADLINE}</div><span class="byline">Ada Lind</span>${'<p>Ferries ran to the islands from here every hour, in all weathers but the worst.</p>'.repeat(40)}</form>`,
      },
    ],
    [
      'the person beside an agency',
      { head: '<meta name="author" content="Associated Press">', top: '<p class="byline">By ADA LIND</p>' },
    ],
  ])('is read from %s', (_where, page) => {
    expect(partsOf(page).byline).toBe('Ada Lind');
  });

  it('keeps several names before their agency, and one with a nickname', () => {
    const top = '<cite class="byline">By ADA LIND and JONAS REED - AP Harbour Writers | AP</cite>';
    expect(partsOf({ top }).byline).toBe('Ada Lind and Jonas Reed');
    expect(partsOf({ top: '<p class="byline">By Ada (A.M.) Lind</p>' }).byline).toBe('Ada Lind');
  });

  it('names several writers once each', () => {
    const head = jsonLd(
      news({ author: [{ name: 'Ada Lind' }, { name: 'Jonas Reed' }, { name: 'Ada Lind' }] }),
    );
    expect(partsOf({ head }).byline).toBe('Ada Lind, Jonas Reed');
  });

  it('is an agency when nobody is named', () => {
    expect(partsOf({ head: '<meta name="author" content="The Associated Press">' }).byline).toBe(
      'The Associated Press',
    );
  });

  it.each<[string, Page]>([
    [
      'the paper as its author',
      { head: jsonLd(news({ author: { '@type': 'Organization', name: 'Amity Courier' } })) },
    ],
    [
      'the paper as a person',
      {
        head: `<meta property="og:site_name" content="Amity Courier">${jsonLd(news({ author: { '@type': 'Person', name: 'Amity Courier' } }))}`,
      },
    ],
    [
      'an address',
      { head: '<meta property="article:author" content="https://social.example/amitycourier">' },
    ],
    ['authors of comments', { side: '<div class="comments"><span class="author">Pier Lover</span></div>' }],
    [
      'authors of other stories',
      { top: '<aside class="related"><p class="byline">By Jonas Reed</p></aside>' },
    ],
    ['a photographer', { top: '<p class="author">Photo by Jonas Reed</p>' }],
    [
      'the paper with an agency',
      {
        head: '<meta property="og:site_name" content="Le Phare"><meta name="author" content="Le Phare avec CPX">',
      },
    ],
    ['a column with its date', { top: '<p>La Mirada | June 7, 2023</p>' }],
    [
      'the headline of another story with its date',
      {
        top: '<ul><li><a href="/9">White House, islanders spar anew over piers</a><div>Thu, June 7 2023</div></li></ul>',
      },
    ],
    ['a section with its date', { top: '<p>Landing Place | June 7, 2023</p>' }],
    [
      'the writer of a comment within the story',
      {
        side: `<p>${PARAGRAPHS[0]}</p><div><span class="byline">Jonas Reed</span><p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p></div>`,
      },
    ],
    ['a company', { head: '<meta name="author" content="Grupa Morska Fala">' }],
  ])('is none when the page has but %s', (_what, page) => {
    expect(partsOf(page).byline).toBeUndefined();
  });
});

describe('the date of a page', () => {
  it.each<[string, string, Page]>([
    [
      'its data',
      '2023-06-14T08:00:00Z',
      { head: jsonLd(news({ datePublished: '2023-06-14T10:00:00+02:00' })) },
    ],
    ['an element of its head', '2023-06-14', { head: '<meta name="DC.date.issued" content="2023-06-14">' }],
    ['another one, of eight digits', '2023-06-14', { head: '<meta name="pub_date" content="20230614">' }],
    [
      'another one, as C prints it',
      '2023-06-14T09:09:00Z',
      {
        head: '<meta name="REVISION_DATE" content="x"><meta name="date" content="Wed Jun 14 09:09:28 UTC 2023">',
      },
    ],
    [
      'a property',
      '2023-06-14T08:00:00Z',
      { top: '<span itemprop="datePublished" content="2023-06-14T08:00:00Z">today</span>' },
    ],
    [
      'a time near the headline',
      '2023-06-14T08:00:00Z',
      { top: '<time datetime="2023-06-14T08:00:00Z">14 June</time>' },
    ],
    [
      'words near the headline',
      '2023-06-14',
      { top: '<div class="posted-on">Posted on June 14, 2023</div>' },
    ],
    [
      'words with an hour and a zone of the season',
      '2023-06-14T20:35:00Z',
      { top: '<div class="datetime">June 14, 2023 4:35 PM ET</div>' },
    ],
    ['words that nothing calls a date', '2023-06-14', { top: '<p><b>June 14, 2023</b></p>' }],
    [
      'words with their labels',
      '2023-06-14',
      { top: '<div class="time">Date: 14 June 2023 Time: 12:45 PM</div>' },
    ],
    [
      'a time within a line as long as a paragraph',
      '2023-06-14',
      {
        top: '<p>By <a rel="author">Ada Lind</a> for the harbour pages of the Amity Courier, weekend edition | <time datetime="2023-06-14">x</time></p>',
      },
    ],
    [
      'the seconds that it keeps for its scripts',
      '2023-06-14T08:00:00Z',
      { top: '<span class="publish-time" data-publishtime="1686729600000">6/14/23 10:00am</span>' },
    ],
    ['numbers that can be told apart', '2023-06-14', { top: '<span class="time">6/14/23 10:00am</span>' }],
    ['a day and a month of one number', '2023-06-06', { top: '<span class="time">6/6/2023 10:00</span>' }],
    ['words beside a name', '2023-06-14', { top: '<p>News <b>By Ada Lind</b> Jun. 14, 2023 5:16 pm</p>' }],
    ['words in Hungarian', '2023-06-14', { top: '<div class="date">2023. június 14., 11:16</div>' }],
    ['words in Polish', '2023-06-14', { top: '<div class="date">14 czerwca 2023</div>' }],
    [
      'words in Arabic',
      '2023-06-14',
      { top: '<div class="date">الأربعاء، 14 حزيران/يونيو 2023، آخر تحديث 02:21</div>' },
    ],
    ['words in Turkish', '2023-06-14', { top: '<div class="date">14 Haziran 2023 - 10:00</div>' }],
    ['its address', '2023-06-14', { url: 'https://www.amitycourier.example/2023/06/14/pier' }],
    [
      'the next of its statements when the first cannot be true',
      '2023-06-14',
      {
        head: `<meta property="article:published_time" content="0001-01-01T00:00:00Z"><meta name="date" content="2023-06-14">`,
      },
    ],
    [
      'the moment, where another statement gives the day alone',
      '2023-06-14T08:00:00Z',
      {
        head: '<meta name="publish-date" content="2023-06-14"><meta name="date" content="2023-06-14T08:00:00Z">',
      },
    ],
    [
      'what is near the day in its address',
      '2023-06-14T08:00:00Z',
      {
        url: 'https://www.amitycourier.example/2023/06/14/pier',
        head: '<meta name="created" content="2012-02-02T00:00:00Z">',
        top: '<time datetime="2023-06-14T08:00:00Z">x</time>',
      },
    ],
  ])('is read from %s', (_where, date, page) => {
    expect(partsOf(page).published).toBe(date);
  });

  it('is that which opens the first paragraph, where nothing else says it', () => {
    const top =
      '<p>Feb. 23, 2023 -- The council of Port Amity, which had long thought about it, closes the ferry pier.</p>';
    expect(partsOf({ top }).published).toBe('2023-02-23');
  });

  it('is not that of another story, of a comment or of a change', () => {
    const top = '<div class="related-stories"><time datetime="2020-01-01T00:00:00Z">x</time></div>';
    const side = '<ul class="comments"><li><time datetime="2024-01-01T00:00:00Z">x</time></li></ul>';
    expect(partsOf({ top, side }).published).toBeUndefined();
    const both =
      '<time class="updated" datetime="2023-06-15T00:00:00Z">x</time><time datetime="2023-06-14T00:00:00Z">y</time>';
    expect(partsOf({ top: both }).published).toBe('2023-06-14T00:00:00Z');
  });
});

describe('the lead image of a page', () => {
  const OG = '<meta property="og:image" content="https://img.example/2023/pier-1200x630.jpg">';
  const IMG = '<img src="https://img.example/2023/pier-800x600.jpg">';

  it.each<[string, string]>([
    [
      'a figure',
      `<figure>${IMG}<figcaption>The pier in May. <span class="credit">Photo: Ada Lind/Coastal Press</span></figcaption></figure>`,
    ],
    [
      'a figure that loads late',
      `<figure><img data-src="https://img.example/2023/pier.jpg?w=20"><figcaption>The pier in May. (Ada Lind/Coastal Press)</figcaption></figure>`,
    ],
    [
      'a figure with sources',
      `<figure><picture><source srcset="https://img.example/2023/pier.webp 2x"></picture>${IMG}<figcaption>The pier in May. <small class="copyright">© Ada Lind/Coastal Press</small></figcaption></figure>`,
    ],
    [
      'a box',
      `<div class="photo">${IMG}<p class="image-caption">The pier in May.</p><span class="image-credit">(Credit: Ada Lind/Coastal Press)</span></div>`,
    ],
    [
      'a box whose caption holds the picture',
      `<div class="caption">${IMG}<span>The pier in May. Photo: Ada Lind/Coastal Press</span></div>`,
    ],
    [
      'a box of a well-known writing tool',
      `<div class="wp-caption">${IMG}<p class="wp-caption-text">The pier in May. (Ada Lind/Coastal Press)</p></div>`,
    ],
    [
      'a caption with buttons',
      `<figure>${IMG}<figcaption><button>Enlarge</button>The pier in May. <b class="credit">Ada Lind/Coastal Press</b> <b>hide caption</b></figcaption></figure>`,
    ],
    [
      'a picture of another cut',
      '<figure><img src="https://img.example/cut/8812.jpg"><figcaption>The pier in May. / Ada Lind/Coastal Press</figcaption></figure>',
    ],
  ])('has caption and credit from %s', (_where, top) => {
    const { image } = partsOf({ head: OG, top });
    expect(image).toMatchObject({ caption: 'The pier in May.', credit: 'Ada Lind/Coastal Press' });
    expect(image?.url).toBe('https://img.example/2023/pier-1200x630.jpg');
  });

  it.each<[string, string, string]>([
    ['a file without its sizes', 'pier--140x100.jpg', 'pier.jpg'],
    ['a file without its numbers of sizes', 'pier-0-569_308x185.jpg', 'pier-0-593_634x351.jpg'],
    ['a file whose copy has another ending', 'pier8812.jpg.cf.png', 'pier8812.jpg'],
    ['a file whose number is no size', 'pier_0824.jpg?w=150', 'large/pier_0824.jpg'],
    ['what a program is asked for', 'show.ashx?w=10&amp;id=218716', 'show.ashx?id=218716&amp;w=20'],
  ])('is known by %s', (_by, shared, shown) => {
    const head = `<meta property="og:image" content="https://img.example/${shared}">`;
    const other = `<div><img src="https://img.example/other.ashx?id=99999"><p class="caption">A boat.</p></div>`;
    const own = `<div><img src="https://img.example/${shown}"><p class="caption">The pier in May.</p></div>`;
    expect(partsOf({ head, top: other + own }).image?.caption).toBe('The pier in May.');
  });

  it.each<[string, string]>([
    ['ends in a credit', `<div>${IMG}<em>The pier in May. (Ada Lind/Coastal Press)</em></div>`],
    [
      'ends in a labelled one',
      `<table><tr><td>${IMG}</td></tr><tr><td>The pier in May.<br><span>CREDIT: Ada Lind/Coastal Press</span> <a>View full size image</a></td></tr></table>`,
    ],
    [
      'begins with a labelled one',
      `<div>${IMG}<p class="caption">Photo credit: Ada Lind/Coastal Press | The pier in May.</p></div>`,
    ],
    [
      'has its credit quoted',
      `<div>${IMG}<cite>Ada Lind/Coastal Press</cite><p class="targetCaption">The pier in May.</p></div>`,
    ],
    [
      'ends in a credit of another language',
      `<div>${IMG}<span>The pier in May. (fot. Ada Lind/Coastal Press)</span></div>`,
    ],
    [
      'says aloud what it is',
      `<figure>${IMG}<span class="x1"><span class="x2">Image source, </span>Ada Lind/Coastal Press</span><figcaption><span class="x2">Image caption, </span>The pier in May.</figcaption></figure>`,
    ],
    [
      'counts and sells',
      `<figure>${IMG}<figcaption>[1/3]The pier in May. Bild: Ada Lind/Coastal Press Purchase Licensing Rights, opens new tab</figcaption></figure>`,
    ],
    [
      'shares its figure',
      `<figure>${IMG}<div>The pier in May.</div><span class="image_source">Ada Lind/Coastal Press https://pictures.example/1</span></figure>`,
    ],
  ])('has words that nothing calls a caption where what stands beside it %s', (_how, top) => {
    expect(partsOf({ head: OG, top }).image).toMatchObject({
      caption: 'The pier in May.',
      credit: 'Ada Lind/Coastal Press',
    });
  });

  it('has a credit in capitals behind its last sentence', () => {
    const top = `<figure>${IMG}<figcaption>Le quai, à Port-Amitié, le 3 mai. ADA LIND / CPX</figcaption></figure>`;
    expect(partsOf({ head: OG, top }).image).toMatchObject({
      caption: 'Le quai, à Port-Amitié, le 3 mai.',
      credit: 'ADA LIND / CPX',
    });
  });

  it('has the words that repeat what its picture says of itself, where the head names none', () => {
    const top =
      '<div><div><img src="/pier.jpg" alt="The pier in May."></div><div>The pier in May.</div></div>';
    expect(partsOf({ top }).image?.caption).toBe('The pier in May.');
    expect(
      partsOf({ top: '<div><img src="/pier.jpg" alt="Pier"><div>Share this</div></div>' }).image,
    ).toBeUndefined();
  });

  it('has the words of a box that is apart from the story', () => {
    const box = `<div class="foto">${IMG}<p>The pier in May, a week before it was closed, with some of its last passengers waiting.</p></div>`;
    expect(partsOf({ head: OG, top: box }).image?.caption).toMatch(/^The pier in May, .* waiting\.$/);
    const within = `<p>${IMG} The pier was closed on Tuesday.</p>`;
    expect(partsOf({ head: OG, top: within }).image).not.toHaveProperty('caption');
  });

  it.each([
    '<p>Ferry passengers wait on the pier in May. <span class="credit">(Ada Lind / Coastal Press)</span></p>',
    '<p>Ferry passengers wait on the pier in May <span class="credit">(Ada Lind / Coastal Press)</span></p>',
    '<div class="txt">Ferry passengers wait on the pier in May. (Ada Lind / Coastal Press)</div>',
  ])(
    'is one at the top with words and a credit, where the head names one that the page does not show: %s',
    (words) => {
      const top = `<div class="thumb"><div><img src="/boat.jpg" alt="Boat">${words}</div></div>`;
      expect(partsOf({ head: OG, top }).image).toEqual({
        url: 'https://www.amitycourier.example/boat.jpg',
        caption: expect.stringMatching(/^Ferry passengers wait on the pier in May\.?$/),
        credit: 'Ada Lind / Coastal Press',
      });
      expect(partsOf({ head: OG, top: `<div>${IMG}</div>${top}` }).image).not.toHaveProperty('caption');
      const list = `${'<p>Fares stay as they are.</p>'.repeat(30)}<div>${IMG}</div>`;
      expect(partsOf({ head: OG, top, side: list }).image?.url).toBe(
        'https://www.amitycourier.example/boat.jpg',
      );
    },
  );

  it('is known by the name before its sizes', () => {
    const head = '<meta property="og:image" content="https://img.amity.test/turbine/pier-may/400/16x9">';
    const pictureIn = (name: string): string =>
      `<figure><img src="https://img.amity.test/turbine/${name}/600/4x3"><figcaption>The pier in May.</figcaption></figure>`;
    const other =
      '<figure><img src="https://img.amity.test/turbine/boat/187/16x9"><figcaption>A boat.</figcaption></figure>';
    expect(partsOf({ head, top: other + pictureIn('pier-may') }).image?.caption).toBe('The pier in May.');
  });

  it('has no words of the button that enlarges it', () => {
    const top = `<figure>${IMG}<figcaption><span>Enlarge This Image</span> The pier in May.</figcaption></figure>`;
    expect(partsOf({ head: OG, top }).image?.caption).toBe('The pier in May.');
  });

  it('is no portrait of who wrote the story', () => {
    const top = '<div><img src="/lind.jpg" alt="Ada Lind"><p>Ada Lind</p></div>';
    expect(partsOf({ head: OG, top }).image).toEqual({ url: 'https://img.example/2023/pier-1200x630.jpg' });
  });

  it('has the words that lead to a gallery, where they stand with it', () => {
    const gallery = (words: string): string =>
      `<div>${IMG}<p class="caption"><a href="/gallery"><b>View Photo Gallery —</b> ${words}</a></p></div>`;
    expect(partsOf({ head: OG, top: gallery('Passengers wait on the pier in May.') }).image?.caption).toBe(
      'Passengers wait on the pier in May.',
    );
    expect(partsOf({ head: OG, top: gallery('A ferry sinks') }).image).not.toHaveProperty('caption');
    const within = `<div>${gallery('Passengers wait on the pier in May.')}<p>${PARAGRAPHS[0]}</p></div>`;
    expect(partsOf({ head: OG, top: within }).image?.caption).toBe('Passengers wait on the pier in May.');
  });

  it('has its own text, where what stands beside it says that and more', () => {
    const alt = 'FILE - In this May 2 photo, passengers wait on the pier of Port Amity. (Ada Lind/CPX)';
    const top = `<div><img src="https://img.example/2023/pier.jpg" alt="${alt}"><p>Ada Lind, File - ${alt} <a>more</a></p></div>`;
    expect(partsOf({ head: OG, top }).image?.caption).toBe(
      'FILE - In this May 2 photo, passengers wait on the pier of Port Amity.',
    );
  });

  it('has the caption behind the element that shows it, in a box with other pictures', () => {
    const others = '<div><img src="/1.jpg"><img src="/2.jpg"><img src="/3.jpg"><img src="/4.jpg"></div>';
    const top = `<div><div class="top">${IMG}</div><p class="caption">The pier in May.</p>${others}</div>`;
    expect(partsOf({ head: OG, top }).image?.caption).toBe('The pier in May.');
    const boxed = `<div><div class="top">${IMG}</div><div><p class="caption">The pier in May.</p></div>${others}<p>${PARAGRAPHS.join(' ')}</p></div>`;
    expect(partsOf({ head: OG, top: boxed }).image?.caption).toBe('The pier in May.');
  });

  it('keeps a word of its caption that is its credit too', () => {
    const top = `<figure>${IMG}<span class="credit">Amity</span><figcaption>The Amity pier in May.</figcaption></figure>`;
    expect(partsOf({ head: OG, top }).image).toMatchObject({
      caption: 'The Amity pier in May.',
      credit: 'Amity',
    });
  });

  it('has no headlines of other stories for captions', () => {
    const box = `<div><a href="/9"><img src="/9.jpg"></a><div><a href="/9">How To Save a Pier (And Its Last Ferry)</a><cite>By Jonas Reed</cite></div></div>`;
    expect(partsOf({ head: OG, top: box }).image).not.toHaveProperty('caption');
    const top = `<ul><li><figure><img src="/other.jpg"><figcaption><a href="/other">A ferry sinks</a></figcaption></figure></li></ul>`;
    expect(partsOf({ head: OG, top }).image).not.toHaveProperty('caption');
  });

  it('is looked for in a box of which the name says what it has not', () => {
    const story = `<figure>${IMG}<figcaption>The pier in May.</figcaption></figure>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`;
    const side = `<div class="node node-no-sidebar">${story}</div>`;
    expect(partsOf({ head: OG, side }).image?.caption).toBe('The pier in May.');
  });

  it('is the only picture of the story that has words, where the head names one that the page does not show', () => {
    const side =
      '<div class="inset"><img src="/boat.jpg"><p class="caption">A boat below the pier.</p></div>';
    expect(partsOf({ head: OG, side }).image).toEqual({
      url: 'https://www.amitycourier.example/boat.jpg',
      caption: 'A boat below the pier.',
    });
    const far = `<div>${'<p>Fares stay as they are.</p>'.repeat(30)}</div>`;
    expect(partsOf({ head: OG, side: far + side + side }).image).not.toHaveProperty('caption');
  });

  it('has no words of pictures below the top of the story, of other stories or of boxes that share', () => {
    const other =
      '<aside class="related"><figure><img src="/o.jpg"><figcaption>Another pier.</figcaption></figure></aside>';
    const share = '<div class="share"><img src="/s.png"><span class="caption">Share this story</span></div>';
    expect(partsOf({ head: OG, top: other + share }).image).toEqual({
      url: 'https://img.example/2023/pier-1200x630.jpg',
    });
  });

  it('never has the words of another picture when its own is shown without any', () => {
    const top = `<figure>${IMG}</figure><figure><img src="/boat.jpg"><figcaption>A boat.</figcaption></figure>`;
    expect(partsOf({ head: OG, top }).image?.caption).toBeUndefined();
  });
});

describe('the first publisher of a page', () => {
  it('is named wherever a notice stands round the story', () => {
    const side =
      '<section><p><em>Originally published at </em><a href="https://islandlight.example/x">www.islandlight.example</a><em> on June 3, 2023. All rights remain with it.</em></p></section>';
    expect(partsOf({ side }).notice?.publisher).toBe('islandlight.example');
  });

  it.each([
    '<p>Originally published on Wed June 5, 2013 4:19 pm</p>',
    '<div class="comments"><p>This story was first published by Island Light.</p></div>',
  ])('is not told by %s', (side) => {
    expect(partsOf({ side })).not.toHaveProperty('notice');
  });
});

describe('a page that leaves out what browsers fill in', () => {
  const STORY = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const META = `<meta charset="utf-8"><title>${HEADLINE}</title>`;

  it.each([
    ['its head', `<html>${META}<body><h1>${HEADLINE}</h1>${STORY}</body></html>`],
    ['head and body', `<html>${META}<h1>${HEADLINE}</h1>${STORY}</html>`],
    ['html', `<head>${META}</head><body><h1>${HEADLINE}</h1>${STORY}</body>`],
    [
      'what parts head from body',
      `<html><head>${META}</head><script>x</script><body><h1>${HEADLINE}</h1>${STORY}</body></html>`,
    ],
    [
      'the end of what stands before it',
      `<DOCUMENT><TYPE>EX<TEXT><html><head>${META}</head><body><h1>${HEADLINE}</h1>${STORY}</body></html></DOCUMENT>`,
    ],
    ['the end of its body', `<html><head>${META}</head><body><h1>${HEADLINE}</h1></body>${STORY}</html>`],
    [
      'a second body',
      `<html><head>${META}</head><body><h1>${HEADLINE}</h1></body><body>${STORY}</body></html>`,
    ],
  ])('is read all the same without %s', (_what, html) => {
    const { title, text } = extractPage({ html });
    expect(title).toBe(HEADLINE);
    expect(text.split('\n\n').slice(-4)).toEqual(PARAGRAPHS);
  });
});
