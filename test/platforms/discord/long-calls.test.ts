import { describe, expect, it } from 'vitest';
import { menu, paragraph } from '../../../src/core/document.ts';
import { renderAnswer } from '../../../src/platforms/discord/message.ts';
import { testCaller } from '../../builders/callers.ts';
import { testDispatcher } from '../../builders/dispatcher.ts';

const { commands } = testDispatcher().dispatcher;
const { t } = testCaller();
const ask = (question: string) => ({ command: 'faq', args: { question } });
const long = ask('мир'.repeat(40));

describe('a call with more words in it than a component holds', () => {
  it('has no button, and the others stay', () => {
    const buttons = [
      { label: 'Long', call: long },
      { label: 'Short', call: ask('nato') },
    ];
    const shown = JSON.stringify(renderAnswer({ document: [paragraph('Choose.')], buttons }, 1, commands, t));
    expect(shown).toContain('"faq_nato"');
    expect(shown).not.toContain('Long');
  });

  it('can be read in a menu, and not chosen', () => {
    const items = [
      { label: 'Long', call: long },
      { label: 'Short', call: ask('nato') },
    ];
    const shown = JSON.stringify(renderAnswer({ document: [menu(items)] }, 1, commands, t));
    expect(shown).toContain('Long');
    expect(shown).toContain('"options":[{"label":"2. Short","value":"faq_nato"}]');
  });

  it('leaves no empty menu behind', () => {
    const answer = { document: [menu([{ label: 'Long', call: long }])] };
    expect(JSON.stringify(renderAnswer(answer, 1, commands, t))).not.toContain('"options"');
  });
});
