import { fitsOnePage as fitsDiscord } from '../../src/platforms/discord/message.ts';
import { fitsOnePage as fitsTelegram } from '../../src/platforms/telegram/index.ts';
import { update } from './content-folder.ts';

export const platforms = [
  { platform: 'Discord', fits: fitsDiscord },
  { platform: 'Telegram', fits: fitsTelegram },
];

export const updateFile = (text: string) => ({ 'updates/moved.md': text });

export const correctedUpdate = update.replace(
  'revision: 1',
  'revision: 2\ncorrected: The first version named the wrong ministry.',
);

const problem = (severity: string) => (line: number, text: string) =>
  `content/updates/moved.md:${line}  ${severity}  ${text}`;
export const error = problem('error');
export const warning = problem('warning');
