import { ApplicationCommandAutocompleteCallbackRequestSchema } from 'discord-api-spec/zod';
import { valueComplaints } from './command-rules.ts';
import { type ApiError, invalidForm } from './errors.ts';
import type { CallbackBody } from './payloads.ts';
import { schemaComplaints } from './schema.ts';

/** Refuses more than 25 suggestions, and names or values that are not 1 to 100 characters long. */
export function checkAutocomplete(body: CallbackBody): ApiError | undefined {
  const schema = schemaComplaints(ApplicationCommandAutocompleteCallbackRequestSchema, body);
  if (schema.length > 0) return invalidForm(schema);
  const found = (body.data?.choices ?? []).flatMap((choice, index) =>
    valueComplaints(choice, ['data', 'choices', index]),
  );
  return found.length > 0 ? invalidForm(found) : undefined;
}
