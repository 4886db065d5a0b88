/** Fails as Discord's own app would before sending anything: the command isn't offered, a value isn't possible. */
export function refuse(why: string): never {
  const error = new Error(why);
  error.name = 'ClientRefusal';
  throw error;
}
