// Following rounds, topics, bodies and regions.
export const follows = {
  follow: 'Follow',
  unfollow: 'No longer follow',
  title: 'What you follow',
  lead: 'A letter comes when a round that you follow, or one of such a topic, body or region, opens, moves its last day or publishes its outcome.',
  none: 'You follow nothing yet. A round’s page, a body’s page and the list below have buttons for it.',
  what: { round: 'Round', topic: 'Topic', body: 'State body', region: 'Region' },
  more: 'Follow a topic or a region',
  topic: 'Topic',
  region: 'Region',
  choose: 'Choose',
  body: 'Follow the rounds of this body',
  bodyNoMore: 'No longer follow the rounds of this body',
} as const;
