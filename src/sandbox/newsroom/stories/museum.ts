import type { Story } from '../story.ts';

/** The Gannet chronometer: gone, sought, found. */
export const museumStories: readonly Story[] = [
  {
    slug: 'chronometer-stolen-from-maritime-museum',
    publishedAt: '2026-06-03T16:45:00Z',
    section: 'Culture',
    headline: 'Thieves take the Gannet chronometer from Maritime Museum',
    standfirst: 'The clock that survived two shipwrecks vanished between two rounds of the night guard.',
    byline: 'By Clara Winther',
    image: {
      file: 'museum.jpg',
      alt: 'A columned museum with an anchor on the lawn in front of it',
      caption: 'The Maritime Museum was founded in 1887 by a widow and a harbour pilot.',
      credit: 'Ivo Brandt/The Aldwick Courier',
    },
    paragraphs: [
      'The Gannet chronometer, the most valuable piece of the Maritime Museum’s collection, was stolen on Tuesday night between two rounds of the guard.',
      '“It lay in its case at eleven, and at one the case held a potato,” said Felix Thornbury, the museum’s director. “A potato of about the right weight.”',
      'The brass clock, made in 1794, went down with two ships and was raised with both. It is insured for 850,000 euros and could not be sold openly, according to Thornbury.',
      'Detective Inspector Siobhan Reilly, who leads the investigation, said that there was no sign of a break-in. “Whoever it was knew the rounds, the case and the clock,” she said. “It is a short list, and I intend to make it shorter.”',
      'The museum’s glass cases have an alarm that is set off by a change of weight. Reilly declined to say how many people knew of it.',
      '“Eleven,” said Thornbury. “And everyone who has taken the Thursday tour.”',
    ],
  },
  {
    slug: 'museum-guard-questioned-over-chronometer',
    publishedAt: '2026-06-05T09:25:00Z',
    section: 'Culture',
    headline: 'Night guard questioned over chronometer, then released',
    standfirst: 'Police follow the potato to a stall in the fish market.',
    byline: 'By Clara Winther',
    paragraphs: [
      'Police questioned a night guard of the Maritime Museum for six hours about the theft of the Gannet chronometer and released him on Friday morning without charge.',
      '“He was helpful, and he was very tired,” said Detective Inspector Siobhan Reilly. “He is a witness.”',
      'A police spokesman said in a statement that officers were now trying to find out where the potato left in the display case had been bought. It is of a variety called Skerry Blue, grown by four farms and sold by one stall in the old town.',
      '“I sell two hundred kilos a day,” said Omar Sadiq, whose fish stall has carried them since the spring. “I do not ask people what they want to weigh.”',
      'The museum’s director, Felix Thornbury, has offered 20,000 euros for the return of the clock. "No questions," he said, "except whether it still goes."',
      'It loses four seconds a day. “It always has,” Thornbury added.',
    ],
  },
  {
    slug: 'gannet-chronometer-found-on-ferry',
    publishedAt: '2026-06-07T17:15:00Z',
    section: 'Culture',
    headline: 'Stolen chronometer found ticking in ferry’s lost property',
    standfirst: 'It lay between two umbrellas and a violin, and it was four seconds slow.',
    byline: 'By Clara Winther',
    image: {
      file: 'ferry.jpg',
      alt: 'A white ferry with a blue funnel leaving a breakwater',
      caption: 'The Guillemot, on whose lost-property shelf the chronometer was found.',
      credit: 'Sanne Vik/Northern Harbour News',
    },
    paragraphs: [
      'The Gannet chronometer, stolen from the Maritime Museum on Tuesday, was found on Sunday on the lost-property shelf of the ferry Guillemot.',
      'It had been handed in before the strike began, wrapped in a tea towel, and nobody had looked. “We have been on strike and then we have had a storm,” said the ferry’s purser, Ida Holm. “The shelf was not my first thought.”',
      'She heard it when the engines stopped. “It ticked,” said Holm. “Umbrellas do not.”',
      'Felix Thornbury, the museum’s director, fetched the clock himself, in a taxi, on his knees. He compared it with his telephone and wept. “Four seconds slow,” he said. “It is ours.”',
      'The reward goes to the purser, who will share it with the crew.',
      'Detective Inspector Siobhan Reilly said that the search for the thief went on. “Somebody got on that boat with a clock and got off it without one,” she said. “People lose umbrellas. They do not lose that.”',
      'It is the third time that the chronometer has been rescued from a ship.',
    ],
  },
];
