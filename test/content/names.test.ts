import { describe, expect, it } from 'vitest';
import { foldLookAlikes } from '../../src/core/look-alikes.ts';
import { bordersInUkrainian, changed, complaints, plan } from './content-folder.ts';

const taken = 'Take one of the two away, or word it differently.';
const retype = 'One has letters of another alphabet: retype it, or take it away.';

describe('a name in the FAQ', () => {
  const frontCalled = (aliases: string) => complaints(changed('faq/front.md', 'aliases: []', `aliases: [${aliases}]`));

  it('means one entry, however it is spelt', async () => {
    expect(await frontCalled('new, “BORDER-LINE”!')).toEqual([
      `content/faq/front.md:5  error  The alias ““BORDER-LINE”!” is taken: content/faq/borders.md:5 has the alias “border line”. ${taken}`,
    ]);
    expect(await frontCalled('Where is the border')).toEqual([
      `content/faq/front.md:5  error  The alias “Where is the border” is taken: content/faq/borders.md:4 has the question “Where is the border?”. ${taken}`,
    ]);
    expect(await frontCalled('borders')).toEqual([
      `content/faq/front.md:5  error  The alias “borders” is taken: content/faq/borders.md:2 has the id “borders”. ${taken}`,
    ]);
  });

  it('is not the question of another', async () => {
    expect(await complaints(changed('faq/front.md', 'Where is the front?', 'Where is the border?'))).toEqual([
      `content/faq/front.md:4  error  The question “Where is the border?” is taken: content/faq/borders.md:4 has the question “Where is the border?”. ${taken}`,
    ]);
  });

  it('means one entry in all languages together', async () => {
    const clash = bordersInUkrainian.replace('[лінія кордону]', '[лінія кордону, Front]');
    expect(await complaints({ 'faq/borders.uk.md': clash })).toEqual([
      `content/faq/borders.uk.md:4  error  The alias “Front” is taken: content/faq/front.md:2 has the id “front”. ${taken}`,
    ]);
  });

  it('may be the same in two languages of one entry, or as its id', async () => {
    const same = bordersInUkrainian.replace('[лінія кордону]', '[border line]');
    expect(await complaints({ 'faq/borders.uk.md': same })).toEqual([]);
    expect(await frontCalled('Front')).toEqual([]);
  });

  it('is pointed out where it is there twice', async () => {
    expect(await frontCalled('the line, "The line!"')).toEqual([
      'content/faq/front.md:5  warning  The alias “The line!” is there already. Take it away: spelling does not matter.',
    ]);
  });

  it('cannot be told from another by its alphabet', async () => {
    expect(await frontCalled('bоrder linе')).toEqual([
      `content/faq/front.md:5  error  The alias “bоrder linе” looks like the alias “border line” in content/faq/borders.md:5. ${retype}`,
    ]);
  });

  it('has something to read in it', async () => {
    expect(await frontCalled('"???"')).toEqual([
      'content/faq/front.md:5  error  The alias “???” has no letters or digits. Write it in words.',
    ]);
  });

  it('may be that of a topic, a party or a plan', async () => {
    expect(await frontCalled('NATO, Russia, The freeze')).toEqual([]);
  });
});

describe('a name of a party, topic, source or plan', () => {
  it('means one party or topic', async () => {
    expect(await complaints(changed('parties.yaml', '[Kyiv]', '[Kyiv, Россия]'))).toEqual([
      `content/parties.yaml:8  error  The alias “Россия” is taken: content/parties.yaml:3 has the name “Россия”. ${taken}`,
    ]);
    expect(await complaints(changed('topics.yaml', '[land]', '[Kyiv]'))).toEqual([
      `content/topics.yaml:6  error  The alias “Kyiv” is taken: content/parties.yaml:8 has the alias “Kyiv”. ${taken}`,
    ]);
  });

  it('is found out in another alphabet: NАТО with a Latin N', async () => {
    expect(await complaints(changed('topics.yaml', '[land]', '[NАТО]'))).toEqual([
      `content/topics.yaml:7  error  The id “nato” looks like the alias “NАТО” in content/topics.yaml:6. ${retype}`,
      `content/topics.yaml:10  error  The name “NATO” looks like the alias “NАТО” in content/topics.yaml:6. ${retype}`,
    ]);
  });

  it('may be a code, and codes differ', async () => {
    expect(await complaints(changed('topics.yaml', 'code: na', 'code: te'))).toEqual([
      `content/topics.yaml:8  error  The code “te” is taken: content/topics.yaml:2 has the code “te”. ${taken}`,
    ]);
    expect(await complaints(changed('parties.yaml', 'code: ua', 'code: ru'))).toEqual([
      `content/parties.yaml:6  error  The code “ru” is taken: content/parties.yaml:2 has the code “ru”. ${taken}`,
    ]);
  });

  it('is an id that nothing else of the kind has', async () => {
    const again =
      '- id: speech\n  title: B\n  publisher: B\n  author: B\n  kind: book\n  published: 2023\n  collected: 2026-01-02\n';
    const sources = changed('sources.yaml', '- id: speech', `${again}- id: speech`);
    expect(await complaints(sources)).toEqual([
      `content/sources.yaml:8  error  The id “speech” is taken: content/sources.yaml:1 has the id “speech”. ${taken}`,
    ]);
  });

  it('means one plan', async () => {
    const other = plan
      .replace('id: freeze', 'id: ice')
      .replace('name: The freeze', 'name: Ice')
      .replace('[frozen line]', '[Freeze]');
    expect(await complaints({ 'plans/ice.md': other })).toEqual([
      `content/plans/ice.md:5  error  The alias “Freeze” is taken: content/plans/freeze.md:2 has the id “freeze”. ${taken}`,
    ]);
  });
});

describe('letters that look alike', () => {
  it.each([
    ['NATO', 'NАTО'],
    ['NATO', 'ΝΑΤΟ'],
    ['Moscow', 'Мosсоw'],
    ['HIMARS', 'НІМАRЅ'],
    ['peace', 'реасе'],
  ])('are the same: %s and %s', (latin, mixed) => {
    expect(latin).not.toBe(mixed);
    expect(foldLookAlikes(mixed)).toBe(foldLookAlikes(latin));
  });

  it.each([
    ['NATO', 'НАТО'],
    ['мир', 'mir'],
    ['їжа', 'іжа'],
  ])('are not those that look different: %s and %s', (one, other) => {
    expect(foldLookAlikes(one)).not.toBe(foldLookAlikes(other));
  });
});
