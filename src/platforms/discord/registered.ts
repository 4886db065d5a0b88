import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';

/** Registers the commands for the whole application, unless Discord says that it already has just these. */
export async function syncCommands(
  rest: REST,
  applicationId: string,
  wanted: RESTPostAPIApplicationCommandsJSONBody[],
): Promise<'unchanged' | 'registered'> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await rest.get(Routes.applicationCommands(applicationId), { query }).catch(() => undefined);
  if (Array.isArray(registered) && fingerprint(registered) === fingerprint(wanted)) return 'unchanged';
  await rest.put(Routes.applicationCommands(applicationId), { body: wanted });
  return 'registered';
}

const compared = new Set([
  ...['type', 'name', 'description', 'options', 'required', 'autocomplete', 'max_length', 'choices', 'value'],
  ...['name_localizations', 'description_localizations', 'integration_types', 'contexts', 'default_member_permissions'],
]);

/** What a command comes to, without the fields that Discord adds and the defaults that it leaves out. */
function fingerprint(commands: object[]): string {
  const plain = (value: unknown, of?: string): unknown => {
    if (Array.isArray(value)) return typeof value[0] === 'number' ? [...value].sort() : value.map((one) => plain(one));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).filter(
      ([key, one]) =>
        (of?.endsWith('_localizations') || compared.has(key)) &&
        one !== null &&
        one !== false &&
        one !== '' &&
        !(Array.isArray(one) && one.length === 0),
    );
    return Object.fromEntries(entries.sort(([a], [z]) => (a < z ? -1 : 1)).map(([key, one]) => [key, plain(one, key)]));
  };
  return JSON.stringify(commands.map((one) => JSON.stringify(plain(one))).sort());
}
