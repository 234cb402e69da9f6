import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from './i18n/en.json';
import fr from './i18n/fr.json';
import { isRefusal, REASONS } from './reasons';

const identity = '../src/main/java/fr/guichet/identity';
const sources = ['signon/SignOnRefusal', 'web/SignOnReturn', 'web/SignOnGate'].map((name) =>
  readFileSync(`${identity}/${name}.java`, 'utf8'),
);

describe('the reasons that the server gives in addresses', () => {
  it('are all known here', () => {
    const sent = sources.flatMap((source) => [
      ...source.matchAll(/"(?:\/connexion\?raison=)?(sign(?:ed-out|-on-[a-z-]+))"/g),
    ]);
    expect([...new Set(sent.map(([, reason]) => reason))].sort()).toEqual([...REASONS].sort());
  });

  it.each(REASONS.filter(isRefusal))('are told in words: %s', (reason) => {
    expect(Object.keys(fr.reason)).toContain(reason);
    expect(Object.keys(en.reason)).toContain(reason);
  });
});
