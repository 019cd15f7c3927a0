// What a file of a case is called on its page and when it is downloaded: its own name, or where that is hidden a neutral one in the
// reader's language.
import type { CaseFile } from '../../queries/case-files';
import type { Text } from '../../text';

export const fileName = (t: Text, { name, order, extension }: Pick<CaseFile, 'name' | 'order' | 'extension'>): string =>
  name ?? t.case.attachment(order, extension);
