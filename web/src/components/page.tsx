import { styled } from '@mui/material/styles';
import { useEffect, useRef, type ReactNode } from 'react';
import { Unbroken } from './unbroken';

const Heading = styled('h1')(({ theme }) => ({ ...theme.typography.h1, scrollMarginTop: 24 }));

const Lead = styled('p')({ marginTop: 8, color: 'var(--ink-soft)', maxWidth: '40rem' });

const Head = styled('div')({ marginBottom: 32, ':root[data-audience="staff"] &': { marginBottom: 20 } });

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '8px 24px',
});

let firstPage = true;

export interface PageProps {
  /** The heading, and the name of the browser's tab. */
  title: string;
  lead?: ReactNode;
  /** Above the heading: where this page belongs, a way back. */
  before?: ReactNode;
  /** Beside the heading: where to look from here, such as another day. */
  tools?: ReactNode;
  children: ReactNode;
}

/**
 * One screen. After a navigation its heading takes the focus, so that keyboard and screen reader start where the eye
 * does. On the very first page the browser's own order holds.
 */
export function Page({ title, lead, before, tools, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} – Guichet`;
  }, [title]);

  useEffect(() => {
    if (firstPage) {
      firstPage = false;
      return;
    }
    // A result on this very page ("Votre rendez-vous est déplacé") may have taken it already.
    const taken = document.activeElement?.closest('main') ?? null;
    if (taken === null) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <>
      {before}
      <Head>
        <Line>
          <Heading ref={heading} tabIndex={-1}>
            <Unbroken text={title} />
          </Heading>
          {tools}
        </Line>
        {lead !== undefined && <Lead>{lead}</Lead>}
      </Head>
      {children}
    </>
  );
}
