// How much JavaScript a phone fetches before the first customer screen works: `web.first: N kB` (gzip).
// Follows the entry, the customer's shell and the home screen through the build's manifest, and fails when they pass
// the limit or pull in anything of the staff's.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 200;
const FIRST = ['src/app/main.tsx', 'src/app/customer-shell.tsx', 'src/routes/customer/home.tsx'];
const TEXTS = /\/i18n\/fr\.json$/;
const STAFF = /staff/;

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const verbose = process.argv.includes('--verbose');

const chunks = new Set();
const take = (key) => {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`${key} is not in the manifest: build first`);
  if (chunks.has(key)) return;
  chunks.add(key);
  (chunk.imports ?? []).forEach(take);
};

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
[entry, ...FIRST.slice(1)].forEach(take);
// The first screen speaks French: its texts are JavaScript too.
const features = new Set(['lib', 'features/branches']);
Object.keys(manifest)
  .filter((key) => TEXTS.test(key) && features.has(key.replace('src/', '').replace('/i18n/fr.json', '')))
  .forEach(take);

let total = gzipSync(readFileSync(new URL('appearance.js', dist))).length;
const rows = [];
for (const key of chunks) {
  const size = gzipSync(readFileSync(new URL(manifest[key].file, dist))).length;
  total += size;
  rows.push([size, manifest[key].file]);
}
if (verbose)
  rows.sort(([a], [b]) => b - a).forEach(([size, file]) => console.log(`  ${(size / 1000).toFixed(1)} kB  ${file}`));
console.log(`web.first: ${(total / 1000).toFixed(1)} kB`);

const staff = [...chunks].filter((key) => STAFF.test(key));
if (staff.length > 0) {
  console.error(`staff code in the first customer screen: ${staff.join(', ')}`);
  process.exitCode = 1;
}
if (total / 1000 > LIMIT) {
  console.error(`over the limit of ${LIMIT} kB`);
  process.exitCode = 1;
}
