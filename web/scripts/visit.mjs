// Asks a new instance for what browsers ask first, so that its JVM learns which code matters at the start.
const address = process.argv[2];
const paths = [
  '/',
  '/api/session',
  '/api/branches?limit=20',
  '/api/reasons',
  '/actuator/health/readiness',
  '/api/none',
];
const rounds = 40;

for (let round = 0; round < rounds; round++) {
  await Promise.all(paths.map(async (path) => (await fetch(address + path)).arrayBuffer()));
}
