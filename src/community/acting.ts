import type { Caller } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import type { Act } from '../store/store.ts';
import { unreachableCommunity } from './registry.ts';

/** What a caller does to their community, for the audit log. */
export const actOf = (
  { community, person }: Pick<Caller, 'community' | 'person'>,
  at: number,
  act: string,
  subject: string,
  detail?: Act['detail'],
): Act => ({ community: community.id, by: person, at, act, subject, ...(detail && { detail }) });

/** The id of the caller's community, for what is to be kept there; throws `UserError` while it can't be read. */
export function writableCommunity({ community }: Pick<Caller, 'community'>): string {
  if (community.id === unreachableCommunity) throw new UserError('error-unreachable');
  return community.id;
}
