import { expect, it } from 'vitest';
import { complaints } from './content-folder.ts';

it('a text past its review is pointed out from the day after', async () => {
  expect(await complaints({}, { today: '2027-01-31' })).toEqual([]);
  const due =
    'The review was due on 2027-01-31. Readers are told so. Compare the text with its sources, then set the next day.';
  expect(await complaints({}, { today: '2027-02-01' })).toEqual([
    `content/faq/borders.md:10  warning  ${due}`,
    `content/faq/front.md:10  warning  ${due}`,
    `content/plans/freeze.md:12  warning  ${due}`,
    `content/positions/ukraine/nato.md:8  warning  ${due}`,
  ]);
});
