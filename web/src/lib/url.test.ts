import { describe, expect, it } from 'vitest';
import { isId, isInstant, isOwnPath, oneOf, parseSearch, stringifySearch } from './url';

describe('the address', () => {
  it('keeps a postcode as it was written', () => {
    expect(parseSearch('?q=01000&pres=oui')).toEqual({ q: '01000', pres: 'oui' });
    expect(stringifySearch({ q: '01000', pres: true })).toBe('?q=01000&pres=oui');
  });

  it('brings an instant back with its offset', () => {
    const debut = '2026-11-23T09:00:00+01:00';
    expect(parseSearch(stringifySearch({ debut }))).toEqual({ debut });
  });

  it('leaves out what is unset', () => {
    expect(stringifySearch({ q: '', pres: false, jour: undefined })).toBe('');
  });

  it('only leads back to this app', () => {
    expect(isOwnPath('/agences/1?motif=2')).toBe(true);
    expect(isOwnPath('//elsewhere.example')).toBe(false);
    expect(isOwnPath('/\\elsewhere.example')).toBe(false);
    expect(isOwnPath('https://elsewhere.example')).toBe(false);
    expect(isOwnPath('/connexion?suite=/connexion')).toBe(false);
  });

  it('recognises identifiers and instants', () => {
    expect(isId('0197a3f0-1111-7222-8333-444455556666')).toBe(true);
    expect(isId('1')).toBe(false);
    expect(isInstant('2026-11-23T09:00:00+01:00')).toBe(true);
    expect(isInstant('2026-11-23T09:00Z')).toBe(true);
    expect(isInstant('2026-11-23T09:00:00')).toBe(false);
    expect(isInstant('2026-11-23T25:00:00Z')).toBe(false);
    expect(oneOf(['matin', 'apres-midi'], 'soir')).toBeUndefined();
  });
});
