import type { Story } from '../story.ts';

/** Storm Edda: announced, arrived, counted. */
export const stormStories: readonly Story[] = [
  {
    slug: 'storm-edda-to-reach-coast-on-sunday',
    publishedAt: '2026-06-05T16:10:00Z',
    section: 'Weather',
    headline: 'Storm Edda to reach the coast on Sunday with gusts of 120 km/h',
    standfirst: 'The weather office issues the first red warning in June since records began.',
    byline: 'By Hanne Lorentz',
    paragraphs: [
      'A storm of a kind that usually comes in November will reach Port Aldwick on Sunday morning, the Regional Weather Office said on Friday.',
      '“We have never issued a red warning in June,” said Nils Harket, the office’s chief forecaster. “I checked twice, and then I asked a colleague to check me.”',
      'He expects gusts of up to 120 kilometres an hour between 4 a.m. and 10 a.m. and a tide 1.4 metres above normal. The north quay may be flooded.',
      'Northline Ferries, whose boats sailed again at noon after a three-day strike, will stop once more from Saturday evening. “It is turning into that sort of week,” said Colin Pruett, its spokesman.',
      'Amara Osei, chief engineer of the Harbour Authority, said the Lantern Bridge was in no danger. “Without traffic it weighs less, and it has nothing to do all day but stand there,” she said.',
      'According to Harket, the wind will drop by Sunday noon.',
    ],
  },
  {
    slug: 'storm-edda-floods-north-quay',
    publishedAt: '2026-06-07T11:20:00Z',
    section: 'Weather',
    headline: 'Storm Edda floods north quay; lifeboat brings in crew of seven',
    standfirst: 'Gusts reached 131 km/h. No one was killed.',
    byline: 'By Hanne Lorentz',
    place: 'PORT ALDWICK',
    image: {
      file: 'storm-coast.jpg',
      alt: 'Waves breaking over a lighthouse under a dark sky',
      caption: 'Waves break over the Skerry light on Sunday morning.',
      credit: 'Sanne Vik/Northern Harbour News',
    },
    paragraphs: [
      'Storm Edda drove the sea over Port Aldwick’s north quay on Sunday, tore the roof from a fish hall and threw a coaster on to the Gannet rocks, from which the Skerry lifeboat brought in all seven of her crew.',
      '“Seven people, one dog, no broken bones,” said Bess Tarrant, the lifeboat’s coxswain, at the pier. “The dog was the calmest of us.”',
      'The strongest gust, 131 kilometres an hour, was measured at 6:12 a.m. at the Skerry light. “That is eleven more than I said,” admitted Nils Harket of the Regional Weather Office. “I am not proud of it.”',
      'Some 4,000 homes were without power until noon. The pumps on the north quay, of which half were working, held for two hours.',
      'That half was paid for in 2021, the other half was not. Mayor Helena Marsh, in rubber boots on the quay at seven o’clock, said that she had been reminded of it. “By the engineer,” she said, “and by my boots.”',
      '“I lost the roof, two freezers and a sign,” said Omar Sadiq, the fishmonger. “The sign said Open.”',
      'The coaster, the Belinda, was carrying timber. Her master, Anton Kreuz, thanked the lifeboat crew. “They came through a hole in the weather that I could not see,” he said.',
    ],
    promotion: {
      after: 4,
      line: 'ALSO READ: Storm Edda to reach the coast on Sunday with gusts of 120 km/h',
    },
  },
  {
    slug: 'storm-damage-put-at-eleven-million',
    publishedAt: '2026-06-08T11:05:00Z',
    section: 'City',
    headline: 'Storm damage put at eleven million euros',
    standfirst: 'Half of it is on the north quay, where half of the pumps were dead.',
    byline: 'By Hanne Lorentz',
    image: {
      file: 'harbour.jpg',
      alt: 'Moored fishing boats in front of warehouses in the evening light',
      caption: 'The north quay in calmer times, in a photograph of 3 September 2021.',
      credit: 'Courier archive',
    },
    paragraphs: [
      'Storm Edda did damage of about eleven million euros in Port Aldwick, the city’s treasurer, Mathilde Brook, said on Monday.',
      'Six million of it fell on the north quay, where three of the six pumps did not start. They had been due for replacement in 2021. “Three new pumps would have cost 700,000 euros,” Brook said. “I have nothing to add to those two numbers.”',
      'Amara Osei, the engineer who had asked for all six, was asked whether she felt vindicated. “I feel wet,” she said.',
      'Insurers have received 1,900 claims, among them one for a brass diving helmet that has since been seen in a front garden in Wendbury.',
      'The Regional Weather Office said in a statement that it would add a gauge on the Gannet rocks. “We were eleven kilometres an hour short,” the office said. “We wish to be less surprised.”',
      'Helena Marsh said that the three pumps had been ordered by telephone on Sunday at 7:40 a.m.',
    ],
  },
];
