import type { ReactNode } from 'react';
import { Failure, Loading } from './states';

export interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; isError: boolean; refetch: () => unknown };
  lines?: number;
  children: (data: T) => ReactNode;
}

/** What was asked for, once it is there; grey lines before, and what to do if it never comes. */
export function Loaded<T>({ query, lines = 6, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure error={query.error} retry={() => query.refetch()} />;
  return <Loading lines={lines} />;
}
