import type { Answer } from '../src/core/answer.ts';
import { type Choice, choice, command, optional } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import type { ExportFormat, ExportScope, Transfer } from '../src/core/transfer.ts';
import { communityName } from '../src/core/views/community-name.ts';

const formats: Choice[] = [
  { value: 'zip', name: { en: 'zip', uk: 'zip', ru: 'zip' }, aliases: ['markdown'] },
  { value: 'json', name: { en: 'json', uk: 'json', ru: 'json' }, aliases: [] },
];

const scopes: Choice[] = [
  { value: 'own', name: { en: 'own', uk: 'свої', ru: 'свои' }, aliases: [] },
  { value: 'all', name: { en: 'all', uk: 'усі', ru: 'все' }, aliases: [] },
];

/** Sends the community's texts as a file: Markdown as in the content folder, or JSON. */
export const entryExport = (transfer: Pick<Transfer, 'export'>) =>
  command({
    name: 'entry export',
    audience: 'moderators',
    options: { format: optional(choice(() => formats)), what: optional(choice(() => scopes)) },
    async run({ format = 'zip', what = 'own' }, caller): Promise<Answer> {
      const { t, community } = caller;
      const { file, count } = await transfer.export(caller, format as ExportFormat, what as ExportScope);
      const name = communityName(community, t);
      if (count === 0)
        return {
          document: [paragraph(t('export-nothing', { community: name }))],
          buttons: [{ label: t('export-all'), call: { command: 'entry export', args: { format, what: 'all' } } }],
          confidential: true,
        };
      return { document: [paragraph(t('export-done', { count, community: name }))], files: [file], confidential: true };
    },
  });
