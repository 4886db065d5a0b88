import { describe, expect, it } from 'vitest';
import { checkModal } from '../../../src/loopback/discord/modal-rules.ts';
import type { Component } from '../../../src/loopback/discord/payloads.ts';

const text: Component = { type: 4, custom_id: 'a', style: 1, value: 'x', max_length: 10 };
const ab = [
  { label: 'A', value: 'a' },
  { label: 'B', value: 'b' },
];
const menu: Component = { type: 3, custom_id: 'a', options: ab };
const modal = (component: Component, label: Partial<Component> = {}) => ({
  type: 9,
  data: { custom_id: 'x', title: 't', components: [{ type: 18, label: 'l', ...label, component }] },
});
const refusal = (body: Parameters<typeof checkModal>[0]) => JSON.stringify(checkModal(body)?.body ?? 'fine');

describe('a modal', () => {
  it.each([
    ['a text that is filled in', modal(text, { description: 'How' })],
    ['a menu of which one may be chosen', modal(menu)],
    ['a menu of which none need be', modal({ ...menu, min_values: 0, max_values: 2, required: false })],
  ])('is taken with %s', (_, body) => {
    expect(refusal(body)).toBe('"fine"');
  });

  it.each([
    ['a label of 46 characters', modal(text, { label: 'x'.repeat(46) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a hint of 101', modal(text, { description: 'x'.repeat(101) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a label twice', modal({ ...text, label: 'again' }), 'COMPONENT_LABEL_INVALID'],
    ['a text longer than it may be', modal({ ...text, value: 'x'.repeat(11) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a text of no length', modal({ ...text, max_length: 0 }), 'NUMBER_TYPE_MIN'],
    ['a text of 4001 characters', modal({ ...text, max_length: 4001 }), 'NUMBER_TYPE_MAX'],
    ['a menu without options', modal({ ...menu, options: [] }), 'BASE_TYPE'],
    ['more chosen than may be', modal({ ...menu, options: ab.map((one) => ({ ...one, default: true })) }), 'DEFAULT'],
    ['a required menu of which none need be chosen', modal({ ...menu, min_values: 0 }), 'REQUIRED_ZERO_MIN_VALUES'],
    ['a disabled menu', modal({ ...menu, disabled: true }), 'SELECT_COMPONENT_DISABLED'],
    ['an option twice', modal({ ...menu, options: [...ab, ...ab] }), 'OPTION_VALUE_DUPLICATED'],
    [
      '26 options',
      modal({ ...menu, options: Array.from({ length: 26 }, (_, i) => ({ label: 'l', value: `v${i}` })) }),
      'BASE_TYPE_MAX',
    ],
    ['a button in a label', modal({ type: 2, style: 1, label: 'x', custom_id: 'b' }), 'UNION_TYPE_CHOICES'],
    [
      'a menu without a label',
      { type: 9, data: { custom_id: 'x', title: 't', components: [{ type: 1, components: [menu] }] } },
      'BASE_TYPE_CHOICES',
    ],
    [
      'a title of 46 characters',
      { type: 9, data: { ...modal(text).data, title: 't'.repeat(46) } },
      'BASE_TYPE_MAX_LENGTH',
    ],
  ])('is refused with %s', (_, body, code) => {
    expect(refusal(body)).toContain(code);
  });
});
