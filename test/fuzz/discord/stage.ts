import { modalOf, type SeenModal } from '../../../src/loopback/discord/modals.ts';
import type { Json } from '../../../src/loopback/discord/payloads.ts';
import type { InteractionState, MessageState } from '../../../src/loopback/discord/world.ts';
import { createDiscord } from '../../../src/platforms/discord/index.ts';
import { fits } from '../../../src/platforms/discord/message.ts';
import { breakGround, type Outcome, type Shelf, type Stage } from '../ground.ts';
import { mutated } from '../mutations.ts';
import { atRest } from '../rest.ts';
import { actOf } from './acts.ts';
import { createCast } from './cast.ts';
import { eventData } from './events.ts';
import type { Deed, DiscordPlan } from './plan.ts';
import { misread, misreadText, refused, unanswered } from './verdict.ts';

/** How many of the bot's latest messages and forms are used again. */
const remembered = 40;
const msBetween = 5_000;
/** What Discord may leave out of an interaction without making it another. */
const dispensable = new Set(['guild', 'guild_locale', 'locale', 'channel', 'app_permissions', 'attachment_size_limit']);
const answerable = new Set(['slash', 'typing', 'message menu', 'press', 'choose', 'submit']);

/** Done where there is nothing yet to do what was planned on. */
const instead: Deed = {
  kind: 'slash',
  command: 1,
  action: 1,
  entered: [{ text: 'nato', pick: 1, isLeftOut: true }],
};

/** The real Discord adapter on a Discord of its own. */
export async function openDiscordStage(shelf: Shelf): Promise<Stage<DiscordPlan>> {
  let now = () => 0;
  const cast = await createCast(() => now() || Date.parse('2026-11-23T12:00:00Z'));
  const { fake, people } = cast;
  const ground = await breakGround(shelf, cast.operators);
  now = ground.now;
  const { parley, texts, log, newIncidentId, dispatcher, delay } = ground;
  const bot = createDiscord({
    token: fake.token,
    apiUrl: fake.apiUrl,
    dispatcher,
    reception: parley.reception,
    texts,
    log,
    newIncidentId,
    onStopped: ({ message }) => log.error(message),
    now,
    delay,
    // Nothing is deferred because the machine is busy: when that happens is not the fuzz's to decide.
    deferAfterMs: 60_000,
    deferFormsAfterMs: 60_000,
  });
  parley.deliverers.set('discord', bot);
  parley.broadcasters.set('discord', bot.broadcaster);
  parley.measurers.set('discord', fits);
  await bot.start();
  await fake.ready();
  const commands = fake.commands();
  const said: MessageState[] = [];
  const forms: SeenModal[] = [];

  async function rest(since: number, interaction?: InteractionState): Promise<boolean> {
    return await atRest(() => {
      const begun = fake.requests.length;
      const isWaiting = interaction !== undefined && interaction.acknowledgedAt === undefined;
      const isBusy = ground.underWay() > 0 || fake.requests.slice(since).some(({ status }) => status === undefined);
      return { begun: begun + (isWaiting ? 0 : 1), isBusy };
    });
  }

  function remember({ answer, followUps }: InteractionState, form: SeenModal | undefined): MessageState[] {
    const fresh = [...new Set([answer, ...followUps].filter((one) => one !== undefined))];
    said.push(...fresh);
    while (said.length > remembered || said[0]?.deleted) said.shift();
    if (form) forms.push(form);
    if (forms.length > remembered) forms.shift();
    return fresh;
  }

  async function play({ who, where, locale, deed, mutations }: DiscordPlan): Promise<Outcome> {
    ground.pass(msBetween);
    const since = fake.requests.length;
    const person = people[who % people.length] as (typeof people)[number];
    person.user.locale = locale;
    const { state: channel } = cast.placeFor(person, where);
    if (deed.kind === 'event') {
      const { value, touched } = mutated(eventData(deed.event, deed.what, cast), mutations);
      fake.dispatch(deed.event, value);
      const faults = (await rest(since)) ? [] : ['hang: the bot did not come to rest'];
      const errors = touched.length > 0 ? [] : ground.takeErrors().map((line) => `logged: ${line}`);
      ground.takeErrors();
      return { faults: [...faults, ...errors], sent: { [deed.event]: value, touched }, kind: 'event' };
    }
    const filesUrl = fake.apiUrl.replace('/api', '/attachments');
    const isThere = ({ deleted }: MessageState) => !deleted;
    const scene = { user: person.user, channel, commands, said: said.filter(isThere), forms, filesUrl };
    const act = actOf(deed, scene) ?? actOf(instead, scene);
    if (!act) return { faults: [], sent: undefined, kind: 'nothing to do' };
    let sent: Json = {};
    let touched: string[] = [];
    const interaction = fake.interact(act, (payload) => {
      const changed = mutated(payload, mutations);
      sent = changed.value;
      touched = changed.touched;
      return sent;
    });
    const isRested = await rest(since, interaction);
    const isWhole = touched.every((one) => one.startsWith('drop ') && dispensable.has(one.slice(5)));
    const mustAnswer = answerable.has(deed.kind) && isWhole;
    const form = modalOf(interaction);
    const errors = ground.takeErrors();
    const faults = [
      ...(isRested ? [] : ['hang: the bot did not come to rest']),
      ...(mustAnswer ? unanswered(interaction) : []),
      ...refused(fake.requests.slice(since), isWhole && answerable.has(deed.kind)),
      ...(isWhole && answerable.has(deed.kind) ? errors.map((line) => `logged: ${line}`) : []),
      ...remember(interaction, form).flatMap(misread),
      ...(form ? misreadText(form.text) : []),
    ];
    return { faults, sent: { ...sent, ...(touched.length > 0 && { touched }) }, kind: isWhole ? deed.kind : 'changed' };
  }

  return {
    platform: 'discord',
    play,
    async close() {
      await bot.stop();
      await fake.close();
      await ground.close();
    },
  };
}
