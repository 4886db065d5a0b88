import { parse } from 'discord-markdown-parser';
import { html, nothing } from 'lit';
import { words } from '../words.ts';
import { linkTarget } from './links.ts';
import { type MarkdownBlock, markdownBlocks } from './markdown-blocks.ts';
import type { Names } from './names.ts';
import { timestamp } from './timestamps.ts';

interface InlineNode {
  type: string;
  content?: string | InlineNode[];
  target?: string;
  id?: string;
  name?: string;
  fullName?: string;
  timestamp?: string;
  format?: string;
}

/** A text in Discord's Markdown; whatever is no markup stays text. */
export function markdown(text: string, names: Names): unknown {
  return markdownBlocks(text).map((block) => blockTemplate(block, names));
}

function blockTemplate(block: MarkdownBlock, names: Names): unknown {
  switch (block.kind) {
    case 'heading':
      return heading(block.level, inline(block.text, names));
    case 'subtext':
      return html`<small class="subtext">${inline(block.text, names)}</small>`;
    case 'quote':
      return html`<blockquote>${block.blocks.map((one) => blockTemplate(one, names))}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${item.map((one) => blockTemplate(one, names))}</li>`);
      return block.ordered ? html`<ol start=${block.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'text':
      return html`<div class="text">${inline(block.text, names)}</div>`;
  }
}

/** Discord's own headings are the page's third level and below. */
function heading(level: number, content: unknown) {
  if (level === 1) return html`<h3 class="level-1">${content}</h3>`;
  return level === 2 ? html`<h4 class="level-2">${content}</h4>` : html`<h5 class="level-3">${content}</h5>`;
}

const inline = (text: string, names: Names): unknown => inlineNodes(parse(text, 'extended') as InlineNode[], names);

const inlineNodes = (nodes: string | InlineNode[] | undefined, names: Names): unknown =>
  typeof nodes === 'string' || nodes === undefined
    ? (nodes ?? '')
    : nodes.filter((_node, i) => !isBesideCode(nodes, i)).map((node) => inlineTemplate(node, names));

/** A code block stands on lines of its own: the line breaks around it are part of that. */
const isBesideCode = (nodes: InlineNode[], i: number): boolean =>
  nodes[i]?.type === 'br' && [nodes[i - 1], nodes[i + 1]].some((node) => node?.type === 'codeBlock');

function inlineTemplate(node: InlineNode, names: Names): unknown {
  const content = () => inlineNodes(node.content, names);
  switch (node.type) {
    case 'br':
    case 'newline':
      return '\n';
    case 'strong':
      return html`<strong>${content()}</strong>`;
    case 'em':
      return html`<em>${content()}</em>`;
    case 'underline':
      return html`<u>${content()}</u>`;
    case 'strikethrough':
      return html`<s>${content()}</s>`;
    case 'inlineCode':
      return html`<code>${content()}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${content()}</code></pre>`;
    case 'spoiler':
      return html`<span class="spoiler" role="button" tabindex="0" aria-label=${words.discord.spoiler}
        @click=${reveal} @keydown=${reveal}>${content()}</span>`;
    case 'link':
    case 'autolink':
    case 'url':
      return link(node.target ?? '', content());
    case 'user':
      return mention('user', names.user(node.id ?? '') ?? 'unknown-user');
    case 'role':
      return mention('role', 'role');
    case 'channel':
      return mention('channel', names.channel(node.id ?? '') ?? 'unknown');
    case 'slashCommand':
      return mention('slash', node.fullName ?? '');
    case 'everyone':
    case 'here':
      return mention('role', node.type);
    case 'timestamp':
      return timestamp(Number(node.timestamp) * 1_000, node.format, names);
    case 'emoji':
      return `:${node.name ?? ''}:`;
    default:
      return node.content === undefined ? (node.name ?? nothing) : content();
  }
}

const mention = (type: 'user' | 'role' | 'channel' | 'slash', name: string) =>
  html`<discord-mention type=${type}>${name}</discord-mention>`;

/** A link, where it leads somewhere safe; else just its text. */
function link(target: string, content: unknown) {
  const address = linkTarget(target);
  return address === undefined
    ? content
    : html`<a href=${address} target="_blank" rel="noopener noreferrer">${content}</a>`;
}

function reveal(event: Event) {
  if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
  const spoiler = event.currentTarget as HTMLElement;
  spoiler.classList.add('shown');
  for (const name of ['role', 'tabindex', 'aria-label']) spoiler.removeAttribute(name);
}
