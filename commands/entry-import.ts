import { command, file, optional, text } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import type { Transfer } from '../src/core/transfer.ts';
import { importAnswer, importedAnswer, importOutcome, stagedAnswer } from '../src/core/views/import.ts';

/** Reads texts from a file, and shows what they would change before anything is changed. */
export const entryImport = (transfer: Pick<Transfer, 'stage'>) =>
  command({
    name: 'entry import',
    audience: 'moderators',
    options: { file: file() },
    run: async (args, caller) => stagedAnswer(await transfer.stage(caller, args.file), caller),
  });

/** What is done with an import by its buttons. */
export const imported = (transfer: Transfer) =>
  command({
    name: 'imported',
    audience: 'moderators',
    unlisted: true,
    options: {
      id: text({ maxLength: 8 }),
      act: optional(text({ maxLength: 10 })),
      item: optional(text({ maxLength: 4 })),
    },
    async run({ id, act, item }, caller) {
      const { t } = caller;
      switch (act) {
        case undefined:
          return item === undefined
            ? importAnswer(await transfer.open(caller, id), caller)
            : importedAnswer(id, await transfer.difference(caller, id, Number(item)), caller);
        case 'apply':
          return importOutcome(await transfer.apply(caller, id), caller);
        case 'submit':
          return importAnswer(await transfer.submit(caller, id), caller);
        case 'again':
          return stagedAnswer(await transfer.again(caller, id), caller);
        case 'discard': {
          const heard = { own: undefined, told: 'author-told', 'not-told': 'author-not-told' };
          const of = heard[await transfer.discard(caller, id)];
          return {
            document: [paragraph(t('import-discarded')), ...(of ? [paragraph(t(of))] : [])],
            confidential: true,
          };
        }
        default:
          throw new UserError('error-old-button');
      }
    },
  });
