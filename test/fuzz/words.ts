import fc from 'fast-check';
import { fold } from '../../src/core/fold.ts';
import { withoutTraces } from '../../src/core/traces.ts';

/** Somebody and something that nobody here knows, for mentions that must never be made. */
export const strangers = ['111111111111111111', '222222222222222222'] as const;
/** Where no link may ever lead. */
export const evil = 'evil.example';

/** Whether an address leads there; what is typed may well stand in the path of another. */
export const isEvil = (url = ''): boolean => (URL.canParse(url) ? new URL(url).host : url).includes(evil);

/** Markup, each sign of which must be read as it was typed: what stands before the mark stands before it on the screen. */
const marked: readonly [string, string][] = [
  ['**', '**'],
  ['__', '__'],
  ['*', '*'],
  ['_', '_'],
  ['~~', '~~'],
  ['||', '||'],
  ['`', '`'],
  ['```', '```'],
  ['# ', ''],
  ['### ', ''],
  ['-# ', ''],
  ['> ', ''],
  ['>>> ', ''],
  ['- ', ''],
  ['1. ', ''],
  ['<b>', '</b>'],
  ['<a href="https://evil.example/">', '</a>'],
  ['<tg-spoiler>', '</tg-spoiler>'],
  ['<blockquote expandable>', ''],
  ['&lt;', '&gt;'],
  ['&#60;', '&#62;'],
  ['[', '](https://evil.example/x)'],
  ['![', '](https://evil.example/x.png)'],
  ['\\**', '**'],
  ['\\', ''],
  ['</faq:111111111111111111> ', ''],
  ['<:blob:111111111111111111> ', ''],
  ['<t:0:R> ', ''],
  ['<id:home> ', ''],
];

const mentions = [
  '@everyone',
  '@here',
  ...strangers.flatMap((id) => [`<@${id}>`, `<@!${id}>`, `<@&${id}>`, `<#${id}>`]),
];

/** The mark within the markup of that number, for texts in which Markdown means nothing. */
const mark = (number: number) => `ZQ${number}Q`;

/** What must stand before each mark, by the mark. */
export const expectedBefore: ReadonlyMap<string, string> = new Map(marked.map(([open], i) => [mark(i), open]));

const markup = fc.nat(marked.length - 1).map((i) => `${marked[i]?.[0]}${mark(i)}${marked[i]?.[1]}`);
/** The same without marks, and with links that may be made, where whoever writes may use Markdown. */
const formatting = fc
  .nat(marked.length - 1)
  .map((i) => `${marked[i]?.[0]}word${marked[i]?.[1]}`.replaceAll(evil, 'fine.example'));

/** Words that lead somewhere: names, aliases and ids of the content, in its languages. */
const meaningful = fc.constantFrom(
  ...['nato', 'NATO membership', 'ceasefire', 'russia', 'ukraine', 'territory', 'security-guarantees', 'us-role'],
  ...['Що таке перемир’я?', 'нато', 'Почему Россия не остановится?', 'санкції', 'плани', 'Will there be peace?'],
  ...[
    'status',
    'en',
    'uk',
    'ru',
    'help',
    'daily 09:00',
    'Europe/Kyiv',
    'Mon 9:00',
    '22:00-07:00',
    'yes',
    'done',
    'skip',
  ],
  ...['keep', 'cancel', 'back', '2026-01-01', '2026-13-45', 'https://example.org/a', '1', '25:61', '#general', '-'],
);

const codes = fc.constantFrom(
  ...['faq_nato', 'faq-2_nato', 'help', 'topics-1', 'position_russia_nato', 'compare', 'entry.add', 'entry.list-3'],
  ...[
    'draft_abcdefgh_save_1',
    'update.post',
    'update.status_abcdefgh',
    'settings',
    'privacy_yes',
    'faq_%',
    'faq_%E0%A4',
  ],
  ...['faq_'.repeat(30), '!faq_nato', '>faq_nato', 'en:faq-1_nato', 'uk:topics-999', 'f:', 'd:', 'entry--add', '____'],
  ...['__proto__', 'constructor', 'toString', 'entry.edit_nato', 'subscription_abcdefgh_pause', 'unsubscribe', 'a.b.c'],
  ...['entry.import_abcdefgh_apply', 'gaps', 'reports', 'review', 'audit', 'stats', 'link_ABCDEF', 'unlink', 'latest'],
);

