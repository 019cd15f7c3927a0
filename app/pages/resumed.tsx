// Stands above a form that came back from the sign-in: nothing was sent yet, and which files must be chosen again.
import type { Text } from '../text';
import { Alert } from '../ui/notice';
import type { Carried } from './carry';

/** Nothing where the form does not come from the sign-in. */
export function Resumed({ t, resumed }: { t: Text; resumed: Pick<Carried, 'lostFiles'> | undefined }) {
  if (!resumed) return null;
  const words = t.accounts.interrupted.resumed;
  return (
    <Alert tone="warning" title={words.title}>
      <p>{words.text}</p>
      {resumed.lostFiles ? <p>{t.accounts.interrupted.files}</p> : null}
    </Alert>
  );
}
