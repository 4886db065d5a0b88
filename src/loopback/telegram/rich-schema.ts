import * as z from 'zod';
import type { RichBlock, RichText } from './rich-blocks.ts';

const styles = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'subscript',
  'superscript',
  'marked',
  'code',
] as const;
const yes = z.literal(true).optional();
const actions = {
  url: z.string().optional(),
  callback_data: z.string().optional(),
  web_app: z.strictObject({ url: z.string() }).optional(),
  login_url: z.looseObject({ url: z.string() }).optional(),
  switch_inline_query: z.string().optional(),
  switch_inline_query_current_chat: z.string().optional(),
  switch_inline_query_chosen_chat: z.looseObject({}).optional(),
  copy_text: z.strictObject({ text: z.string() }).optional(),
  disabled: z.strictObject({}).optional(),
};

const text: z.ZodType<RichText> = z.lazy(() => z.union([z.string(), z.array(text), piece]));
const button = z.strictObject({ text, style: z.enum(['danger', 'success', 'primary', 'link']).optional(), ...actions });

/** Rich text as a bot may send it (core.telegram.org/bots/api#richtext). */
const piece = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(styles), text }),
  z.strictObject({
    type: z.literal('date_time'),
    text,
    unix_time: z.int(),
    date_time_format: z.string().regex(/^(r|w?[dD]?[tT]?)$/),
  }),
  z.strictObject({ type: z.literal('text_mention'), text, user: z.looseObject({ id: z.int() }) }),
  z.strictObject({
    type: z.literal('custom_emoji'),
    custom_emoji_id: z.string().regex(/^\d+$/),
    alternative_text: z.string(),
  }),
  z.strictObject({ type: z.literal('mathematical_expression'), expression: z.string() }),
  z.strictObject({ type: z.literal('url'), text, url: z.string().regex(/^(https?|tg|ton|tonsite):\/\/[^\s/]/i) }),
  z.strictObject({ type: z.literal('email_address'), text, email_address: z.string() }),
  z.strictObject({ type: z.literal('phone_number'), text, phone_number: z.string() }),
  z.strictObject({ type: z.literal('bank_card_number'), text, bank_card_number: z.string() }),
  z.strictObject({ type: z.literal('mention'), text, username: z.string() }),
  z.strictObject({ type: z.literal('hashtag'), text, hashtag: z.string() }),
  z.strictObject({ type: z.literal('cashtag'), text, cashtag: z.string() }),
  z.strictObject({ type: z.literal('bot_command'), text, bot_command: z.string() }),
  z.strictObject({ type: z.literal('button'), button }),
  z.strictObject({ type: z.literal('anchor'), name: z.string() }),
  z.strictObject({ type: z.literal('anchor_link'), text, anchor_name: z.string() }),
  z.strictObject({ type: z.literal('reference'), text, name: z.string() }),
  z.strictObject({ type: z.literal('reference_link'), text, reference_name: z.string() }),
]);

const caption = z.strictObject({ text, credit: text.optional() }).optional();
const credit = text.optional();
const span = z.int().min(1).optional();
const cell = z.strictObject({
  text: text.optional(),
  is_header: yes,
  colspan: span,
  rowspan: span,
  align: z.enum(['left', 'center', 'right']),
  valign: z.enum(['top', 'middle', 'bottom']),
});
const block: z.ZodType<RichBlock> = z.lazy(() => anyBlock) as z.ZodType<RichBlock>;
const blocks = z.array(block);
const item = z.strictObject({
  blocks,
  has_checkbox: yes,
  is_checked: yes,
  value: z.int().optional(),
  type: z.enum(['a', 'A', 'i', 'I', '1']).optional(),
});
const media = z.looseObject({ type: z.string(), media: z.string().min(1) });
const mediaBlock = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), [type]: media, has_spoiler: yes, caption } as Record<string, z.ZodType> & {
    type: z.ZodLiteral<T>;
  });
const group = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), blocks: blocks.min(1), caption });
const side = z.int().min(0).max(10_000);

const anyBlock = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text }),
  z.strictObject({ type: z.literal('heading'), text, size: z.int().min(1).max(6) }),
  z.strictObject({ type: z.literal('pre'), text, language: z.string().optional() }),
  z.strictObject({ type: z.literal('footer'), text }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({ type: z.literal('mathematical_expression'), expression: z.string() }),
  z.strictObject({ type: z.literal('anchor'), name: z.string() }),
  z.strictObject({ type: z.literal('list'), items: z.array(item).min(1) }),
  z.strictObject({ type: z.literal('blockquote'), blocks, credit }),
  z.strictObject({ type: z.literal('expandable_blockquote'), text, credit }),
  z.strictObject({ type: z.literal('pullquote'), text, credit }),
  group('collage'),
  group('slideshow'),
  z.strictObject({
    type: z.literal('table'),
    cells: z.array(z.array(cell)).min(1),
    is_bordered: yes,
    is_striped: yes,
    is_compact: yes,
    caption: text.optional(),
  }),
  z.strictObject({ type: z.literal('details'), summary: text, blocks, is_open: yes }),
  z.strictObject({
    type: z.literal('map'),
    location: z.looseObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
    zoom: z.int().min(0).max(24),
    width: side,
    height: side,
    caption,
  }),
  mediaBlock('animation'),
  mediaBlock('audio'),
  mediaBlock('document'),
  mediaBlock('photo'),
  mediaBlock('video'),
  mediaBlock('voice_note'),
  z.strictObject({
    type: z.literal('buttons'),
    buttons: z.array(button).min(1).max(8),
    align: z.enum(['left', 'center', 'right']).optional(),
  }),
]);

/** The blocks a bot may send in a rich message, `thinking` excepted: that one is for drafts (core.telegram.org/bots/api#inputrichblock). */
export const richBlocksSchema: z.ZodType<RichBlock[]> = z.array(block).min(1);
