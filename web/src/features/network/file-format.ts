export type Format = 'csv' | 'geojson';

/** The server takes no more. */
export const LARGEST = 5 * 1024 * 1024;

/** What a file is, by its name: what browsers say of its type depends on what is installed. */
export function formatOf(name: string): Format | undefined {
  if (/\.csv$/i.test(name)) return 'csv';
  return /\.(geo)?json$/i.test(name) ? 'geojson' : undefined;
}

export const MEDIA_TYPES: Record<Format, string> = { csv: 'text/csv', geojson: 'application/geo+json' };
