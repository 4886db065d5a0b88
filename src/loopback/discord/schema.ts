/// <reference path="./discord-api-spec.d.ts" />
import type { ZodMiniType } from 'zod/mini';
import type { Complaint } from './errors.ts';

interface Issue {
  code?: string;
  path: PropertyKey[];
  origin?: string;
  expected?: string;
  format?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  values?: unknown[];
  errors?: Issue[][];
  input?: unknown;
}

/** Checks a body against one of discord-api-spec's schemas; the complaints are worded as Discord words them. */
export function schemaComplaints(schema: ZodMiniType, body: unknown): Complaint[] {
  const result = schema.safeParse(body, { reportInput: true });
  return result.success ? [] : (result.error.issues as Issue[]).flatMap((issue) => complaintsOf(issue, []));
}

function complaintsOf(issue: Issue, prefix: (string | number)[]): Complaint[] {
  const path = [...prefix, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  if (issue.code === 'invalid_union' && issue.errors?.length) return unionComplaints(issue.errors, path);
  return [{ path, ...wording(issue) }];
}

/** Of a union only the branch whose `type` fits is worth reporting; if none does, the type itself is wrong. */
function unionComplaints(branches: Issue[][], path: (string | number)[]): Complaint[] {
  const wrongType = (issue: Issue) => issue.path.length === 1 && issue.path[0] === 'type';
  const fitting = branches.filter((branch) => !branch.some(wrongType)).sort((a, b) => a.length - b.length)[0];
  if (fitting) return fitting.flatMap((issue) => complaintsOf(issue, path));
  const types = branches.flatMap((branch) => branch.filter(wrongType).flatMap((issue) => issue.values ?? []));
  const message = `Value of field "type" must be one of (${types.join(', ')}).`;
  return [{ path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message }];
}

function wording(issue: Issue): { code: string; message: string } {
  const number = issue.origin === 'number' || issue.origin === 'int';
  if (issue.input === undefined && issue.code !== 'invalid_union')
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  if (issue.code === 'too_big' && number)
    return { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` };
  if (issue.code === 'too_small' && number)
    return { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` };
  if (issue.code === 'too_big')
    return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
  if (issue.code === 'too_small' && (issue.input === '' || (issue.input as unknown[]).length === 0))
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  if (issue.code === 'too_small')
    return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
  if (issue.code === 'invalid_value')
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values?.join(', ')}).` };
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  if (issue.code === 'invalid_format')
    return { code: 'NUMBER_TYPE_COERCE', message: `Value "${String(issue.input)}" is not snowflake.` };
  return { code: 'BASE_TYPE_BAD_TYPE', message: `Expected ${issue.expected ?? 'another type'}.` };
}
