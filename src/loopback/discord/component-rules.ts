import type { Complaint } from './errors.ts';
import type { Component } from './payloads.ts';

/** What the component rules must know of the message the components belong to. */
export interface ComponentSetting {
  /** Whether the message carries the IS_COMPONENTS_V2 flag. */
  v2: boolean;
  /** The names of the files sent or kept, which `attachment://` may refer to. */
  filenames: string[];
}

type Path = (string | number)[];

const actionRow = 1;
const button = 2;
const selects = [3, 5, 6, 7, 8];
const textDisplay = 10;
const legacyComponents = [actionRow, button, ...selects];

/** Every component of a tree with its path, parents first; a section's accessory and a label's field count too. */
export function walkComponents(components: Component[], at: Path = []): { component: Component; path: Path }[] {
  return components.flatMap((component, index) => visit(component, [...at, index]));
}

function visit(component: Component, path: Path): { component: Component; path: Path }[] {
  return [
    { component, path },
    ...walkComponents(component.components ?? [], [...path, 'components']),
    ...(component.accessory ? visit(component.accessory, [...path, 'accessory']) : []),
    ...(component.component ? visit(component.component, [...path, 'component']) : []),
  ];
}

/**
 * The rules for a message's components which the published schema leaves out: at most 40 counting nested ones, 4000
 * characters in all text displays, five rows without the V2 flag (discord.com/developers/docs/components/reference).
 */
export function componentComplaints(components: Component[], setting: ComponentSetting): Complaint[] {
  const all = walkComponents(components, ['components']);
  const complain = (path: Path, code: string, message: string) => ({ path, code, message });
  const complaints: Complaint[] = [];
  if (!setting.v2 && components.length > 5)
    complaints.push(complain(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.'));
  if (all.length > 40)
    complaints.push(
      complain(
        ['components'],
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        'The total number of components in this message exceeds the limit of 40.',
      ),
    );
  const shown = all.reduce((sum, { component }) => sum + lengthOf(component), 0);
  if (shown > 4000)
    complaints.push(
      complain(
        ['components'],
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        "The total size of displayable text in this message's components exceeds the limit of 4000.",
      ),
    );
  for (const { component, path } of all) {
    if (!setting.v2 && !legacyComponents.includes(component.type))
      complaints.push(
        complain(
          [...path, 'type'],
          'UNION_TYPE_CHOICES',
          `Value of field "type" must be one of (1,). Other types need MessageFlags.IS_COMPONENTS_V2.`,
        ),
      );
    complaints.push(...ruleOf(component).map((found) => ({ ...found, path: [...path, ...found.path] })));
    complaints.push(...attachmentComplaints(component, path, setting.filenames));
  }
  return [...complaints, ...duplicatedIds(all)];
}

/** The characters a text display shows; other components show none that count. */
function lengthOf(component: Component): number {
  return component.type === textDisplay ? [...(component.content ?? '')].length : 0;
}

function ruleOf(component: Component): Complaint[] {
  if (component.type === actionRow) return rowComplaints(component.components ?? []);
  if (component.type === button) return buttonComplaints(component);
  if (selects.includes(component.type)) return selectComplaints(component);
  return [];
}

function rowComplaints(inside: Component[]): Complaint[] {
  const hasSelect = inside.some(({ type }) => selects.includes(type));
  if (!hasSelect || inside.length === 1) return [];
  const message = 'The specified component exceeds the maximum width';
  return [{ path: ['components'], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

function buttonComplaints({ style, custom_id, url, sku_id, label, emoji }: Component): Complaint[] {
  const found: Complaint[] = [];
  const required = (field: string) => found.push({ path: [field], code: 'BASE_TYPE_REQUIRED', message: requiredText });
  const refused = (field: string, why: string) =>
    found.push({ path: [field], code: 'BUTTON_COMPONENT_INVALID_FIELD', message: why });
  const link = style === 5;
  const premium = style === 6;
  if (link && !url) required('url');
  if (link && url && !/^(https?|discord):\/\//.test(url))
    refused('url', 'Scheme must be one of (http, https, discord).');
  if (premium && !sku_id) required('sku_id');
  if (!link && url) refused('url', 'Only a button of style 5 may have a url');
  if (!premium && sku_id) refused('sku_id', 'Only a button of style 6 may have a sku_id');
  if (!link && !premium && !custom_id) required('custom_id');
  if ((link || premium) && custom_id) refused('custom_id', 'A custom id and a url or sku cannot both be specified');
  if (premium && (label || emoji)) refused('label', 'A premium button has no label and no emoji');
  if (!premium && !label && !emoji) required('label');
  return found;
}

const requiredText = 'This field is required';

function selectComplaints({ options, min_values, max_values }: Component): Complaint[] {
  const found: Complaint[] = [];
  const most = max_values ?? 1;
  if ((min_values ?? 1) > most)
    found.push({ path: ['min_values'], code: 'SELECT_COMPONENT_BAD_RANGE', message: 'min_values exceeds max_values' });
  if (!options) return found;
  const values = options.map(({ value }) => value);
  options.forEach(({ value }, index) => {
    if (values.indexOf(value) < index)
      found.push({
        path: ['options', index, 'value'],
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message: 'The specified option value is already used',
      });
  });
  if (max_values && max_values > options.length)
    found.push({
      path: ['max_values'],
      code: 'SELECT_COMPONENT_TOO_MANY_VALUES',
      message: 'max_values is more than the number of options',
    });
  return found;
}

function attachmentComplaints(component: Component, path: Path, filenames: string[]): Complaint[] {
  const media = [component.media, component.file, ...(component.items ?? []).map((item) => item.media)];
  return media.flatMap((item) => {
    const name = item?.url.startsWith('attachment://') ? item.url.slice('attachment://'.length) : undefined;
    if (name === undefined || filenames.includes(name)) return [];
    const message = `The referenced attachment "${name}" was not found`;
    return [{ path, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message }];
  });
}

/** `custom_id` and, where given, the numeric `id` must be unique in the message. */
export function duplicatedIds(all: { component: Component; path: Path }[]): Complaint[] {
  const seen = new Set<string>();
  return all.flatMap(({ component, path }) =>
    (['custom_id', 'id'] as const).flatMap((field) => {
      const value = component[field];
      if (value === undefined || value === null || (field === 'id' && value === 0)) return [];
      const key = `${field}:${value}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const name = field === 'custom_id' ? 'custom id' : 'id';
      const message = `Component ${name} cannot be duplicated`;
      return [{ path: [...path, field], code: `COMPONENT_${field.toUpperCase()}_DUPLICATED`, message }];
    }),
  );
}
