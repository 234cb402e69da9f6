import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { Checkbox } from '@/components/fields';
import { turnShortcuts, useActiveShortcuts, useShortcutsOn, type ShortcutGroup } from './shortcuts';

const groups: readonly ShortcutGroup[] = ['visits', 'date', 'everywhere'];

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'max-content 1fr',
  alignItems: 'center',
  gap: '6px 16px',
  '& h3': { gridColumn: '1 / -1', marginTop: 8, fontSize: '0.9rem', color: 'var(--ink-soft)' },
});

const Key = styled('kbd')({
  display: 'inline-block',
  minWidth: '1.9em',
  padding: '1px 8px',
  marginRight: 4,
  font: 'inherit',
  fontWeight: 650,
  textAlign: 'center',
  background: 'var(--sunk)',
  border: '1px solid var(--line-strong)',
  borderRadius: 4,
});

const named = ['?', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Escape'] as const;

export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const shortcuts = useActiveShortcuts();
  const on = useShortcutsOn();
  const written = (key: string) => {
    const name = named.find((one) => one === key);
    return name === undefined ? key.toUpperCase() : t(`shortcuts.key.${name}`);
  };
  return (
    <Dialog
      open={open}
      title={t('shortcuts.title')}
      onClose={onClose}
      actions={
        <Button variant="outlined" onClick={onClose}>
          {t('shortcuts.close')}
        </Button>
      }
    >
      <p>{t('shortcuts.lead')}</p>
      {groups.map((group) => {
        const own = shortcuts.filter((shortcut) => shortcut.group === group);
        return own.length === 0 ? null : (
          <section key={group} aria-label={t(`shortcuts.group.${group}`)}>
            <List>
              <h3 aria-hidden="true">{t(`shortcuts.group.${group}`)}</h3>
              {own.map(({ keys, does }) => (
                <Entry key={does} keys={keys.map(written)} does={t(`shortcuts.do.${does}`)} />
              ))}
            </List>
          </section>
        );
      })}
      <Checkbox
        label={t('shortcuts.on')}
        hint={t('shortcuts.onHint')}
        checked={on}
        onChange={(event) => turnShortcuts(event.target.checked)}
      />
    </Dialog>
  );
}

function Entry({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <Key key={key}>{key}</Key>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  );
}
