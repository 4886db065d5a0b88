import type { Measurer } from './content/check.ts';

/** What tells whether a text goes into one message of each platform. */
export async function contentMeasurers(): Promise<Measurer[]> {
  const [discord, telegram] = await Promise.all([
    import('./platforms/discord/message.ts'),
    import('./platforms/telegram/index.ts'),
  ]);
  return [
    { platform: 'Discord', fits: discord.fitsOnePage },
    { platform: 'Telegram', fits: telegram.fitsOnePage },
  ];
}
