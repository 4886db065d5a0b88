import * as z from 'zod';
import type { SentMessage } from '../core/broadcast.ts';
import type { QuietHours, Subscription } from '../core/subscription.ts';
import { importances, type UpdateWriting } from '../core/update.ts';
import { inLanguages, language, orNothing, platform, somebody, sourceShape, strings } from './shapes.ts';
import type { Delivery, KeptUpdate, UpdateRevision } from './store.ts';

export const updateWritingShape: z.ZodType<UpdateWriting> = z.strictObject({
  original: language,
  importance: z.enum(importances),
  sources: strings,
  cites: z.array(sourceShape),
  topics: strings,
  parties: strings,
  outdates: strings,
  text: inLanguages(z.strictObject({ title: z.string(), body: z.string(), follows: z.number() })),
});

export const updateShape: z.ZodType<KeptUpdate> = z.strictObject({
  id: z.string(),
  community: z.string(),
  contentId: orNothing(z.string()),
  state: z.enum(['pending', 'published', 'retracted']),
  revision: z.int(),
  writing: updateWritingShape,
  publishedAt: z.number(),
  changedAt: z.number(),
  reason: z.string(),
  author: somebody,
}) as z.ZodType<KeptUpdate>;

export const updateRevisionShape: z.ZodType<UpdateRevision> = z.strictObject({
  number: z.int(),
  intent: z.enum(['post', 'edit', 'retract']),
  writing: updateWritingShape,
  author: somebody,
  approvedBy: somebody,
  at: z.number(),
  reason: z.string(),
}) as z.ZodType<UpdateRevision>;

export const quietShape: z.ZodType<QuietHours> = z.strictObject({
  from: z.string(),
  to: z.string(),
  breakingPasses: z.boolean(),
});

export const subscriptionShape: z.ZodType<Subscription> = z.strictObject({
  id: z.string(),
  community: z.string(),
  place: z.strictObject({ platform, chat: z.string(), channel: z.string(), thread: z.string().optional() }),
  title: z.string(),
  isPrivate: z.boolean(),
  topics: strings,
  parties: strings,
  importance: z.enum(['all', 'breaking']),
  language,
  timeZone: z.string(),
  digest: orNothing(z.string()),
  quiet: orNothing(quietShape),
  silent: z.boolean(),
  crosspost: z.boolean(),
  state: z.enum(['active', 'paused', 'ended']),
  pause: orNothing(z.strictObject({ by: z.enum(['person', 'platform']), reason: z.string(), at: z.number() })),
  by: somebody,
  createdAt: z.number(),
  deliveredAt: orNothing(z.number()),
  digestedUntil: z.number(),
  slotAt: z.number(),
  waitUntil: z.number(),
  version: z.int(),
}) as z.ZodType<Subscription>;

const messageShape: z.ZodType<SentMessage> = z.strictObject({
  channel: z.string(),
  id: z.string(),
  isRich: z.boolean().optional(),
  crossposted: z.boolean().optional(),
}) as z.ZodType<SentMessage>;

export const deliveryShape: z.ZodType<Delivery> = z.strictObject({
  id: z.int(),
  item: z.string(),
  kind: z.enum(['update', 'digest']),
  revision: z.int(),
  destination: z.string(),
  platform,
  priority: z.int(),
  turn: z.number(),
  act: z.enum(['post', 'edit', 'follow', 'crosspost']),
  state: z.enum([
    'waiting',
    'later',
    'held',
    'claimed',
    'sending',
    'sent',
    'failed',
    'uncertain',
    'cancelled',
    'superseded',
  ]),
  attempts: z.int(),
  unknownSince: orNothing(z.number()),
  message: orNothing(messageShape),
  leaseUntil: z.number(),
  createdAt: z.number(),
}) as z.ZodType<Delivery>;
