import type { Answer } from '../src/core/answer.ts';
import { command } from '../src/core/command.ts';
import { heading, link, note, paragraph } from '../src/core/document.ts';

/** Who is speaking: what Parley is and isn't, whose the content is, and where to report a mistake. */
export const about = ({ version, homepage }: { version: string; homepage: string | undefined }) =>
  command({
    name: 'about',
    options: {},
    run(_args, { t }): Answer {
      return {
        document: [
          heading(2, t('about-title')),
          paragraph(t('about-what')),
          paragraph(t('about-how')),
          homepage ? paragraph(`${t('about-mistake')} `, link(homepage, homepage)) : paragraph(t('about-mistake-here')),
          note(t('about-licence')),
          note(t('about-version', { version })),
        ],
        buttons: [
          { label: t('browse'), call: { command: 'topics', args: {} } },
          { label: t('all-commands'), call: { command: 'help', args: {} } },
        ],
        call: { command: 'about', args: {} },
        private: true,
      };
    },
  });
