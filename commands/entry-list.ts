import { type Choice, choice, command, optional } from '../src/core/command.ts';
import type { Editing } from '../src/core/editing.ts';
import { type Listed, listingAnswer } from '../src/core/views/review.ts';

const shown: Choice[] = [
  { value: 'own', name: { en: 'own', uk: 'свої', ru: 'свои' }, aliases: [] },
  { value: 'hidden', name: { en: 'hidden', uk: 'приховані', ru: 'скрытые' }, aliases: [] },
  { value: 'retired', name: { en: 'retired', uk: 'вилучені', ru: 'изъятые' }, aliases: [] },
  { value: 'drafts', name: { en: 'drafts', uk: 'чернетки', ru: 'черновики' }, aliases: [] },
];

/** What the community has of its own, hides, has retired; one's own drafts. */
export const entryList = (editing: Editing) =>
  command({
    name: 'entry list',
    audience: 'moderators',
    options: { show: optional(choice(() => shown)) },
    run: async ({ show }, caller) =>
      listingAnswer(await editing.list(caller), (show as Listed | undefined) ?? 'own', caller),
  });
