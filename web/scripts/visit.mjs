// Asks a new instance for what browsers ask first, so that its JVM learns which code matters at the start.
const address = process.argv[2];
const rounds = 40;
const signIns = 100; // fewer than the limit of a minute

const ask = async (path) => (await fetch(address + path, { signal: AbortSignal.timeout(10_000) })).text();

/** The question for the next two weeks of some branch. */
async function freeSlots() {
  const [branch] = JSON.parse(await ask('/api/branches?limit=1')).items;
  const [reason] = JSON.parse(await ask('/api/reasons'));
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  return `/api/slots?branch=${branch.id}&reason=${reason.id}&from=${day(1)}&to=${day(14)}`;
}

const paths = [
  '/',
  '/api/session',
  '/api/branches?limit=20',
  '/api/reasons',
  await freeSlots(),
  '/actuator/health/readiness',
  '/api/none',
];

for (let round = 0; round < rounds; round++) {
  await Promise.all(paths.map(ask));
}

/** Hashes a password, whoever it may be. What the JVM learns of that from a few is worse than nothing: hashing then stays slow. */
const signIn = async () => {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: 'XSRF-TOKEN=training', 'X-XSRF-TOKEN': 'training' },
    body: JSON.stringify({ email: 'nobody@example.org', password: 'training' }),
    signal: AbortSignal.timeout(10_000),
  });
  await answer.text();
};

for (let attempt = 0; attempt < signIns; attempt++) {
  await signIn();
}
