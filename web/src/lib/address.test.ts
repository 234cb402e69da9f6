import { expect, it } from 'vitest';
import { writtenAddress } from './address';

it.each([
  ['0:0:0:0:0:0:0:1', '::1'],
  ['2001:db8:0:0:0:0:12:7', '2001:db8::12:7'],
  ['192.0.2.1', '192.0.2.1'],
])('the address %s is written %s', (address, written) => {
  expect(writtenAddress(address)).toBe(written);
});
