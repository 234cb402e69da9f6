import type { Appointment } from '@/generated/types.gen';

const done = new Set<string>();
const name = ({ id, version }: Appointment) => `${id} ${version}`;

/** What the reader did himself comes back through the live stream too; it is no news to him. */
export const ownDoing = {
  add: (visit: Appointment) => void done.add(name(visit)),
  has: (visit: Appointment) => done.has(name(visit)),
};
