// The lines that put a card into another site's page, to be copied, and the card itself as it looks.
import type { Locale, Text } from '../../text';
import { CopyField, Details } from '../../ui/details';
import { Stack } from '../../ui/layout';

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const attribute = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

/** `path`: 'bodies/social'; `name`: what the card is about. `height`: of the card at 320 px with a long name. */
type Props = { t: Text; locale: Locale; origin: string; path: string; name: string; height: number };

export function EmbedSnippet({ t, locale, origin, path, name, height }: Props) {
  const say = t.embeds;
  const address = `/${locale}/embed/${path}`;
  return (
    <Details summary={say.title} id="embed">
      <Stack>
        <p>
          {say.lead} <a href={address}>{say.look}</a>
        </p>
        <CopyField
          id="embed-html"
          label={say.html}
          value={`<iframe src="${attribute(origin + address)}" title="${attribute(`Kenes: ${name}`)}" width="100%" height="${height}" loading="lazy" style="border:0;max-width:560px"></iframe>`}
          copy={say.copy}
          copied={say.copied}
        />
      </Stack>
    </Details>
  );
}
