import type { Answer } from '../../core/answer.ts';
import { type Caller, type Command, textKey } from '../../core/command.ts';
import { groupOf } from '../../core/command-line.ts';
import { heading, menu, paragraph } from '../../core/document.ts';

/** What Telegram takes for the command: the word after the slash. */
export const firstWord = ({ name }: Pick<Command, 'name'>): string => name.split(' ')[0] as string;

/** What the caller may do with a group's commands, to be chosen; undefined where there is no such group. */
export async function groupMenu(
  group: string,
  commands: readonly Command[],
  caller: Caller,
): Promise<Answer | undefined> {
  const actions = groupOf(commands, group);
  if (actions.length === 0) return undefined;
  const { t } = caller;
  const isModerator = actions.some(({ audience }) => audience) && (await caller.role()) === 'moderator';
  const usable = actions.filter(({ audience }) => isModerator || !audience);
  if (usable.length === 0) return { document: [paragraph(t('error-moderators-only'))], private: true, failed: true };
  const items = usable.map((one) => ({
    label: t(`${textKey(one)}.description`),
    call: { command: one.name, args: {} },
  }));
  return { document: [heading(2, `/${group}`), paragraph(t(`${group}.description`)), menu(items)], private: true };
}
