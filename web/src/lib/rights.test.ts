import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { may, rights, type Right } from './rights';

const table = new Map(
  [...readFileSync('../docs/rights.md', 'utf8').matchAll(/^\| `(\w+)` \|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|/gm)].map(
    ([, operation = '', ...reaches]) => [operation, roles(reaches.join(','))],
  ),
);

function roles(words: string): string[] {
  const named = words.split(',').map((word) => word.trim().toUpperCase().replaceAll(' ', '_'));
  return [...new Set(named.filter((word) => word !== ''))].sort();
}

describe('what screens offer', () => {
  it.each(Object.keys(rights) as Right[])('is what the table of rights says: %s', (right) => {
    expect([...rights[right]].sort()).toEqual(table.get(right));
  });

  it('is for those who have one of the roles', () => {
    expect(may(['ADVISER', 'AUDITOR'], 'searchAuditTrail')).toBe(true);
    expect(may(['OPERATOR'], 'registerCustomer')).toBe(false);
    expect(may(undefined, 'bookAppointment')).toBe(false);
  });
});
