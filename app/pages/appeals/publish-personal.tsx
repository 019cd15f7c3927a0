// The word of whoever publishes personal data: asked once such data was found in what they wrote, and kept where it was given.
import type { Text } from '../../text';
import { Checkbox } from '../../ui/choice';
import type { RefusalView } from '../respond';

type Props = { t: Text; refused: RefusalView | undefined; ticked: boolean };

export const PublishPersonal = ({ t, refused, ticked }: Props) =>
  refused?.publishable || ticked ? (
    <Checkbox name="publishPersonal" label={t.personal.publish} hint={t.personal.publishHint} checked={ticked} />
  ) : null;
