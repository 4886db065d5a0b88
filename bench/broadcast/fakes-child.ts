import { type Ground, openGround } from './ground.ts';
import type { Asked, Told } from './remote-ground.ts';

/** A platform in a process of its own, so that it does not share the time of what is measured. It ends with its parent. */
let ground: Ground | undefined;
const tell = (told: Told) => process.send?.(told);

process.on('message', async (asked: Asked) => {
  if (asked.what === 'open') {
    ground = await openGround(asked.options, Date.now);
    tell({ connection: ground.connection, places: ground.places });
  } else if (ground) tell(await ground.tally());
});
process.on('disconnect', () => process.exit());
