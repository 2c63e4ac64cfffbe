import type { Story } from '../story.ts';

/** Aldwick Rovers and the ground that they may have to leave. */
export const roversStories: readonly Story[] = [
  {
    slug: 'rovers-unveil-plans-for-new-stadium',
    publishedAt: '2026-06-02T11:30:00Z',
    section: 'Sport',
    headline: 'Rovers unveil plans for 18,000-seat stadium on old shipyard',
    standfirst: 'The club wants to leave Gull Lane after 104 years.',
    byline: 'By Danny Okafor',
    image: {
      file: 'stadium.jpg',
      alt: 'A small football ground with four floodlights beside the sea',
      caption: 'Gull Lane, home of Aldwick Rovers since 1922.',
      credit: 'Mira Castell/Rovers',
    },
    paragraphs: [
      'Aldwick Rovers want to build an 18,000-seat stadium on the old shipyard and leave Gull Lane, their home for 104 years, the club said on Tuesday.',
      '“I was carried into Gull Lane at three weeks old,” said Dana Whitlock, the club’s chairwoman. “I would stay for ever if the roof would.”',
      'The roof of the east stand was closed in January. Repairing it would cost nine million euros, according to the club; the new ground would cost 52 million, of which the city is asked to lend twenty.',
      'The plan collides with the mayor’s promise of 600 flats on the same land. Helena Marsh called it “an interesting drawing”.',
      'The head coach, Luca Ferrante, whose side won promotion in May, kept out of the argument. “I need a left back,” he said. “After that they can put the grass where they like.”',
      'Supporters gathered at the gates within an hour. “It leaks, it creaks and you cannot see the corner flag,” said Joan Pickersgill, 82, who has held the same season ticket since 1961. “Leave it alone.”',
    ],
  },
  {
    slug: 'adeyemi-signs-new-rovers-contract',
    publishedAt: '2026-06-06T10:00:00Z',
    section: 'Sport',
    headline: 'Captain Adeyemi turns down offers and stays with Rovers',
    standfirst: 'The midfielder signs until 2029 and wants one thing in return.',
    byline: 'By Danny Okafor',
    image: {
      file: 'stadium.jpg',
      alt: 'A small football ground with four floodlights beside the sea',
      caption: 'Joel Adeyemi signed his contract on the centre spot at Gull Lane.',
      credit: 'Mira Castell/Rovers',
    },
    paragraphs: [
      'Joel Adeyemi, the captain who led Aldwick Rovers to promotion, has signed a new contract that keeps him at Gull Lane until 2029.',
      'The 26-year-old midfielder, who scored fourteen goals last season, had offers from two clubs in the first division. "They were good offers," Adeyemi said on Saturday. "But my grandmother sits in row F, and she is not moving."',
      'His grandmother is Joan Pickersgill, the supporter who this week told the club to leave the old ground alone.',
      '"I have been told not to say anything about stadiums," he said, and grinned. "So I will say that row F is a very good row."',
      'Dana Whitlock, the chairwoman, said the captain would have been "worth a new roof" to other clubs. She put the offers at six million euros.',
      'Luca Ferrante, the coach, was relieved. "You can buy a player," he said. "You cannot buy one whom the bus drivers greet."',
    ],
  },
  {
    slug: 'council-splits-over-stadium-loan',
    publishedAt: '2026-06-09T19:45:00Z',
    section: 'Politics',
    headline: 'Council splits over stadium loan, decision put off until July',
    standfirst: 'With 20 votes on either side the new mayor will have the last word.',
    byline: 'By Danny Okafor and Piet Aldous',
    paragraphs: [
      'The city council could not agree on Tuesday whether to lend Aldwick Rovers 20 million euros for a new stadium. With 20 votes for and 20 against, the matter was put off until after the mayoral election.',
      'One councillor was missing: her ferry was late.',
      '“We have spent 4.6 million on a bridge that we should have mended for 4.2,” said Tobias Renn, who voted against. “I should like to mend something on time before we build something new.”',
      'The mayor, Helena Marsh, abstained. She said: “I want flats and I want football. The shipyard is eleven hectares. Somebody here must be able to draw.”',
      'Dana Whitlock, the chairwoman of Rovers, watched from the gallery in a club scarf. “A draw away from home,” she said. “I have known worse.”',
      'The club said in a statement that it would present a smaller plan, for 14,000 seats and 350 flats, before the July sitting.',
    ],
  },
];
