import Button, { type ButtonProps } from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

/** The browser's own popover: it closes on Escape and on a click elsewhere, and lies above everything. */
const Sheet = styled('div')({
  position: 'fixed',
  inset: 'auto',
  margin: 0,
  minWidth: '14rem',
  padding: 4,
  color: 'var(--ink)',
  background: 'var(--surface)',
  border: 'var(--border) solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  boxShadow: '0 6px 20px rgb(0 0 0 / 18%)',
});

const Item = styled('button')({
  display: 'block',
  width: '100%',
  minHeight: 'var(--target)',
  padding: '4px 12px',
  textAlign: 'left',
  background: 'none',
  border: 0,
  borderRadius: 4,
  cursor: 'pointer',
  '&:hover, &:focus-visible': { background: 'var(--accent-wash)' },
  '&:focus-visible': { outlineOffset: -3 },
});

export interface MenuItem {
  key: string;
  label: string;
  lang?: string;
  run: () => void;
}

export interface MenuButtonProps {
  label: string;
  children: ReactNode;
  items: readonly MenuItem[];
  variant?: ButtonProps['variant'];
  color?: ButtonProps['color'];
  className?: string;
}

/** A button and the few things behind it. */
export function MenuButton({ label, children, items, variant = 'outlined', color, className }: MenuButtonProps) {
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const toggle = () => {
    const popover = sheet.current;
    const box = button.current?.getBoundingClientRect();
    if (popover === null || box === undefined || !popover.togglePopover()) return;
    const below = box.bottom + popover.offsetHeight + 8 < window.innerHeight;
    popover.style.top = `${Math.round(below ? box.bottom + 4 : box.top - popover.offsetHeight - 4)}px`;
    popover.style.left = `${Math.round(Math.max(8, box.right - popover.offsetWidth))}px`;
    popover.querySelector('button')?.focus({ preventScroll: true });
  };

  return (
    <>
      <Button
        ref={button}
        variant={variant}
        className={className}
        aria-haspopup="menu"
        aria-controls={id}
        aria-label={label}
        onClick={toggle}
        {...(color === undefined ? {} : { color })}
      >
        {children}
      </Button>
      <Sheet ref={sheet} id={id} role="menu" popover="auto" onKeyDown={walk}>
        {items.map((item) => (
          <Item
            key={item.key}
            type="button"
            role="menuitem"
            tabIndex={-1}
            lang={item.lang}
            onClick={() => {
              sheet.current?.hidePopover();
              item.run();
            }}
          >
            {item.label}
          </Item>
        ))}
      </Sheet>
    </>
  );
}

function walk(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[(to + items.length) % items.length]?.focus();
}
