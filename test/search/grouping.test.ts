import { describe, expect, it } from 'vitest';
import { groupAlike } from '../../src/search/grouping.ts';

/** The groups of more than one, as the questions themselves. */
function groupsOf(questions: Record<string, number>): string[][] {
  const asked = Object.entries(questions).map(([text, count]) => ({ text, count }));
  return groupAlike(asked).map((places) => places.map((at) => asked[at]?.text ?? ''));
}

const withOthers = {
  'what is the weather in kyiv': 1,
  'best pizza recipe': 1,
  'яка погода у Львові': 1,
  'рецепт борща': 1,
};

describe('questions that ask the same', () => {
  it.each([
    [
      'English',
      ['when will the war end', 'When does the war end?', 'date of the end of the war'],
      ['who pays for reconstruction', 'who is going to pay for the reconstruction of Ukraine'],
    ],
    [
      'Ukrainian',
      ['коли закінчиться війна', 'коли війна закінчиться?'],
      ['хто заплатить за відбудову', 'хто платитиме за відбудову України'],
    ],
    [
      'Russian',
      ['когда закончится война', 'когда уже закончится эта война', 'когда война кончится'],
      ['кто заплатит за восстановление', 'кто будет платить за восстановление Украины'],
    ],
  ])('stand together in %s, and apart from the others', (_, first, second) => {
    const questions = Object.fromEntries([...first.map((one) => [one, 3]), ...second.map((one) => [one, 2])]);
    const groups = groupsOf({ ...questions, ...withOthers }).map((group) => group.toSorted());
    expect(groups).toContainEqual(first.toSorted());
    expect(groups).toContainEqual(second.toSorted());
  });

  it('come in the order of how often they were asked, all together', () => {
    const groups = groupsOf({
      'who pays for reconstruction': 4,
      'elections in ukraine when': 3,
      'will there be elections in Ukraine': 3,
    });
    expect(groups.map((group) => group.length)).toEqual([2, 1]);
  });

  it('do not stand together for the words that any question is asked with', () => {
    expect(
      groupsOf({ 'what is the plan': 1, 'what is the risk': 1, 'що це за план': 1, 'що це за ризик': 1 }),
    ).toHaveLength(4);
  });

  it('are each in one group, even with no word at all', () => {
    const asked = ['', '???', 'мир', 'мир'].map((text) => ({ text, count: 1 }));
    expect(groupAlike(asked).flat().toSorted()).toEqual([0, 1, 2, 3]);
    expect(groupAlike([])).toEqual([]);
  });

  it('are parted, however many there are', () => {
    const asked = Array.from({ length: 2000 }, (_, i) => ({
      text: `чи буде тема${i % 400} колись розв'язана слово${(i * 7) % 300}`,
      count: 1,
    }));
    expect(groupAlike(asked).flat()).toHaveLength(asked.length);
  });
});
