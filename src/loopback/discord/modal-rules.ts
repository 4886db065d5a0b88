import { ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { duplicatedIds, walkComponents } from './component-rules.ts';
import { type ApiError, type Complaint, invalidForm } from './errors.ts';
import type { CallbackBody, Component } from './payloads.ts';
import { schemaComplaints } from './schema.ts';

type Path = (string | number)[];

const textInput = 4;
const stringSelect = 3;

/**
 * Refuses what Discord refuses in a modal: a title over 45 characters, other than one to five components, a text input
 * without a label around or on it, twice the same custom id (discord.com/developers/docs/components/reference).
 */
export function checkModal(body: CallbackBody): ApiError | undefined {
  const schema = schemaComplaints(ModalInteractionCallbackRequestSchema, body);
  if (schema.length > 0) return invalidForm(schema);
  const components = body.data?.components ?? [];
  const all = walkComponents(components, ['data', 'components']);
  const found: Complaint[] = [
    ...duplicatedIds(all),
    ...all.flatMap(({ component, path }) => inputComplaints(component, path)),
  ];
  if (components.length > 5)
    found.push({
      path: ['data', 'components'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be between 1 and 5 in length.',
    });
  return found.length > 0 ? invalidForm(found) : undefined;
}

function inputComplaints(component: Component, path: Path): Complaint[] {
  const found: Complaint[] = [];
  const complain = (field: string, code: string, message: string) =>
    found.push({ path: [...path, field], code, message });
  const inLabel = path.at(-1) === 'component';
  if (component.type === 1 && (component.components?.length ?? 0) > 1)
    complain('components', 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  if (component.type === textInput) {
    const { label, value, min_length, max_length } = component;
    if (inLabel && label)
      complain('label', 'COMPONENT_LABEL_INVALID', 'A text input in a label has no label of its own');
    if (!inLabel && !label) complain('label', 'BASE_TYPE_REQUIRED', 'This field is required');
    const least = min_length ?? 0;
    const most = max_length ?? 4000;
    if (least > most) complain('min_length', 'COMPONENT_TEXT_INPUT_BAD_RANGE', 'min_length exceeds max_length');
    if (value && value.length > most) complain('value', 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
    if (value && value.length < least) complain('value', 'BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`);
  }
  if (component.type === stringSelect) found.push(...selectComplaints(component, path));
  return found;
}

/** What a menu in a modal must keep to besides its schema (discord.com/developers/docs/components/reference#string-select). */
function selectComplaints({ options = [], min_values, max_values, required, disabled }: Component, path: Path) {
  const found: Complaint[] = [];
  const complain = (field: string, code: string, message: string) =>
    found.push({ path: [...path, field], code, message });
  const most = max_values ?? 1;
  if (most > options.length || (min_values ?? 1) > most)
    complain('max_values', 'SELECT_COMPONENT_BAD_RANGE', 'min_values, max_values and the options do not fit');
  if (required !== false && min_values === 0)
    complain(
      'min_values',
      'SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES',
      'Select menus marked as required cannot have a min_values of 0',
    );
  if (disabled) complain('disabled', 'SELECT_COMPONENT_DISABLED_IN_MODAL', 'A menu in a modal cannot be disabled');
  if (options.filter((option) => option.default).length > most)
    complain('options', 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'More options are set than may be chosen');
  if (new Set(options.map(({ value }) => value)).size < options.length)
    complain('options', 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
  return found;
}
