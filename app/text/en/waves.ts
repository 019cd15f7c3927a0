// Waves of surveys as those who plan them meet them.
export const waves = {
  title: 'Trust surveys',
  plan: {
    title: 'Plan a wave',
    link: 'Plan a wave',
    lead: 'Who is asked is drawn from facts on the first day: NGOs that had a case or a comment at a body, and officials who had a part in such cases.',
    instrument: 'Questionnaire',
    instrumentHint: 'It is kept as it is now: a later edition changes nothing of what is asked in this wave.',
    titles: { kk: 'Name in Kazakh', ru: 'Name in Russian', en: 'Name in English' },
    openness: 'Who may answer',
    opennessOf: {
      closed: {
        name: 'Those who are invited',
        text: 'One right an NGO and body, one an official. A response rate is published.',
      },
      open: {
        name: 'Everyone with the role',
        text: 'Any representative of an NGO, any official of the body. No response rate exists.',
      },
    },
    body: 'About which body',
    bodyHint: 'An open wave needs one.',
    everyBody: 'Every body with someone to ask',
    round: 'Belongs to a consultation round',
    noRound: 'None',
    opens: 'First day',
    closes: 'Last day',
    closesHint: 'Answers are taken until its end. Nobody can read them before.',
    sealed: 'Results are counted the night after the last day, and published where enough people answered.',
    button: 'Plan the wave',
    beside: {
      title: 'Ask beside the draft',
      lead: 'A few questions with scales, choices or words accompany the draft. Answers are sealed as in every survey; they open with the round.',
      neutral: 'You sign this for these questions in your name; people see by whom.',
    },
  },
  cancel: {
    link: 'Cancel the wave',
    title: (wave: string) => `Cancel: ${wave}`,
    lead: 'What was answered is destroyed unread. The reason is public, in three languages.',
    reasons: { kk: 'Reason in Kazakh', ru: 'Reason in Russian', en: 'Reason in English' },
    button: 'Cancel the wave for good',
    over: 'This wave is over: there is nothing to cancel.',
  },
};
