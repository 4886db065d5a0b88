/** Fails as a platform's app would, with words for whoever uses it. */
export function refuse(why: string): never {
  const error = new Error(why);
  error.name = 'ClientRefusal';
  throw error;
}

export const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === 'ClientRefusal';
