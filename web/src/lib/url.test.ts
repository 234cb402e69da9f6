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

describe('the address to come back to', () => {
  it('is a path of this app', () => {
    const own = [
      '/',
      '/agences/1?motif=2',
      '/rendez-vous#demain',
      '/?q=//elsewhere.example',
      '/?q=a%5Cb',
      '/connexions',
      '/équipe',
      '/a/../rendez-vous',
    ];
    expect(own.filter((path) => !isOwnPath(path))).toEqual([]);
  });

  it('is no address of another site, however it is disguised', () => {
    const elsewhere = ['https://elsewhere.example', 'javascript:alert(1)', 'elsewhere.example', '', undefined, 7];
    expect(elsewhere.filter(isOwnPath)).toEqual([]);
  });

  it('does not lead back to where one signs in', () => {
    const circles = [
      '/connexion',
      '/connexion?suite=/',
      '/connexion/oubli',
      '/acces#x',
      '/a/../connexion',
      '/%63onnexion',
    ];
    expect(circles.filter(isOwnPath)).toEqual([]);
  });

  // Every way of writing two slashes, a backslash or something invisible, in every order.
  const parts = [
    '/',
    '\\',
    '%2f',
    '%2F',
    '%5c',
    '.',
    '..',
    '\t',
    '\n',
    '\r',
    ' ',
    '%09',
    '%00',
    '@',
    'elsewhere.example',
    ':',
  ];
  const beginnings = parts.flatMap((a) => parts.flatMap((b) => parts.flatMap((c) => [a + b + c, `/${a}${b}${c}`])));

  it('stays at this site when a browser follows it, whatever is tried', () => {
    const here = 'https://guichet.example';
    const believed = beginnings.map((path) => `${path}elsewhere.example/`).filter(isOwnPath);
    expect(believed.filter((path) => new URL(path, here).origin !== here)).toEqual([]);
    expect(believed.filter((path) => new URL(decodeURIComponent(path), here).origin !== here)).toEqual([]);
    expect(believed.filter((path) => /^\/[/\\]/.test(decodeURIComponent(new URL(path, here).pathname)))).toEqual([]);
    expect(believed.length).toBeGreaterThan(100);
  });
});
