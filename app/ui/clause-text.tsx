// The text of a clause as it was rendered once, when its version was taken: data/documents leaves nothing in it that runs, loads or looks
// like the site's own. Together with ui/drawn the only place where HTML is put as it is.

export const ClauseText = ({ html, lang }: { html: string; lang: string }) => (
  <div className="prose clause-text" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
);
