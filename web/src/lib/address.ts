/** A network address as people write it: of a long one, the longest row of zeros is left out (RFC 5952). */
export function writtenAddress(address: string): string {
  try {
    return new URL(`http://[${address}]`).hostname.slice(1, -1);
  } catch {
    // A short one, which has none.
    return address;
  }
}
