import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was said and done, as somebody who watches would write it down. */
export function createStory(title: string) {
  let lines = [`# ${title}`];
  return {
    /** What was told until now is not part of it. */
    begin(anew: string) {
      lines = [`# ${anew}`];
    },
    scene: (text: string) => lines.push('', `## ${text}`),
    did: (who: string, what: string) => lines.push('', `**${who}** ${what}`),
    heard(what: string, where: string, buttons: readonly string[] = []) {
      const text = what.split('\n').map((line) => `> ${line}`.trimEnd());
      lines.push('', ...text, `> — *${where}*${buttons.length > 0 ? ` [${buttons.join('] [')}]` : ''}`);
    },
    /** Into the folder that `TRANSCRIPTS` names, where it names one. */
    write(name: string) {
      const folder = process.env.TRANSCRIPTS;
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${name}.md`), `${lines.join('\n')}\n`);
    },
  };
}

export type Story = ReturnType<typeof createStory>;
