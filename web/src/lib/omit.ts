/** The same values without some of them: how a choice is taken out of an address. */
export function omit<T extends object>(values: T, ...keys: (keyof T)[]): T {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key as keyof T))) as T;
}
