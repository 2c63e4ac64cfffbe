import type { Story } from '../story.ts';

/** The race for mayor: the one who is and the one who would be. */
export const electionStories: readonly Story[] = [
  {
    slug: 'marsh-and-renn-open-mayoral-race',
    publishedAt: '2026-06-02T18:00:00Z',
    section: 'Politics',
    headline: 'Marsh and Renn open mayoral race in the shadow of the bridge',
    standfirst: 'Nineteen days before the vote both candidates change their speeches.',
    byline: 'By Piet Aldous',
    image: {
      file: 'council-hall.jpg',
      alt: 'The domed council hall behind a row of plane trees',
      caption: 'The council hall on Market Square, where the mayor’s term ends on 30 June.',
      credit: 'Ivo Brandt/The Aldwick Courier',
    },
    paragraphs: [
      'Both candidates for mayor of Port Aldwick tore up their opening speeches on Tuesday and talked about a crack eleven centimetres long.',
      'Helena Marsh, who has governed the city since 2018, had meant to begin her campaign on the Lantern Bridge. She spoke in the fish market instead. “I wanted to show you the view,” she told some 300 supporters. “You will have to take my word for it.”',
      'Tobias Renn, a councillor for the dock wards and a former crane driver, began his on the wrong side of the water. “It took me ninety minutes to get here,” Renn said in Market Square. “I can see my house.”',
      'He promised a yearly public report on every bridge, quay and pump in the city. Marsh promised 600 flats on the old shipyard.',
      'A poll by the Institute for Regional Research, taken before the bridge was closed, put the mayor at 47 percent and her challenger at 41.',
      '“Polls are weather,” said the mayor. “I have stood in worse.”',
    ],
    promotion: { after: 3, line: 'Follow the election live: join the Courier’s channel on Telegram.' },
  },
  {
    slug: 'candidates-clash-over-letter-in-debate',
    publishedAt: '2026-06-04T20:50:00Z',
    section: 'Politics',
    headline: '“You signed for it”: candidates clash over bridge letter in first debate',
    standfirst: 'Renn produces a receipt; Marsh says that it is not hers.',
    byline: 'By Piet Aldous',
    paragraphs: [
      'A sheet of paper the size of a postcard decided the first debate of the mayoral race on Thursday night.',
      '“This is the receipt for the engineer’s letter,” said Tobias Renn, and held it up to the cameras. “It was stamped in the mayor’s office on 14 May 2024. You signed for it.”',
      '“Somebody in my office did,” Helena Marsh answered. “I get four hundred letters a week, and I do not sign for the post.”',
      'The audience in the Maritime Museum’s lecture hall, borrowed because the council hall was in use for the ferry talks, groaned and clapped in equal parts.',
      'For an hour the two had been polite about rents, parking and pigeons. Renn praised the mayor for the new school on Kestrel Hill; Marsh praised him for having built half the cranes that he now wanted to repaint.',
      'Then came the receipt. “If you did not read it, that is bad,” said the challenger. “If you did, it is worse.”',
      'The mayor said that she had asked the council’s lawyers to find out where the letter had gone. She added: “When I know, you will know, and it will not be on a postcard.”',
      'The second debate is on 16 June.',
    ],
  },
  {
    slug: 'poll-puts-renn-ahead-for-first-time',
    publishedAt: '2026-06-08T06:00:00Z',
    section: 'Politics',
    headline: 'Poll puts Renn ahead of mayor for the first time',
    standfirst: 'The challenger leads by two points; one voter in eight is undecided.',
    byline: 'By Piet Aldous',
    paragraphs: [
      'Tobias Renn has overtaken Mayor Helena Marsh in the race for the council hall, according to a poll published on Monday by the Institute for Regional Research.',
      'It gives the challenger 45 percent and the mayor 43. Twelve percent had not made up their minds. The institute asked 1,004 people between Thursday and Saturday; its margin of error is three points either way.',
      '“That is a tie with a headline,” said Marsh.',
      'Renn said that he would not celebrate “until the last box is counted and the last bus is across”.',
      'Carla Nyberg, who directs the institute, said that the bridge mattered more to voters than rents, schools and the water put together. “Six in ten name it first,” she said. “In February nobody named it at all.”',
      'The turnout, Nyberg expects, will be the highest since 1994. “People are angry, and they are stuck in traffic,” she said. “They have had time to think.”',
    ],
  },
];
