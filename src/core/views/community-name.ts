import { type Community, isShared } from '../community.ts';
import type { Translate } from '../texts.ts';

/** What a community is called: by its first chat's title, and what all share by what it is. */
export const communityName = (community: Pick<Community, 'id' | 'name'>, t: Translate): string =>
  isShared(community) ? t('community-shared') : community.name;
