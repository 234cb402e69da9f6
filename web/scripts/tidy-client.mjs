// Takes out of the generated client what its generator says to its own users: links to where packages are fetched.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../src/generated/client/types.gen.ts', import.meta.url);
writeFileSync(file, readFileSync(file, 'utf8').replace(/\{@link https:\S+ (`[^`]+`)\}/g, '$1'));
