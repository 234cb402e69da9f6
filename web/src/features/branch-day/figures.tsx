import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { clock } from '@/components/timeline/layout';
import type { BranchCalendar } from '@/generated/types.gen';
import { formatClock } from '@/lib/time/format';
import { useWhen } from '@/lib/time/use-when';
import { loadOf, occupancyOf, peakOf, tallyOf, together, type Load, type Tally } from './occupancy';

const Strip = styled('section')({
  display: 'grid',
  gridTemplateColumns: 'auto auto minmax(16rem, 30rem)',
  alignItems: 'end',
  justifyContent: 'space-between',
  gap: '16px 48px',
  paddingBlock: '4px 16px',
  '@media (max-width: 62rem)': { gridTemplateColumns: 'minmax(0, 1fr)', justifyContent: 'stretch' },
});

const Share = styled('p')({
  '& strong': { display: 'block', fontSize: '2rem', lineHeight: 1.1, fontVariantNumeric: 'tabular-nums' },
  color: 'var(--ink-soft)',
  '& > strong': { color: 'var(--ink)' },
});

const Counts = styled('dl')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 28px',
  '& > div': { display: 'flex', flexDirection: 'column-reverse' },
  '& dt': { color: 'var(--ink-soft)' },
  '& dd': { fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' },
  '& [data-alarm="true"] dd': { color: 'var(--warn)' },
});

const shown = ['expected', 'here', 'inProgress', 'finished', 'missed'] as const satisfies readonly (keyof Tally)[];

/** The day at a glance: how full it is, where people are, and when the rush comes. */
export function Figures({ calendar }: { calendar: BranchCalendar }) {
  const { t } = useTranslation('branch-day');
  const { date, zone, advisers } = calendar;
  const all = together(advisers.map((adviser) => occupancyOf(adviser, date, zone)));
  const tally = tallyOf(advisers.flatMap(({ appointments }) => appointments));
  return (
    <Strip aria-label={t('figures.title')}>
      <Share>
        <strong>{Math.round(all.ratio * 100)}&nbsp;%</strong> {t('figures.occupancy')}
      </Share>
      <Counts>
        {shown.map((key) => (
          <div key={key} data-alarm={key === 'missed' && tally[key] > 0}>
            <dt>{t(`figures.${key}`, { count: tally[key] })}</dt>
            <dd>{tally[key]}</dd>
          </div>
        ))}
      </Counts>
      <Rush load={loadOf(calendar)} />
    </Strip>
  );
}

const Chart = styled('figure')({ '& figcaption': { marginBottom: 4, color: 'var(--ink-soft)' } });

const Bars = styled('div')({
  display: 'flex',
  alignItems: 'flex-end',
  gap: 2,
  height: 52,
  borderBottom: '1px solid var(--line-strong)',
});

/** The outline is who can receive, the filling who is in a visit. */
const Bar = styled('span')({
  position: 'relative',
  flex: 1,
  height: 'calc(100% * var(--receiving) / var(--most))',
  background: 'var(--sunk)',
  '&::after': {
    content: '""',
    position: 'absolute',
    inset: 'auto 0 0',
    height: 'calc(100% * var(--busy) / max(var(--receiving), 1))',
    background: 'var(--accent)',
    opacity: 0.55,
  },
  '&[data-peak="true"]::after': { opacity: 1 },
});

const Scale = styled('div')({
  position: 'relative',
  height: '1.3em',
  fontSize: '0.8rem',
  color: 'var(--ink-soft)',
  fontVariantNumeric: 'tabular-nums',
  '& span': { position: 'absolute', whiteSpace: 'nowrap' },
});

function Rush({ load }: { load: readonly Load[] }) {
  const { t } = useTranslation('branch-day');
  const { language } = useWhen();
  const written = (minute: number) => formatClock(clock(minute), language);
  const first = load[0];
  if (first === undefined) return null;
  const most = Math.max(...load.map(({ receiving }) => receiving));
  const peak = peakOf(load);
  const hours = load.filter(({ from }) => from % 120 === 0);
  return (
    <Chart>
      <figcaption>
        {t('figures.chart')}
        {'. '}
        <strong>
          {peak === undefined
            ? t('figures.noPeak')
            : t('figures.peak', { time: written(peak.from), busy: peak.busy, receiving: peak.receiving })}
        </strong>
      </figcaption>
      <Bars aria-hidden="true">
        {load.map((one) => (
          <Bar
            key={one.from}
            data-peak={one.busy === peak?.busy}
            title={t('figures.bar', { time: written(one.from), busy: one.busy, receiving: one.receiving })}
            style={{ '--receiving': one.receiving, '--busy': one.busy, '--most': most } as React.CSSProperties}
          />
        ))}
      </Bars>
      <Scale aria-hidden="true">
        {hours.map(({ from }) => (
          <span key={from} style={{ left: `${(100 * (from - first.from)) / (load.length * 30)}%` }}>
            {written(from)}
          </span>
        ))}
      </Scale>
    </Chart>
  );
}
