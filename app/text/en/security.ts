// The page on security: what is promised and how one checks it, against whom, what is not promised, and how to tell of a weakness.
export const security = {
  title: 'Security',
  lead: 'What Kenes promises, how you check each promise yourself, against whom it holds, and what nobody should rely on.',
  jump: 'On this page',
  promises: {
    title: 'What is promised, and how you check it',
    what: 'Promise',
    how: 'How you check it',
    run: 'In a checkout of the same version:',
    items: {
      record: {
        what: 'Nobody changes, removes or reorders unseen what was done: not an official, not an administrator, not whoever holds the database.',
        how: 'Every day is signed and published. Keep a statement, or follow the register by letter, and check the published files.',
      },
      days: {
        what: 'A last day is not moved quietly: every day by which something is owed carries its reasons, and the day that was shown before stays beside a corrected one.',
        how: 'Open the reasons beside any last day, or count it yourself with the calculator.',
      },
      private: {
        what: 'A private appeal is read by its parties and by officials of the body that owes the answer; by nobody else, administrators included.',
        how: 'Who may do what is one table, and a test tries every act as every role.',
      },
      surveys: {
        what: 'Nobody learns who gave which answer in a trust survey, even with the whole database, every backup and every log.',
        how: 'The method says how. A program plays the insider, and you can run it.',
      },
      figures: {
        what: 'Every published figure can be counted again from published files.',
        how: 'Take the open data and count.',
      },
      personal: {
        what: 'Words and files are looked through for personal numbers, telephones and addresses before everybody can read them. On a lawful request personal data is erased, and every proof stays valid.',
        how: 'Each erasure stands on the public record with who asked, who decided and why.',
      },
      accounts: {
        what: 'Guessing is slowed, passwords that were leaked or are easy to guess are refused, a new way of signing in is told by letter, and no answer tells whether an address has an account.',
        how: 'Look through your browsers and ways of signing in, and turn on the second step there.',
      },
      alone: {
        what: 'Pages load nothing from other sites, work without scripts, and no program of another site can read what is yours.',
        how: 'Look at what your browser loads. Every answer carries a strict policy.',
      },
      files: {
        what: 'A file is taken only if it is what its name says; nothing in it is run here, and it comes back as a download.',
        how: 'Tests send bombs, disguised files and endless ones to every form that takes files.',
      },
    },
  },
  against: {
    title: 'Against whom',
    lead: 'For each of them: what they can’t do, and what remains possible.',
    who: 'Who',
    cannot: 'What they can’t do',
    can: 'What remains possible',
    items: {
      visitor: {
        who: 'A visitor without an account',
        cannot:
          'Read what is not public, learn who has an account, send forms in somebody’s name, bring the site down with one large file.',
        can: 'Read and copy everything that is public.',
      },
      ngo: {
        who: 'A person or NGO with an account',
        cannot:
          'Read other people’s private cases, act for an organisation that they do not represent, answer a survey twice, flood a body with a program.',
        can: 'File many appeals by hand within the limits.',
      },
      official: {
        who: 'An official',
        cannot: 'Act at a body where they hold no office, change an answer that was given, hide a missed day.',
        can: 'Read the private cases of their own body and copy what they read.',
      },
      head: {
        who: 'The head of a body',
        cannot: 'Stop a legal clock, choose which cases count, read who criticised the body in a survey.',
        can: 'Appoint who answers, and contest how a case is counted, in public.',
      },
      administrator: {
        who: 'An administrator',
        cannot: 'Read private cases, change the record, erase anything alone: a second person decides.',
        can: 'Give and end offices. Every change names who made it.',
      },
      operator: {
        who: 'Whoever runs the machines and the database',
        cannot:
          'Rewrite a day that was signed without everybody finding it who kept a statement; read who answered what; read passwords.',
        can: 'Read private cases, letters and accounts in the database, stop the site, and read answers of a survey as they arrive if they take its seal from the running machine.',
      },
      network: {
        who: 'Somebody on the network',
        cannot:
          'Read or change what goes between your browser and the site, or letters between us and the mail server.',
        can: 'See that you visit the site, and how much is loaded.',
      },
      laptop: {
        who: 'Whoever finds a lost laptop',
        cannot:
          'Change the password or the second step without the present password; stay signed in after you ended the session from elsewhere.',
        can: 'Act as you until then, at most thirty days without use and ninety in all. Ask for a link by e-mail elsewhere and end the session there.',
      },
    },
  },
  not: {
    title: 'What is not promised',
    items: {
      operators:
        'That whoever runs the machines can’t read what stands in the database unsealed. Choose who runs Kenes as you would choose an archive.',
      words:
        'That words typed into a survey or a comment name nobody: what you write about yourself may tell who you are.',
      copies: 'That what was public once can be taken back everywhere: others may have kept it.',
      viruses: 'That attachments are free of viruses. Open them as you would open any file from a stranger.',
      second: 'That everybody signs in with two steps. Each person chooses; people who sign for a body should.',
      mail: 'That e-mail is private on its way from our mail server to yours. Letters carry no private text, but some carry links that sign in once.',
    },
  },
  checklist: {
    title: 'The checklist',
    text: 'The standard OWASP ASVS, edition 5.0.0, lists what a careful application does. Every requirement of its first and second level stands in the repository, with the test behind it or with the reason why it is not met.',
    counts: 'Met: 166. Partly: 18. Not met: 7. Not applicable: 62.',
    open: 'Most of what is open belongs to whoever runs the site: encryption at the proxy, keeping of logs, looking for viruses. Of ours, the second step is asked only of those of whom an administrator asks it, and a link by e-mail may be opened on another device than the one that asked for it.',
    where: 'Folder',
  },
  made: {
    title: 'What Kenes is made of',
    text: 'Every package with its version and licence. Versions are pinned with their hashes; a known weakness that can be reached from outside is closed within three days.',
    list: 'List of packages and licences',
    bill: 'Bill of materials, in a checkout of the same version:',
  },
  report: {
    title: 'Tell us of a weakness',
    text: 'Please try it on a copy of your own, which has an invented country in it, and never on real cases. Say what you did and what you saw. You get an answer within three working days.',
    to: 'Write to:',
    file: 'The same for programs',
    none: 'Whoever runs this site has not yet named an address for this. Tell an administrator.',
  },
} as const;
