// The open data in the words of schema.org, by which catalogues of data sets find it.
import { openLicence, type OpenDataView } from '../../queries/open-data';
import { textFor, type Locale } from '../../text';

export const openStructured = (view: OpenDataView, { origin, locale }: { origin: string; locale: Locale }) => {
  const { openPage, openData } = textFor(locale);
  const url = `${origin}/${locale}/open`;
  const files = view.tables.flatMap(({ files: own }) => own);
  return {
    ...{ '@context': 'https://schema.org', '@type': 'Dataset', '@id': url, url, inLanguage: locale },
    ...{ name: openPage.title, description: openData.lead, license: openLicence.path, isAccessibleForFree: true },
    ...{
      dateModified: new Date(view.createdAt).toISOString(),
      creator: { '@type': 'Organization', name: 'Kenes', url: origin },
    },
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${origin}/open/datapackage.json` },
      ...files.map(({ path, format, bytes }) => ({
        ...{
          '@type': 'DataDownload',
          encodingFormat: format,
          contentUrl: `${origin}/open/${path}`,
          contentSize: `${bytes} B`,
        },
      })),
    ],
  };
};
