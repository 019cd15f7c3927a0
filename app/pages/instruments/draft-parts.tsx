// The parts of a draft's page: its pages with what is asked on each, what may be added, its own scales.
import { ITEM_KINDS } from '../../../guide/schema';
import type { EditorView } from '../../queries/instrument-draft';
import type { Locale, Text } from '../../text';
import { LinkButton, SubmitButton, type Weight } from '../../ui/button';
import { Field, Select } from '../../ui/field';
import { Hidden } from '../../ui/form';
import { Card, Section, Stack } from '../../ui/layout';
import { EmptyState, Muted, Tag } from '../../ui/words';
import { itemName } from './fields';
import { draftAddress } from './working';

export type Scene = { t: Text; locale: Locale; view: EditorView };

type ActProps = { view: EditorView; values: Record<string, string>; label: string; about: string; weight?: Weight };

/** One press that changes the draft; `about` names the thing for those who only hear the button. */
function Act({ view, values, label, about, weight = 'quiet' }: ActProps) {
  return (
    <form method="post">
      <Hidden values={{ ...values, version: String(view.version) }} />
      <SubmitButton weight={weight} size="small">
        {label}
        <span className="unseen">: {about}</span>
      </SubmitButton>
    </form>
  );
}

type MoveProps = { scene: Scene; what: 'page' | 'item'; id: string; name: string; at: number; of: number };

function Moves({ scene: { t, view }, what, id, name, at, of }: MoveProps) {
  const say = t.instruments.draft;
  const move = (to: 'up' | 'down', label: string) => (
    <Act view={view} values={{ intent: `move_${what}`, [what]: id, to }} label={label} about={name} />
  );
  return (
    <div className="part-acts">
      {at > 0 ? move('up', say.up) : null}
      {at < of - 1 ? move('down', say.down) : null}
      <Act view={view} values={{ intent: `remove_${what}`, [what]: id }} label={say.remove} about={name} />
    </div>
  );
}

function Items({ scene, page }: { scene: Scene; page: EditorView['draft']['pages'][number] }) {
  const { t, locale, view } = scene;
  const say = t.instruments.draft;
  if (page.items.length === 0) return <Muted>{say.noItems}</Muted>;
  return (
    <ol className="part-list">
      {page.items.map(({ item: id, when }, at) => {
        const name = itemName(t, view, locale, id);
        const kind = view.words.kinds.find((one) => one.id === view.draft.items[id]?.kind);
        return (
          <li key={id} id={id}>
            <div>
              <a href={`${draftAddress(locale, view.id)}/items/${id}`}>{name}</a>
              <div className="part-marks">
                <Muted>{kind?.name}</Muted>
                {view.draft.required.includes(id) ? <Tag>{say.required}</Tag> : null}
                {when ? <Tag>{say.conditional}</Tag> : null}
                {view.known.includes(id) ? <Tag tone="brand">{say.known}</Tag> : null}
              </div>
            </div>
            <Moves {...{ scene, id, name, at }} what="item" of={page.items.length} />
          </li>
        );
      })}
    </ol>
  );
}

/** A question of the bank, or one of one's own, at the end of a page. */
function AddItem({ scene: { t, view }, page }: { scene: Scene; page: string }) {
  const say = t.instruments.draft;
  const constructs = [...new Set(view.bank.map(({ construct }) => construct))];
  return (
    <div className="part-add">
      {view.bank.length > 0 ? (
        <form method="post">
          <Hidden values={{ intent: 'take_item', page, version: String(view.version) }} />
          <Select
            name="item"
            id={`take-${page}`}
            label={say.take}
            hint={say.takeHint}
            empty={say.takeEmpty}
            groups={constructs.map((construct) => ({
              label: construct,
              options: view.bank
                .filter((one) => one.construct === construct)
                .map(({ id, name }) => ({ value: id, label: name })),
            }))}
          />
          <SubmitButton weight="secondary" size="small">
            {say.takeButton}
          </SubmitButton>
        </form>
      ) : null}
      <form method="post">
        <Hidden values={{ intent: 'new_item', page, version: String(view.version) }} />
        <Select
          name="kind"
          id={`kind-${page}`}
          label={say.make}
          value={ITEM_KINDS[0]}
          options={view.words.kinds.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton weight="secondary" size="small">
          {say.makeButton}
        </SubmitButton>
      </form>
    </div>
  );
}

export function Pages({ scene }: { scene: Scene }) {
  const { t, locale, view } = scene;
  const say = t.instruments.draft;
  const { draft } = view;
  return (
    <Section title={say.pages} lead={say.pagesLead} id="pages">
      {draft.pages.length === 0 ? <EmptyState title={say.noPages} /> : null}
      <Stack>
        {draft.pages.map((page, at) => {
          const name = say.page(at + 1, draft.texts[locale][`page.${draft.id}.${page.id}.title`] ?? '…');
          return (
            <Card key={page.id} id={page.id} title={name}>
              <div className="part-marks">
                <a href={`${draftAddress(locale, view.id)}/pages/${page.id}`}>{say.editPage}</a>
                {page.when ? <Tag>{say.conditional}</Tag> : null}
                {page.shuffled ? <Muted>{say.shuffled}</Muted> : null}
              </div>
              <Moves {...{ scene, name, at }} what="page" id={page.id} of={draft.pages.length} />
              <Items {...{ scene, page }} />
              <AddItem {...{ scene }} page={page.id} />
            </Card>
          );
        })}
      </Stack>
      <form method="post" className="part-more">
        <Hidden values={{ intent: 'add_page', version: String(view.version) }} />
        <SubmitButton weight="secondary" icon="plus">
          {say.addPage}
        </SubmitButton>
      </form>
    </Section>
  );
}

export function OwnScales({ scene: { t, locale, view } }: { scene: Scene }) {
  const say = t.instruments.draft;
  const own = view.scales.filter(({ own: ofDraft }) => ofDraft);
  return (
    <Section title={say.scales} lead={say.scalesLead} id="scales">
      {own.length > 0 ? (
        <ul>
          {own.map(({ id, name }) => (
            <li key={id}>
              <a href={`${draftAddress(locale, view.id)}/scales/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <form method="post" className="part-scale">
        <Hidden values={{ intent: 'new_scale', version: String(view.version) }} />
        <Field name="from" type="number" width="s" label={say.from} value={1} min={0} />
        <Field name="to" type="number" width="s" label={say.to} value={5} min={1} />
        <SubmitButton weight="secondary" icon="plus">
          {say.newScale}
        </SubmitButton>
      </form>
    </Section>
  );
}

export function DraftLinks({ t, locale, view }: Scene) {
  const say = t.instruments.draft;
  const here = draftAddress(locale, view.id);
  return (
    <>
      <LinkButton href={`${here}/preview`} weight="primary">
        {say.preview}
      </LinkButton>
      <LinkButton href={`${here}/settings`}>{say.settings}</LinkButton>
      <LinkButton href={`${here}/file`} weight="quiet">
        {say.download}
      </LinkButton>
    </>
  );
}
