import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { DownloadIcon } from '@/components/staff-icons';
import { Failure } from '@/components/states';
import { exportAuditTrail } from '@/generated/sdk.gen';
import { filterOf, type AuditSearch } from './audit-search';

/** The server asks who is there before it gives a file away, so the file is fetched and not linked to. */
export function ExportButton({ search }: { search: AuditSearch }) {
  const { t } = useTranslation('audit');
  const exporting = useMutation({
    mutationFn: async () => {
      const { data } = await exportAuditTrail({ query: filterOf(search), parseAs: 'blob' });
      save(data, 'audit.csv');
    },
    onSuccess: () => announce(t('exported')),
  });
  return (
    <div>
      <Button
        variant="outlined"
        startIcon={<DownloadIcon />}
        disabled={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t(exporting.isPending ? 'exporting' : 'export')}
      </Button>
      {exporting.isError && <Failure key={exporting.submittedAt} error={exporting.error} focused />}
    </div>
  );
}

function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
