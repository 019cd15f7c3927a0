// Taking one's right to answer: what is asked, why answers can't be linked, and the one button. With scripts the browser makes the
// credential (ui/credential.js); without, the server makes it and shows it once.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { takeRightWithoutScripts } from '../../commands/waves/take-right';
import { panelView, rightState } from '../../queries/panels';
import { textFor } from '../../text';
import { credentialScript } from '../../ui/assets';
import { LinkButton, SubmitButton } from '../../ui/button';
import { CopyField } from '../../ui/details';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Muted } from '../../ui/words';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireViewer(args);
  const panel = await panelView(world, args.params.panelId ?? '', locale);
  if (!panel) throw new Response(null, { status: 404 });
  const { instrument: _, ...shown } = panel;
  return data(
    { locale, panel: shown, right: await rightState(world, viewer, panel) },
    { headers: { 'cache-control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const taken = await takeRightWithoutScripts(here.world, here.viewer, { panelId: args.params.panelId });
  if (!taken.ok) return refusalResponse(here, taken.refusal);
  return data({ credential: taken.value.credential }, { headers: { 'cache-control': 'no-store' } });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? textFor(loaded.locale).answering.take.title : ''} — Kenes` },
];

export default function Take() {
  const { locale, panel, right } = useLoaderData<typeof loader>();
  const { refused, credential } = (useActionData<typeof action>() ?? {}) as Answered & { credential?: string };
  const t = textFor(locale);
  const say = t.answering;
  const answer = `/${locale}/trust/answer/${panel.panelId}`;
  return (
    <Narrow>
      <PageHead
        crumbs={
          <Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/trust/rights`, label: say.rights.title }]} />
        }
        eyebrow={panel.title}
        title={credential ? say.take.made : say.take.title}
        lead={say.about[panel.direction](panel.body)}
        meta={<Muted>{`${say.until(panel.closesDay)} ${say.takes(panel.minutes)}`}</Muted>}
      />
      <Stack>
        <Refused t={t} refused={refused} />
        {credential ? (
          <Made {...{ t, answer, credential }} />
        ) : panel.stage !== 'open' ? (
          <Alert tone="info">{say.take.notOpen}</Alert>
        ) : right === 'none' ? (
          <Alert tone="info" title={say.take.none}>
            {say.take.noneText}
          </Alert>
        ) : right === 'taken' ? (
          <>
            <Alert tone="info" title={say.take.taken}>
              {say.take.takenText}
            </Alert>
            <FormActions>
              <LinkButton weight="primary" href={answer}>
                {say.take.goOn}
              </LinkButton>
            </FormActions>
          </>
        ) : (
          <TakeForm {...{ t, answer, panelId: panel.panelId, publicKey: panel.publicKey }} />
        )}
        {credential ? null : (
          <Section title={say.take.why}>
            <ul>
              {say.take.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
      <script type="module" src={credentialScript} />
    </Narrow>
  );
}

type Say = { t: ReturnType<typeof textFor>; answer: string };

function TakeForm({ t, answer, panelId, publicKey }: Say & { panelId: string; publicKey: string }) {
  const { take } = t.answering;
  return (
    <form
      className="form"
      method="post"
      data-take=""
      data-panel={panelId}
      data-key={publicKey}
      data-sign={`${answer.replace('/answer/', '/take/')}/sign`}
      data-answer={answer}
    >
      <p>{take.once}</p>
      <noscript>
        <Alert tone="warning" title={take.without}>
          {take.withoutText}
        </Alert>
      </noscript>
      <div data-failed="" hidden role="alert">
        <Alert tone="danger">{take.failed}</Alert>
      </div>
      <FormActions>
        <SubmitButton>{take.button}</SubmitButton>
      </FormActions>
    </form>
  );
}

function Made({ t, answer, credential }: Say & { credential: string }) {
  const { take, counted } = t.answering;
  return (
    <>
      <p>{take.madeText}</p>
      <CopyField
        id="credential"
        label={take.made}
        value={credential}
        copy={t.answering.counted.copy}
        copied={counted.copied}
      />
      <Form action={answer}>
        <Hidden values={{ credential }} />
        <FormActions>
          <SubmitButton>{take.begin}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
