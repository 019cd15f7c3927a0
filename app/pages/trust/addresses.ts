// Addresses of the pages of trust.
import type { Locale } from '../../text';

export const waveAddress = (locale: Locale, number: string): string => `/${locale}/trust/waves/${number}`;
export const bodyTrustAddress = (locale: Locale, slug: string): string => `/${locale}/bodies/${slug}/trust`;
