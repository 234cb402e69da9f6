import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreIcon } from '@/components/staff-icons';
import type { Appointment, NeedingAction } from '@/generated/types.gen';
import { nextStep, otherActs } from './acts';
import { useDesk } from './desk';

/** One button whose word changes with the visit: the same place under the same finger all through the visit. */
export function NextStep({ visit, fullWidth = false }: { visit: Appointment; fullWidth?: boolean }) {
  const { t } = useTranslation('visits');
  const { act, pending } = useDesk();
  const step = nextStep(visit);
  if (step === undefined) return null;
  return (
    <Button
      variant="contained"
      fullWidth={fullWidth}
      aria-disabled={pending === visit.id}
      aria-label={t('act.for', { act: t(`act.${step}`), customer: visit.customer.displayName })}
      onClick={() => act(visit, step)}
    >
      {t(`act.${step}`)}
    </Button>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(11rem, 1fr))',
  gap: 8,
});

/** Every act the server allows, in full: for the panel that shows one visit. */
export function AllActs({ visit }: { visit: Appointment }) {
  const { t } = useTranslation('visits');
  const { act } = useDesk();
  const others = otherActs(visit);
  return (
    <>
      <NextStep visit={visit} fullWidth />
      {others.length > 0 && (
        <Stack>
          {others.map((other) => (
            <Button
              key={other}
              variant="outlined"
              color={other === 'CANCEL' || other === 'NO_SHOW' ? 'warning' : 'primary'}
              onClick={() => act(visit, other)}
            >
              {t(`act.${other}`)}
            </Button>
          ))}
        </Stack>
      )}
    </>
  );
}

const More = styled('div')({ position: 'relative', flex: 'none' });

const MoreButton = styled(Button)({ minWidth: 'var(--target)', padding: 0 });

/** The browser's own popover: it closes on Escape and on a click elsewhere, and lies above everything. */
const Menu = styled('div')({
  position: 'fixed',
  inset: 'auto',
  margin: 0,
  minWidth: '14rem',
  padding: 4,
  color: 'var(--ink)',
  background: 'var(--surface)',
  border: 'var(--border) solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  boxShadow: '0 8px 24px var(--shade)',
  '& button': {
    display: 'block',
    width: '100%',
    minHeight: 'var(--target)',
    padding: '4px 12px',
    textAlign: 'left',
    background: 'none',
    border: 0,
    borderRadius: 4,
    cursor: 'pointer',
  },
  '& button:hover, & button:focus-visible': { background: 'var(--accent-wash)' },
  '& button:focus-visible': { outlineOffset: -3 },
});

/** The less usual acts, behind one small button. */
export function MoreActs({ visit, cause }: { visit: Appointment; cause?: NeedingAction['cause'] }) {
  const { t } = useTranslation('visits');
  const { act } = useDesk();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const others = otherActs(visit);
  if (others.length === 0) return null;

  const toggle = () => {
    const popover = menu.current;
    const box = button.current?.getBoundingClientRect();
    if (popover === null || box === undefined) return;
    popover.togglePopover();
    const below = box.bottom + popover.offsetHeight + 8 < window.innerHeight;
    popover.style.top = `${Math.round(below ? box.bottom + 4 : box.top - popover.offsetHeight - 4)}px`;
    popover.style.left = `${Math.round(Math.max(8, box.right - popover.offsetWidth))}px`;
    popover.querySelector('button')?.focus({ preventScroll: true });
  };

  return (
    <More>
      <MoreButton
        ref={button}
        variant="outlined"
        aria-haspopup="menu"
        aria-controls={id}
        aria-label={t('act.more', { customer: visit.customer.displayName })}
        onClick={toggle}
      >
        <MoreIcon />
      </MoreButton>
      <Menu ref={menu} id={id} role="menu" popover="auto" onKeyDown={walk}>
        {others.map((other) => (
          <button
            key={other}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              menu.current?.hidePopover();
              act(visit, other, cause);
            }}
          >
            {t(`act.${other}`)}
          </button>
        ))}
      </Menu>
    </More>
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
