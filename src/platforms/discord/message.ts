import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RawFile,
} from 'discord.js';
import type { Answer, Button, Call, SentFile } from '../../core/answer.ts';
import { discordCustomIdLimit, packIfShort } from '../../core/call-codec.ts';
import type { Command } from '../../core/command.ts';
import { type Document, note } from '../../core/document.ts';
import { kept, onceEach } from '../../core/once-each.ts';
import { pageOf, paginate } from '../../core/paginate.ts';
import type { Translate } from '../../core/texts.ts';
import { fileLimit, megabytes, sentFiles } from './files.ts';
import { escapeText } from './markdown.ts';
import { containerOf, cut, limits, type Pack, textDisplay, uniqueBy } from './page-components.ts';

/** Room kept for the page line and for the buttons, which follow the text on every page. */
const reserved = { text: 60, components: 16 };
const mostButtons = 10;
/** Of a message (discord.com/developers/docs/reference#uploading-files). */
const mostFiles = 10;
/** Of all menus on a page together: more don't fit a phone's screen. Discord takes 25 in each. */
const mostChoices = 15;

export interface Rendered {
  flags: MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
  /** What the components point to. */
  files: SentFile[];
  page: number;
  pages: number;
}

/** One page of an answer as Discord components: a container with the text, then files and buttons. */
export function renderAnswer(answer: Answer, page: number, commands: readonly Command[], t: Translate): Rendered {
  const pack = packer(commands);
  const { document, files: attached } = withFiles(answer, t);
  const pages = attached.length === 0 ? pagesOf(document) : paginate(document, (one) => fits(one, attached.length));
  const at = pageOf(pages, page);
  const pictures = at.page.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []));
  const inside = containerOf(at.page, pack, t);
  if (at.of > 1) inside.push(textDisplay(`-# ${escapeText(t('page', { number: at.number, of: at.of }))}`));
  const buttons = [...pageButtons(answer.call, at, t), ...(answer.buttons ?? []).slice(0, mostButtons)];
  return {
    components: [
      { type: ComponentType.Container, components: inside },
      ...attached.map(({ name }) => ({ type: ComponentType.File as const, file: { url: `attachment://${name}` } })),
      ...rowsOf(buttons, pack),
    ],
    files: [...attached, ...pictures.map(({ name, png }) => ({ name, bytes: png }))],
    flags: MessageFlags.IsComponentsV2,
    page: at.number,
    pages: at.of,
  };
}

/** The documents of entries are shown again and again. */
const pagesOf = onceEach((document: Document) => paginate(document, (one) => fits(one)));

/** An entry's answer is the same for all readers of a language, by whose words and which commands they have. */
const firstPages = onceEach((_: readonly Command[]) => onceEach((_: Translate) => new WeakMap<Answer, Rendered>()));

function rendered(answer: Answer, page: number, commands: readonly Command[], t: Translate): Rendered {
  if (page !== 1) return renderAnswer(answer, page, commands, t);
  return kept(firstPages(commands)(t), answer, () => renderAnswer(answer, 1, commands, t));
}

/** The same as the body of a message, which mentions nobody. */
export function messageBody(answer: Answer, page: number, commands: readonly Command[], t: Translate) {
  const { components, files, flags } = rendered(answer, page, commands, t);
  return {
    components,
    flags,
    files: files.map(({ name, bytes }) => ({ name, attachment: Buffer.from(bytes) })),
    allowedMentions: { parse: [] },
  };
}

/** A message as a request, beside its nonce and what it replies to; the same for posting and for editing one. */
export interface MessageRequest {
  body: {
    components: APIMessageTopLevelComponent[];
    flags: number;
    attachments: { id: number; filename: string }[];
    allowed_mentions: { parse: [] };
  };
  files: RawFile[];
}

