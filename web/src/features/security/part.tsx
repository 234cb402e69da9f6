import { styled } from '@mui/material/styles';
import { useRef, type ReactNode } from 'react';
import { SectionTitle } from '@/components/layout';
import { Notice } from '@/components/notice';
import { useFocusKept } from './use-focus-kept';

const Block = styled('section')({
  paddingTop: 24,
  borderTop: 'var(--border) solid var(--line)',
  maxWidth: '40rem',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 12,
  '& + &': { marginTop: 28 },
  '& > h2': { marginBottom: 0 },
  '& > button': { justifySelf: 'start' },
});

/** Buttons of a part, each as wide as its words. */
export const Acts = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 12 });

export const Explain = styled('p')({ color: 'var(--ink-soft)' });

/** What came of the last act in a part. */
export interface Done {
  title: string;
  detail?: string;
}

export interface PartProps {
  title: string;
  done?: Done | undefined;
  children: ReactNode;
}

/** One way of signing in: what it is, how it stands, what can be changed. */
export function Part({ title, done, children }: PartProps) {
  const block = useRef<HTMLElement>(null);
  useFocusKept(block);
  return (
    <Block ref={block}>
      <SectionTitle tabIndex={-1}>{title}</SectionTitle>
      {done !== undefined && <Told {...done} />}
      {children}
    </Block>
  );
}

export function Told({ title, detail }: Done) {
  return (
    <Notice key={title} title={title} focused>
      {detail !== undefined && <p>{detail}</p>}
    </Notice>
  );
}
