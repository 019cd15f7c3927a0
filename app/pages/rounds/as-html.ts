// Words for a feed.

/** The library writes titles and summaries as HTML; ours are words. */
export const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
