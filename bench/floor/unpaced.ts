import { pace } from '../../src/platforms/telegram/pace.ts';

/**
 * Built into the Parley that is measured: it keeps to Telegram's 30 messages a second of its own accord, which the floor
 * does not, so that at any higher speed nothing but this would be measured.
 */
Object.assign(pace.everywhere, { most: 1_000_000, perMs: 0 });
