import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { SectionTitle } from '@/components/layout';
import { Notice } from '@/components/notice';

const Block = styled('section')({
  paddingTop: 24,
  borderTop: 'var(--border) solid var(--line)',
  maxWidth: '40rem',
  '& + &': { marginTop: 28 },
  '& > * + *': { marginTop: 12 },
});

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
  return (
    <Block>
      <SectionTitle>{title}</SectionTitle>
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
