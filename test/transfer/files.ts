import { strToU8, zipSync } from 'fflate';
import type { Call } from '../../src/core/answer.ts';
import { elsewhere, guild, newsroom, nextTalks, type Writer } from '../editing/newsroom.ts';

/** Sends a file along with `/entry import`. */
export function send(writer: Writer, bytes: Uint8Array | string, name = 'entries.zip'): Promise<string> {
  const content = typeof bytes === 'string' ? strToU8(bytes) : bytes;
  const file = { name, size: content.length, read: async () => content };
  return writer.send({ command: 'entry import', args: {}, files: { file } });
}

/** The file that the latest answer carries. */
export function received({ answer }: Writer) {
  const [file] = answer.files ?? [];
  if (!file) throw new Error('There is no file.');
  return file;
}

/** What the first button of the latest answer does: kept, as on an old message. */
export function firstCall({ answer }: Writer): Call {
  const [button] = answer.buttons ?? [];
  if (!button || !('call' in button)) throw new Error('There is no button.');
  return button.call;
}

export const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

export const sourcesYaml = `- id: example-talks
  title: Talks to resume
  publisher: Example Times
  author: unknown
  kind: reporting
  url: https://example.org/talks
  published: 2026-02-27
  collected: 2026-03-01
`;

/** An entry as a file; lines of its front matter may be told otherwise. */
export function entryFile(
  id: string,
  question: string,
  { front = {} as Record<string, string>, body = 'In **Istanbul**.' } = {},
) {
  const keys = {
    id,
    question,
    aliases: '[]',
    topics: '[territory]',
    parties: '[]',
    related: '[]',
    revision: '1',
    sources: '[example-talks]',
    'as-of': '2026-02-27',
    'review-by': '2026-06-01',
    ...front,
  };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

/** Three sound entries, of which the first and second name each other. */
export const sound = () => ({
  'sources.yaml': sourcesYaml,
  'faq/next-talks.md': entryFile('next-talks', 'When are the next talks?', { front: { related: '[who-talks]' } }),
  'faq/who-talks.md': entryFile('who-talks', 'Who talks?', { front: { related: '[next-talks, nato-membership]' } }),
  'positions/russia/territory.md': `---
party: russia
topic: territory
stance: Claims five regions
revision: 1
sources: [example-talks]
as-of: 2026-02-27
review-by: 2026-06-01
---
## wants
It *says* so.
`,
});

/** Two communities with a moderator each, and a member. */
export async function place() {
  const room = await newsroom();
  const { store } = room;
  const community = (await store.communities.of(guild, 0)).id;
  const other = (await store.communities.of(elsewhere, 0)).id;
  const items = async (id = community) => (await store.entries.all(id)).items;
  return {
    ...room,
    community,
    other,
    items,
    anna: room.moderator('anna'),
    boris: room.moderator('boris'),
    olena: room.moderator('olena', elsewhere),
    mia: room.meet('mia', guild),
  };
}

/** A community with entries in two languages, a position, and a shared entry of its own wording. */
export async function written() {
  const room = await place();
  const { anna } = room;
  await anna.say('/entry add');
  await anna.fillIn({ ...nextTalks, aliases: 'next round\nнаступні переговори' });
  await anna.press('✅ Publish');
  await anna.say('/entry edit when-are-the-next-talks українська');
  await anna.fillIn({ question: 'Коли наступні переговори?', answer: 'У **Стамбулі**, у квітні.' });
  await anna.press('✅ Publish');
  await anna.say('/entry edit nato-membership');
  await anna.fillIn({
    answer: '**No.**\n\n- one\n- two',
    sources: 'lavrov-speech\nhttps://example.org/a | A | B | 2026',
  });
  await anna.press('✅ Publish');
  await anna.say('/entry position russia nato');
  await anna.fillIn({ wants: 'It says:\n\n## reasons\n\nNone.', asof: '2026-02-27' });
  await anna.press('✅ Publish');
  return room;
}