/** The first page of an answer that nobody asked for just then, which mentions nobody. */
export function messageRequest(answer: Answer, commands: readonly Command[], t: Translate): MessageRequest {
  const call = answer.call ?? answer.form?.submit ?? { command: '', args: {} };
  const { components, files, flags } = renderAnswer(withFormButton(answer, call, commands, t), 1, commands, t);
  const attachments = files.map(({ name }, id) => ({ id, filename: name }));
  return {
    body: { components, flags, attachments, allowed_mentions: { parse: [] } },
    files: files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) })),
  };
}

/** A form where none can open: what introduces it, and a button that asks for it again. */
export function withFormButton(answer: Answer, call: Call, commands: readonly Command[], t: Translate): Answer {
  const { form, ...introduction } = answer;
  if (!form) return answer;
  const again = [answer.call ?? call, call, form.submit].find((one) => isPackable(one, commands));
  const button = again ? [{ label: t('open-form'), call: again }] : [];
  return { ...introduction, buttons: [...button, ...(answer.buttons ?? [])] };
}

const isPackable = (call: Call, commands: readonly Command[]): boolean => packer(commands)(call) !== undefined;

/** Undefined for a call that is too long, such as one with words that somebody typed: what would make it is left out. */
const packer =
  (commands: readonly Command[]): Pack =>
  (call) => {
    const command = commands.find((one) => one.name === call.command);
    return command && packIfShort(command, call, discordCustomIdLimit);
  };

/** The files that Discord takes; of larger ones, a word that they are not there. */
function withFiles({ document, files = [] }: Answer, t: Translate): { document: Document; files: SentFile[] } {
  const taken = files.filter(({ bytes }) => bytes.length <= fileLimit).slice(0, mostFiles);
  const missing = taken.length < files.length;
  const said = missing ? [note(t('error-file-too-large', { limit: megabytes(fileLimit) }))] : [];
  return { document: missing ? [...document, ...said] : document, files: sentFiles(taken) };
}

/** Whether a page stays within Discord's limits when rendered, its buttons included. */
export function fits(page: Document, files = 0): boolean {
  const parts = containerOf(
    page,
    () => '',
    (key) => key,
  );
  const text = parts.reduce((sum, part) => sum + ('content' in part ? part.content.length : 0), 0);
  const count = 1 + parts.reduce((sum, part) => sum + ('components' in part ? 1 + part.components.length : 1), 0);
  const choices = page.reduce((sum, block) => sum + (block.kind === 'menu' ? block.items.length : 0), 0);
  return (
    choices <= mostChoices &&
    text <= limits.text - reserved.text &&
    count <= limits.components - reserved.components - files
  );
}

/** For the content check: whether a text of its own fits one message. */
export const fitsOnePage = (document: Document): true | string => fits(document) || 'it takes more than one message';

function pageButtons(call: Call | undefined, at: { number: number; of: number }, t: Translate): Button[] {
  if (!call || at.of === 1) return [];
  return [
    ...(at.number > 1 ? [{ label: t('previous'), call: { ...call, page: at.number - 1 } }] : []),
    ...(at.number < at.of ? [{ label: t('next'), call: { ...call, page: at.number + 1 } }] : []),
  ];
}

function rowsOf(buttons: Button[], pack: Pack): APIActionRowComponent<APIButtonComponent>[] {
  const components = buttons.flatMap((button): APIButtonComponent[] => {
    const label = cut(button.label, limits.buttonLabel);
    if ('url' in button) return [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }];
    const custom_id = pack(button.call);
    if (custom_id === undefined) return [];
    return [{ type: ComponentType.Button, style: styleOf(button.call), label, custom_id }];
  });
  const unique = uniqueBy(components, (one) => ('custom_id' in one ? one.custom_id : 'url' in one ? one.url : ''));
  return Array.from({ length: Math.ceil(unique.length / limits.rowButtons) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: unique.slice(row * limits.rowButtons, (row + 1) * limits.rowButtons),
  }));
}

const styleOf = (call: Call) => (call.page === undefined ? ButtonStyle.Secondary : ButtonStyle.Primary);