const zalgo = fc
  .tuple(fc.constantFrom('нато', 'peace', 'x'), fc.integer({ min: 1, max: 60 }))
  .map(([word, count]) => [...word].map((sign) => sign + '\u0336\u0489\u0301'.repeat(count)).join(''));

const strange = fc.constantFrom(
  ...[
    '',
    ' ',
    '\n\n\n',
    '\u0000',
    '\u200b',
    '\u202e\u202eevil\u202c',
    '\u2066\u2067\u2068',
    '\ufeff',
    '\u00ad'.repeat(50),
  ],
  ...[
    '\ud800',
    'a\udc00b',
    '👨‍👩‍👧‍👦'.repeat(40),
    '🇺🇦🇷🇺',
    'שלום עולם',
    'مرحبا',
    'İıſẞ',
    'ﷺ'.repeat(30),
    '{$x}',
    '{ $count }',
  ],
  ...['%s%n', "'; DROP TABLE entries; --", '<script>alert(1)</script>', '../../etc/passwd', 'null', 'undefined', 'NaN'],
  ...['javascript:alert(1)', 'tg://user?id=111111111', 'https://elsewhere.example', 'a'.repeat(4000), 'я'.repeat(6000)],
  ...[
    '- '.repeat(500),
    '> '.repeat(500),
    '['.repeat(400),
    '*'.repeat(999),
    '`'.repeat(777),
    '\n'.repeat(3000),
    '|'.repeat(300),
  ],
);

/** Any signs at all; fast-check's own would first list all that there are, which takes seconds. */
const anySigns = fc
  .array(fc.integer({ min: 1, max: 0x10ffff }), { maxLength: 80 })
  .map((codes) => codes.map((code) => String.fromCodePoint(code)).join(''));

const random = fc.oneof(fc.string({ maxLength: 120 }), anySigns);

/** Several of them side by side. */
const joined = (one: fc.Arbitrary<string>) => fc.array(one, { minLength: 2, maxLength: 5 }).map((all) => all.join(' '));

const tame = fc.oneof(meaningful, codes, zalgo, strange, random, fc.constantFrom(...mentions));

/** Whatever somebody may type where Markdown means nothing. */
export const nasty: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: meaningful, weight: 4 },
  { arbitrary: markup, weight: 3 },
  { arbitrary: tame, weight: 3 },
  { arbitrary: joined(fc.oneof(markup, tame)), weight: 2 },
);

/** Whatever may be typed where Markdown is understood. */
export const written: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: meaningful, weight: 4 },
  { arbitrary: formatting, weight: 2 },
  { arbitrary: tame, weight: 3 },
  { arbitrary: joined(fc.oneof(formatting, tame)), weight: 2 },
);

/** What is pressed that no button of ours holds. */
export const code: fc.Arbitrary<string> = fc.oneof(codes, nasty);

/** What a question that is kept for moderators is rid of. Whether it became a mention is looked for apart. */
const isTrace = (before: string): boolean => withoutTraces(`${before}two words`) === 'two words';

/**
 * Marks that are read without the signs before them, so that the signs became markup. Word joiners, which keep Telegram
 * from finding links by itself, are not seen, and semicolons may have stood between two things to choose; in an address
 * signs are encoded.
 */
export function unescaped(shown: string): string[] {
  const plain = (text: string) => text.replace(/[\u2060;\s]/gu, '');
  const read = plain(shown);
  return [...read.matchAll(/ZQ\d+Q/gu)].flatMap(({ 0: found, index }) => {
    const before = expectedBefore.get(found);
    const preceding = read.slice(0, index);
    if (before === undefined || [plain(before), encodeURI(before)].some((one) => preceding.endsWith(one))) return [];
    if (isTrace(before)) return [];
    // Of an option that was understood as far as it went, the rest is quoted; signs belong to no word of it.
    if (/[“«][^”»]*$/u.test(preceding) && fold(before).trim() === '') return [];
    return [
      `${JSON.stringify(before)} before ${found} in ${JSON.stringify(read.slice(Math.max(0, index - 30), index + 20))}`,
    ];
  });
}
