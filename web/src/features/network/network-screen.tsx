import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { Actions, Section, SectionTitle, Stack } from '@/components/layout';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { DownloadIcon, UploadIcon } from '@/components/staff-icons';
import { Failure, Loading } from '@/components/states';
import { importNetwork } from '@/generated/sdk.gen';
import type { ImportReport } from '@/generated/types.gen';
import { isProblem } from '@/lib/api/problems';
import { formatOf, LARGEST, MEDIA_TYPES, type Format } from './file-format';
import { ReportTable } from './report-table';

const Drop = styled('label')({
  display: 'grid',
  justifyItems: 'center',
  gap: 8,
  maxWidth: '44rem',
  padding: '32px 24px',
  textAlign: 'center',
  border: '2px dashed var(--line-strong)',
  borderRadius: 8,
  background: 'var(--surface)',
  cursor: 'pointer',
  '&[data-over="true"]': { borderColor: 'var(--accent)', background: 'var(--accent-wash)' },
  '&:has(:focus-visible)': { outline: '3px solid var(--ink)', outlineOffset: 2 },
});

interface Chosen {
  name: string;
  format: Format;
  text: string;
}

type Mode = 'check' | 'take-good' | 'take-all';

/** The bank's branches, in from a file and out again: looked at first, then taken. */
export function NetworkScreen() {
  const { t } = useTranslation('network');
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [wrong, setWrong] = useState<'tooBig' | 'unknown'>();
  const [over, setOver] = useState(false);

  const sending = useMutation({
    mutationFn: async ({ file, mode }: { file: Chosen; mode: Mode }) => {
      const { data } = await importNetwork({
        query: { format: file.format, mode },
        headers: { 'Content-Type': MEDIA_TYPES[file.format] },
        body: file.text,
        bodySerializer: null,
      });
      return data;
    },
    onSuccess: async ({ taken }) => {
      if (!taken) return;
      announce(t('report.saved'));
      await client.invalidateQueries();
    },
  });
  const refused = isProblem(sending.error, 'import-rejected') ? sending.error : undefined;
  const report = sending.data ?? refused?.body.report;

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const format = formatOf(file.name);
    sending.reset();
    setWrong(file.size > LARGEST ? 'tooBig' : format === undefined ? 'unknown' : undefined);
    if (format === undefined || file.size > LARGEST) return;
    const read: Chosen = { name: file.name, format, text: await file.text() };
    setChosen(read);
    sending.mutate({ file: read, mode: 'check' });
  };

  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section>
        <SectionTitle>{t('file.title')}</SectionTitle>
        <Stack gap={2}>
          <Drop
            data-over={over}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              void take(event.dataTransfer.files[0]);
            }}
          >
            <UploadIcon />
            <strong>{t('file.label')}</strong>
            <span>{t('file.drop')}</span>
            {chosen !== undefined && <span>{chosen.name}</span>}
            <input
              className="visually-hidden"
              type="file"
              accept=".csv,.json,.geojson,text/csv,application/geo+json"
              onChange={({ target }) => void take(target.files?.[0])}
            />
          </Drop>
          {wrong !== undefined && <Notice tone="warn" title={t(`file.${wrong}`)} />}
          {sending.isPending && <Loading lines={3} label={t('file.checking', { name: chosen?.name ?? '' })} />}
          {sending.isError && <Failure key={sending.submittedAt} error={sending.error} focused />}
          {report !== undefined && chosen !== undefined && (
            <Report
              report={report}
              pending={sending.isPending}
              onTake={(mode) => sending.mutate({ file: chosen, mode })}
            />
          )}
        </Stack>
      </Section>
      <Section>
        <SectionTitle>{t('export.title')}</SectionTitle>
        <p>{t('export.lead')}</p>
        <Actions style={{ marginTop: 12 }}>
          {(['csv', 'geojson'] as const).map((format) => (
            <Button
              key={format}
              variant="outlined"
              startIcon={<DownloadIcon />}
              href={`/api/network/export?format=${format}`}
              download
            >
              {t(`export.${format}`)}
            </Button>
          ))}
        </Actions>
      </Section>
    </Page>
  );
}

interface ReportProps {
  report: ImportReport;
  pending: boolean;
  onTake: (mode: Mode) => void;
}

function Report({ report, pending, onTake }: ReportProps) {
  const { t } = useTranslation('network');
  const { rejected, taken, created, updated } = report;
  const clean = rejected.length === 0;
  return (
    <Stack gap={2}>
      <h3>{report.taken ? t('report.taken') : t('report.title')}</h3>
      <ReportTable report={report} />
      {!taken && !clean && <p>{t('report.fix')}</p>}
      {!taken && (
        <Actions>
          {clean ? (
            <Button variant="contained" disabled={pending} onClick={() => onTake('take-all')}>
              {t('report.all')}
            </Button>
          ) : (
            <Button
              variant="contained"
              disabled={pending || created + updated === 0}
              onClick={() => onTake('take-good')}
            >
              {t('report.good')}
            </Button>
          )}
        </Actions>
      )}
    </Stack>
  );
}
