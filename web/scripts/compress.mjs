// Puts a .br and a .gz copy beside each file that shrinks, so that the server never compresses while somebody waits.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
const text = /\.(js|css|html|svg|json|webmanifest|txt|map)$/;
const worthwhile = 1024;
const madeByTheServer = 'index.html';

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !text.test(entry.name) || entry.name === madeByTheServer) continue;
  const plain = readFileSync(file);
  if (plain.length < worthwhile) continue;
  writeFileSync(file + '.gz', gzipSync(plain, { level: 9 }));
  writeFileSync(
    file + '.br',
    brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  );
}
