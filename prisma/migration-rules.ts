// What a migration may not do while processes of the release before it read and file (migrations.md): each fault names the statement, why, and what to do
// in its place. Asked by migrate:new of what it wrote, and by the tests of every migration since the first release.

export type Fault = { statement: string; why: string; instead: string };
type Statement = { text: string; allowed: boolean };

const NAME = String.raw`(?:"?public"?\.)?"?([\w]+)"?`;
const BATCHES = 'let a job do it in batches';
const LATER = 'leave it to the release after the next, when nothing reads it any more';
const SMALL = 'the table is locked while every row is read';
const CHECKED = 'add the constraint NOT VALID, and VALIDATE it in a later migration';

/** A statement on a table that was there before, by what it says. `unless`: what makes it harmless. */
const RULES: readonly { says: RegExp; unless?: RegExp; why: string; instead: string }[] = [
  {
    says: /^ALTER TABLE .*\bRENAME\b/,
    why: 'a running release asks for the old name',
    instead: `add under the new name; ${LATER}`,
  },
  { says: /^ALTER TABLE .*\bDROP (COLUMN|CONSTRAINT)\b/, why: 'a running release relies on it', instead: LATER },
  { says: /^DROP (?!INDEX)/, why: 'a running release asks for it', instead: LATER },
  {
    says: /^DROP INDEX\b/,
    unless: /^DROP INDEX CONCURRENTLY\b/,
    why: 'the table is locked',
    instead: 'DROP INDEX CONCURRENTLY, alone',
  },
  {
    says: /\bALTER COLUMN \S+ (SET DATA )?TYPE\b/,
    why: 'every row is written anew under an exclusive lock',
    instead: 'add a column of the new type',
  },
  {
    says: /\bALTER COLUMN \S+ SET NOT NULL\b/,
    why: `${SMALL}, unless a validated check says the same`,
    instead: 'check it NOT VALID, validate, then say so with "-- allowed:"',
  },
  {
    says: /\bADD COLUMN\b[^,]*\bNOT NULL\b(?![^,]*\bDEFAULT\b)/,
    unless: /\bADD COLUMN\b[^,]*\bDEFAULT\b[^,]*\bNOT NULL\b/,
    why: 'a running release writes rows without it',
    instead: 'give it a constant default, or let it be null',
  },
  {
    says: /\bADD COLUMN\b[^,]*\b(DEFAULT (GEN_RANDOM_UUID|RANDOM|CLOCK_TIMESTAMP|NEXTVAL|UUIDV[47])|(BIG|SMALL)?SERIAL\b|GENERATED\b)/,
    why: 'every row is written anew under an exclusive lock',
    instead: `add it without a default; ${BATCHES}`,
  },
  { says: /\bADD CONSTRAINT\b.*\b(CHECK|FOREIGN KEY)\b/, unless: /\bNOT VALID$/, why: SMALL, instead: CHECKED },
  {
    says: /\bADD (CONSTRAINT \S+ )?(UNIQUE|PRIMARY KEY|EXCLUDE)\b/,
    unless: /\bUSING INDEX\b/,
    why: SMALL,
    instead: 'build the index CONCURRENTLY, then add the constraint USING INDEX',
  },
  {
    says: /^CREATE (UNIQUE )?INDEX\b/,
    unless: /^CREATE (UNIQUE )?INDEX CONCURRENTLY IF NOT EXISTS\b/,
    why: 'nobody writes while it is built',
    instead: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS, alone',
  },
  {
    says: /^(UPDATE|DELETE FROM|WITH .*\b(UPDATE|DELETE FROM)\b)/,
    why: 'rows stay locked until the migration ends',
    instead: BATCHES,
  },
  { says: /^(LOCK|TRUNCATE|CLUSTER|VACUUM)\b/, why: 'it locks everybody out', instead: 'do without it' },
  {
    says: /^(REINDEX|REFRESH MATERIALIZED VIEW)\b/,
    unless: /\bCONCURRENTLY\b/,
    why: 'it locks everybody out',
    instead: 'CONCURRENTLY, alone',
  },
];

/** What breaks a rule in the SQL of one migration, in its order; nothing where all is well. */
export function migrationFaults(sql: string): Fault[] {
  const statements = statementsOf(sql);
  const made = new Set(
    statements.flatMap(({ text }) => new RegExp(`^CREATE TABLE (?:IF NOT EXISTS )?${NAME}`, 'i').exec(text)?.[1] ?? []),
  );
  const old = statements.filter(({ text, allowed }) => !allowed && !made.has(tableOf(text) ?? ''));
  const fault = (text: string, why: string, instead: string): Fault => ({
    statement: text.slice(0, 120),
    why,
    instead,
  });
  const faults = old.flatMap(({ text }) => {
    const said = outsideQuotes(text);
    return RULES.filter(({ says, unless }) => says.test(said) && !unless?.test(said)).map(({ why, instead }) =>
      fault(text, why, instead),
    );
  });
  const alone = /^-- alone: \S/.test(sql);
  for (const { text } of statements)
    if (/\bCONCURRENTLY\b/.test(outsideQuotes(text)) && (!alone || statements.length !== 1))
      faults.push(
        fault(text, 'it can not be in a transaction', 'make it the only statement, under a first line "-- alone: why"'),
      );
  const [first] = statements;
  if (alone && first && !/\bCONCURRENTLY\b/.test(outsideQuotes(first.text)))
    faults.push(fault(first.text, 'alone, nothing undoes it when it fails', 'take the line "-- alone:" away'));
  const altered = old.filter(({ text }) => /^ALTER TABLE\b/i.test(text));
  const tables = [...new Set(altered.flatMap(({ text }) => tableOf(text) ?? []))];
  if (tables.length > 1)
    faults.push(
      fault(tables.join(', '), 'the first stays locked while the second is waited for', 'a migration for each table'),
    );
  const validated = altered.find(({ text }) => /\bVALIDATE CONSTRAINT\b/i.test(text));
  if (validated && altered.some(({ text }) => /\bNOT VALID$/i.test(text)))
    faults.push(
      fault(
        validated.text,
        'the lock of adding it is held while every row is read',
        'validate in a migration of its own',
      ),
    );
  return faults;
}

function tableOf(text: string): string | null {
  const named = new RegExp(
    `^(?:ALTER TABLE (?:IF EXISTS )?(?:ONLY )?|CREATE (?:UNIQUE )?INDEX .*? ON (?:ONLY )?|UPDATE (?:ONLY )?|DELETE FROM (?:ONLY )?|TRUNCATE (?:TABLE )?|LOCK (?:TABLE )?)${NAME}`,
    'i',
  );
  return named.exec(text)?.[1] ?? null;
}

/** Without texts in quotes and bodies of functions, in capitals. */
const outsideQuotes = (text: string): string =>
  text
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .toUpperCase();

const PIECE = /--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|"[^"]*"|;|[^;'"$/-]+|[\s\S]/g;

/** Statement by statement, on one line each, without comments; `allowed` where a comment of its own says why it may be. */
function statementsOf(sql: string): Statement[] {
  const found: Statement[] = [];
  let text = '';
  let allowed = false;
  const end = () => {
    const plain = text.replaceAll(/\s+/g, ' ').trim();
    if (plain) found.push({ text: plain, allowed });
    text = '';
    allowed = false;
  };
  for (const [piece] of sql.matchAll(PIECE)) {
    if (piece === ';') end();
    else if (piece.startsWith('--')) allowed ||= /^-- allowed: \S.{10,}/.test(piece);
    else if (!piece.startsWith('/*')) text += piece;
  }
  end();
  return found;
}
