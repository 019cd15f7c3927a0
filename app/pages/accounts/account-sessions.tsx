// Part of the account page: the browsers in which one is signed in, each with a button that ends it.
import type { AccountView } from '../../queries/accounts';
import type { Locale, Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/words';
import { Refused } from '../refused';
import type { Answered } from '../respond';
import { nameAgent } from './agent';

type Props = { t: Text; locale: Locale; account: AccountView; answer: Answered };

function agentText(t: Text, agent: string): string {
  const words = t.accounts.account;
  const { browser, system } = nameAgent(agent);
  if (browser && system) return words.agentOn(browser, system);
  return browser ?? system ?? words.unknownAgent;
}

export function Sessions({ t, locale, account, answer: { refused } }: Props) {
  const words = t.accounts.account;
  const others = account.sessions.some(({ current }) => !current);
  return (
    <Section title={words.sessions} id="sessions">
      <Stack>
        <Refused t={t} refused={refused} />
        <Table
          caption={words.sessionsCaption}
          captionHidden
          columns={[
            { key: 'agent', label: words.agent },
            { key: 'seen', label: words.seen },
            { key: 'begun', label: words.begun },
            { key: 'act', label: words.act, width: 'fit' },
          ]}
          rows={account.sessions.map(({ id, agent, seenAt, createdAt, current }) => {
            const name = agentText(t, agent);
            return {
              id,
              cells: {
                agent: name,
                seen: dayAndTime(locale, seenAt),
                begun: dayAndTime(locale, createdAt),
                act: current ? (
                  <Tag tone="good">{words.thisOne}</Tag>
                ) : (
                  <form method="post">
                    <Hidden values={{ intent: 'revoke', sessionId: id }} />
                    <SubmitButton weight="quiet" size="small">
                      {words.revokeOf(name)}
                    </SubmitButton>
                  </form>
                ),
              },
            };
          })}
        />
        {others ? (
          <form method="post">
            <Hidden values={{ intent: 'revoke', sessionId: 'others' }} />
            <FormActions>
              <SubmitButton weight="secondary">{words.revokeOthers}</SubmitButton>
            </FormActions>
          </form>
        ) : null}
      </Stack>
    </Section>
  );
}
