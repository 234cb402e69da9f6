import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useRef, type ReactNode } from 'react';
import { csrfToken } from '@/lib/api/token';

const Frame = styled('form')({ maxWidth: '26rem', 'dialog &': { maxWidth: 'none' } });

export interface SignOnFormProps {
  /** The page to come back to. */
  next?: string | undefined;
  /** To prove anew who is signed in, instead of signing in. */
  confirm?: boolean;
  /** In a tab of its own, so that this one stays as it is. */
  apart?: boolean;
  /** Whether it is the main act of the screen. */
  main?: boolean;
  onLeave?: () => void;
  /** The words of the button. */
  children: ReactNode;
}

/**
 * The way to the bank's sign-on. The browser itself sends this form and follows the answer to another site; whoever came back is seen
 * to by the pages that the server sends him to.
 */
export function SignOnForm({ next, confirm = false, apart = false, main = false, onLeave, children }: SignOnFormProps) {
  const token = useRef<HTMLInputElement>(null);
  return (
    <Frame
      method="post"
      action="/api/session/sign-on"
      target={apart ? '_blank' : undefined}
      onSubmit={() => {
        // Read at the last moment: signing in replaces it.
        if (token.current !== null) token.current.value = csrfToken() ?? '';
        onLeave?.();
      }}
    >
      <input ref={token} type="hidden" name="_csrf" />
      {next !== undefined && <input type="hidden" name="suite" value={next} />}
      {confirm && <input type="hidden" name="confirm" value="true" />}
      <Button type="submit" variant={main ? 'contained' : 'outlined'} size="large" fullWidth>
        {children}
      </Button>
    </Frame>
  );
}
