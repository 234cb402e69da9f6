import type { ReactNode } from 'react';
import { Page } from './page';
import { Failure, Loading } from './states';

export interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; isError: boolean; refetch: () => unknown };
  lines?: number;
  /** The title of a page that cannot be shown; inside a page there is one already. */
  title?: string;
  children: (data: T) => ReactNode;
}

/** What was asked for, once it is there; grey lines before, and what to do if it never comes. */
export function Loaded<T>({ query, lines = 6, title, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    const failure = <Failure error={query.error} retry={() => query.refetch()} />;
    return title === undefined ? failure : <Page title={title}>{failure}</Page>;
  }
  return <Loading lines={lines} />;
}
