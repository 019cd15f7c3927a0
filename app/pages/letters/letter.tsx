// One letter: its words as text, its way, and for administrators what went wrong and a way to send it again.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readLetters } from '../../commands/letters/read';
import { resendLetter } from '../../commands/letters/resend';
import { showLetter } from '../../commands/notices/show';
import { isAdministrator } from '../../core/viewer';
import { isOpenLetterbox, letterView } from '../../queries/letters';
import { textFor } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Form } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Columns } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList } from '../../ui/words';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { LetterWords, StateTag } from './letter-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const asked = new URL(args.request.url).searchParams.get('to');
  const to = asked !== null && (await isOpenLetterbox(world, args.context.modes)) ? asked : null;
  const letter = await letterView(world, viewer, { id: args.params.id ?? '', to });
  if (!letter) {
    requireViewer(args);
    throw new Response(null, { status: 404 });
  }
  if (letter.own && letter.text !== null) await showLetter(world, letter.id);
  // Opening it is reading it: nobody but its reader changes anything by this.
  await readLetters(world, viewer, { letterId: letter.id });
  return { locale, letter, origin: world.origin, to, canResend: viewer !== null && isAdministrator(viewer) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const { id } = args.params;
  const sent = await resendLetter(here.world, here.viewer, { letterId: id });
  return sent.ok ? redirect(`/${here.locale}/letters/${id}`) : refusalResponse(here, sent.refusal);
}

export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.letter.subject ?? textFor(data.locale).letterbox.unwritten} — Kenes` : 'Kenes' },
  { name: 'robots', content: 'noindex' },
];

export default function Letter() {
  const { locale, letter, origin, to, canResend } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.letterbox;
  const when = (instant: number) => (
    <time dateTime={new Date(instant).toISOString()}>{dayAndTime(locale, instant)}</time>
  );
  const back = `/${locale}/letters${to ? `?to=${encodeURIComponent(to)}` : ''}`;
  const waits = letter.state === 'waiting' && letter.attempts > 0;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: back, label: say.letter.crumbs }]} />}
        title={letter.subject ?? say.unwritten}
        titleLang={letter.subject ? letter.locale : undefined}
        meta={<StateTag t={t} state={letter.state} />}
      />
      <Refused t={t} refused={refused} />
      <Columns
        asideLabel={say.letter.state}
        aside={
          <>
            <DefinitionList
              items={[
                { term: say.letter.to, value: <span className="code">{letter.email}</span> },
                { term: say.letter.written, value: when(letter.at) },
                ...(letter.sentAt && letter.state === 'sent'
                  ? [{ term: say.letter.sent, value: when(letter.sentAt) }]
                  : []),
                { term: say.letter.state, value: say.statesText[letter.state] },
                { term: say.letter.language, value: t.frame.languageNames[letter.locale] },
                ...(canResend && letter.attempts > 0 ? [{ term: say.letter.tries, value: letter.attempts }] : []),
                ...(canResend && waits ? [{ term: say.letter.next, value: when(letter.nextAt) }] : []),
                ...(canResend && letter.error
                  ? [{ term: say.letter.error, value: <span className="code">{letter.error}</span> }]
                  : []),
              ]}
            />
            {canResend && letter.state === 'failed' ? (
              <Form>
                <div>
                  <SubmitButton busy={say.letter.resending}>{say.letter.resend}</SubmitButton>
                </div>
              </Form>
            ) : null}
          </>
        }
      >
        <Card>
          {letter.withheld ? (
            <Alert tone="info">
              <p>{say.withheld}</p>
            </Alert>
          ) : letter.text ? (
            <LetterWords text={letter.text} origin={origin} lang={letter.locale} />
          ) : (
            <Alert tone="info" title={say.unwritten}>
              <p>{say.unwrittenText}</p>
            </Alert>
          )}
        </Card>
      </Columns>
    </>
  );
}
