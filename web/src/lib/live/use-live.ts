import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { LiveHub } from './hub';

let hub: LiveHub | undefined;

function sharedHub(): LiveHub {
  if (hub === undefined) {
    const created = new LiveHub({ open: (url) => new EventSource(url) });
    document.addEventListener('visibilitychange', () => created.visible(!document.hidden));
    hub = created;
  }
  return hub;
}

/**
 * Asks again for what `keys` hold whenever one of `topics` ("customer:<id>", "adviser:<id>", "branch:<id>") changes.
 * Pass no topics to wait, for instance until the session is known. `changed` runs as well, for announcements.
 */
export function useLive(topics: readonly string[], keys: readonly QueryKey[], changed?: () => void): void {
  const client = useQueryClient();
  const onChange = useEffectEvent(() => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    changed?.();
  });
  const joined = topics.join(' ');
  useEffect(() => {
    if (joined === '') return;
    return sharedHub().watch(joined.split(' '), () => onChange());
  }, [joined]);
}
