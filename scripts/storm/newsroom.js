/** A newspaper that prints one story after the other: a feed, and a page for each. All of it is invented. */
import { once } from 'node:events';
import { createServer } from 'node:http';

const PLACES = ['Port Vessin', 'Skerry', 'Lower Marsh', 'Aldwick', 'Tarn', 'Hollin', 'Brede', 'Saltby'];
const THINGS = [
  'ferry',
  'bridge',
  'market',
  'school',
  'library',
  'tram',
  'lighthouse',
  'harbour',
  'orchard',
  'mill',
];
const DEEDS = [
  'reopens',
  'is sold',
  'is repaired',
  'closes early',
  'wins a prize',
  'runs late',
  'gets a new roof',
];
const PEOPLE = [
  'Ada Lund',
  'Rolf Stein',
  'Mathilde Brook',
  'Colin Pruett',
  'Ines Varga',
  'Tomas Reyes',
  'Edda Holm',
];

export async function openNewsroom(chance) {
  const stories = [];
  const server = createServer((request, response) => {
    const page = /^\/story\/(\d+)$/.exec(request.url ?? '');
    if (page !== null) return html(response, stories[Number(page[1])]);
    response.setHeader('content-type', 'application/rss+xml');
    response.end(feedOf(stories, `http://${request.headers.host}`));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    feed: `http://127.0.0.1:${server.address().port}/feed.xml`,
    titles: () => stories.map(({ title }) => title),
    print: () => stories.push(storyBy(chance, stories.length)),
    close: () => server.close(),
  };
}

function storyBy({ pick, between }, number) {
  const [place, thing, deed, person] = [pick(PLACES), pick(THINGS), pick(DEEDS), pick(PEOPLE)];
  const other = pick(PEOPLE);
  return {
    title: `Edition ${number + 1}: the ${thing} of ${place} ${deed}`,
    at: Date.now(),
    paragraphs: [
      `The ${thing} of ${place} ${deed} after ${between(2, 900)} days, the town clerk ${person} told reporters on the quay of ${pick(PLACES)}.`,
      `“We have waited for edition ${number + 1} of this plan longer than for any ${pick(THINGS)},” ${person} said. “It costs ${between(2, 90)} thousand crowns.”`,
      `${other}, who speaks for the shopkeepers of ${pick(PLACES)}, counted ${between(10, 9_000)} signatures against it and ${between(10, 9_000)} in favour.`,
      `The council will vote on the ${pick(THINGS)} and the ${pick(THINGS)} in week ${between(1, 52)}, case number ${between(100_000, 999_999)}.`,
    ],
  };
}

function feedOf(stories, base) {
  const items = stories
    .map((story, number) => ({ ...story, link: `${base}/story/${number}` }))
    .slice(-500)
    .reverse()
    .map(
      ({ title, link, at }) =>
        `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Storm Courier</title>${items.join('')}</channel></rss>`;
}

function html(response, story) {
  if (story === undefined) return response.writeHead(404).end();
  const body = story.paragraphs.map((text) => `<p>${text}</p>`).join('');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  return response.end(
    `<!doctype html><html lang="en"><head><title>${story.title}</title></head><body><article><h1>${story.title}</h1>${body}</article></body></html>`,
  );
}
