import { expect, it } from 'vitest';
import { formatPhone } from './phone';

it('writes French numbers in pairs and leaves others alone', () => {
  expect(formatPhone('+33472000001')).toBe('04\u00a072\u00a000\u00a000\u00a001');
  expect(formatPhone('04.72.00.00.01')).toBe('04\u00a072\u00a000\u00a000\u00a001');
  expect(formatPhone('+596596000112')).toBe('05\u00a096\u00a000\u00a001\u00a012');
  expect(formatPhone('+262262000112')).toBe('02\u00a062\u00a000\u00a001\u00a012');
  expect(formatPhone('+41 22 345 67 89')).toBe('+41 22 345 67 89');
});
