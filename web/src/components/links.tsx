import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { ArrowLeftIcon } from './icons';

/** A link that looks like a button: it goes somewhere, so it stays a link. */
export const LinkButton = createLink(Button);

const BackAnchor = styled('a')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 'var(--target)',
  marginBottom: 8,
  textDecoration: 'none',
  '&:hover': { textDecoration: 'underline' },
});

/** The way back, above a page's heading: names the page it leads to. */
export const BackLink = createLink(function Back({ children, ...rest }: ComponentPropsWithRef<'a'>) {
  return (
    <BackAnchor {...rest}>
      <ArrowLeftIcon />
      {children}
    </BackAnchor>
  );
});
