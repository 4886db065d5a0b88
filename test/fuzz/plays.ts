import type { Play } from './campaign.ts';
import { discordPlan } from './discord/plan.ts';
import { openDiscordStage } from './discord/stage.ts';
import type { Shelf } from './ground.ts';
import { telegramPlan } from './telegram/plan.ts';
import { openTelegramStage } from './telegram/stage.ts';

/** What can be played on each platform. */
export function playsOn(shelf: Shelf): Record<'discord' | 'telegram', Play<unknown>> {
  return {
    discord: {
      plans: discordPlan,
      open: (draws) => openDiscordStage({ ...shelf, draws }),
    } as Play<never> as Play<unknown>,
    telegram: {
      plans: telegramPlan,
      open: (draws) => openTelegramStage({ ...shelf, draws }),
    } as Play<never> as Play<unknown>,
  };
}
