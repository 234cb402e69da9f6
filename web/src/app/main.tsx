import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@/theme/tokens.css';
import '@/theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setUpApi } from '@/lib/api/setup';
import { startTexts } from '@/lib/i18n/i18n';
import { watchPresence } from '@/lib/presence/presence';
import { createQueryClient } from '@/lib/query';
import { sessionQuery } from '@/lib/session';
import { App } from './app';
import { keepUpToDate } from './installed';
import { createAppRouter } from './router';

setUpApi();
watchPresence();
keepUpToDate();

const client = createQueryClient();
client.query(sessionQuery).catch(() => undefined);

await startTexts();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App client={client} router={createAppRouter(client)} />
    </StrictMode>,
  );
}
