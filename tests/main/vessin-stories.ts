/** A town's news of a year and a half, all of it invented: threads that go on, namesakes, and what stands alone. */
export type VessinStory = { readonly date: string; readonly title: string; readonly text: string };

const THREADS: readonly VessinStory[] = [
  {
    date: '2024-02-11',
    title: 'Engineers find cracks in Harbour Bridge',
    text: `Engineers have found cracks in two piers of the Harbour Bridge in Vessin, the council said on Monday.

“The cracks are no wider than a coin, but they were not there in autumn,” said Ines Calder, the mayor of Vessin. “We will watch them every week.”

The Harbour Bridge was opened in 1961 and carries 14,000 cars a day.`,
  },
  {
    date: '2024-05-20',
    title: 'Lorries banned from Harbour Bridge as cracks grow',
    text: `Lorries may no longer cross the Harbour Bridge since cracks in its piers have doubled in length, the council of Vessin decided on Monday.

Mayor Ines Calder said the ban would last until the piers had been strengthened. “Nobody likes a detour of nine kilometres,” Calder said. “I like a bridge in the water even less.”

Hauliers said the detour would cost them 300,000 crowns a month.`,
  },
  {
    date: '2024-11-04',
    title: 'Vessin closes Harbour Bridge for good',
    text: `The Harbour Bridge in Vessin was closed for good on Monday after engineers reported that its cracked piers could not be repaired.

Mayor Ines Calder announced a vote on a new bridge for the spring. “We have run out of patches,” she said.

Lorries had been banned from the bridge since May.`,
  },
  {
    date: '2025-04-07',
    title: 'Voters choose tunnel to replace Harbour Bridge',
    text: `Voters in Vessin chose a tunnel rather than a new Harbour Bridge on Sunday, with 54 percent of the votes.

Mayor Ines Calder, who had argued for a bridge, said she would build the tunnel. “I lost the argument, and I can read a number,” Calder said.

The Harbour Bridge was closed in November because of cracks in its piers. The tunnel is to cost 410 million crowns.`,
  },
  {
    date: '2025-05-12',
    title: 'Tunnel under the harbour will cost 90 million more',
    text: `The tunnel that is to replace the Harbour Bridge will cost 500 million crowns, 90 million more than voters in Vessin were told in April, the council's engineers said on Monday.

Mayor Ines Calder called the figure “a bill nobody ordered”. Viktor Holm, who leads the opposition in the council, asked for a new vote.

“Voters chose a tunnel for 410 million crowns,” said Holm. “They did not choose this one.”

The Harbour Bridge was closed in November 2024 after its piers cracked.`,
  },
  {
    date: '2024-07-01',
    title: 'Ines Calder wins rowing race',
    text: `Ines Calder, the mayor of Vessin, won the yearly rowing race of the Orsa club on Sunday with a crew of eight.

“My back will speak to me tomorrow,” Calder said. A brass band played until the evening.`,
  },
  {
    date: '2024-09-09',
    title: 'Ferry crews strike over night shifts',
    text: `Crews of the Wend ferries stopped work on Monday over night shifts that their union calls dangerous.

“Two men on deck in a gale is one man too few,” said Jonas Kell, who speaks for the ferry union. The Wend Line said it would not talk under pressure.`,
  },
  {
    date: '2024-09-16',
    title: 'Ferry strike ends with third man on deck',
    text: `The strike of the Wend ferries ended on Monday after a week: the Wend Line will put a third man on deck at night.

“That is all we asked for,” said Jonas Kell of the ferry union. Islanders had lived on what fishing boats brought them.`,
  },
  {
    date: '2025-03-03',
    title: 'Anna Kell opens library in old customs house',
    text: `Anna Kell, the city librarian of Orsa, opened a library in the old customs house on Monday, with 40,000 books and a view of the cranes.

“We have kept the scales in the hall,” Kell said. “Children weigh their books on them.”`,
  },
  {
    date: '2025-03-10',
    title: 'Кирилл Ветров назначен капитаном порта',
    text: `Кирилл Ветров назначен капитаном порта Весин, сообщил в понедельник городской совет.

«Порт должен работать и ночью», — сказал Ветров. Прежний капитан ушёл на пенсию.`,
  },
  {
    date: '2025-05-19',
    title: 'Viktor Holm asks court for new vote on tunnel',
    text: `Viktor Holm, the leader of the opposition, asked a court in Vessin on Monday to order a new vote on the harbour tunnel, since its price has risen to 500 million crowns.

“A vote on a wrong price is no vote,” Holm said. The court will hear the case in June.

In April voters had chosen the tunnel over a new Harbour Bridge by 54 percent.`,
  },
];

const PLACES = ['Orsa', 'Velden', 'Marrow', 'Tern Island', 'Skarholt', 'Lower Wend', 'Brack', 'Halmby'];
const NOTICES: readonly (readonly [title: string, text: string])[] = [
  [
    'Chess club of {place} wins on last board',
    'The chess club of {place} won its match on Saturday when the youngest player, aged nine, found a mate in three.',
  ],
  [
    'Snow closes schools in {place}',
    'Schools in {place} stayed closed on Tuesday under forty centimetres of snow, and the ploughs came at noon.',
  ],
  [
    'Bakery in {place} sells thousandth wedding cake',
    'A bakery in {place} sold its thousandth wedding cake this week, a tower of almonds with two sugar herons.',
  ],
  [
    'Storks return to {place}',
    'A pair of storks came back to the chimney of the old dairy in {place}, eleven days earlier than last year.',
  ],
  [
    '{place} paints its lamp posts green',
    'Workers painted the ninety lamp posts of {place} green, a colour that pupils had chosen in a survey.',
  ],
  [
    'Choir from {place} sings in the capital',
    'The choir of {place} sang folk songs in the capital on Thursday before an audience of six hundred.',
  ],
];

export const VESSIN_STORIES: readonly VessinStory[] = [
  ...THREADS,
  ...NOTICES.flatMap(([title, text], kind) =>
    PLACES.map((place, at) => ({
      date: `2024-${String(1 + ((kind + at) % 12)).padStart(2, '0')}-${String(3 + kind * 4).padStart(2, '0')}`,
      title: title.replace('{place}', place),
      text: text.replaceAll('{place}', place),
    })),
  ),
];
