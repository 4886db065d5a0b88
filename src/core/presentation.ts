import { type Caller, type Choice, choice, optional } from './command.ts';

/** How an answer is wanted that can be shown in either way. */
export type Presentation = 'picture' | 'words';

const presentations: Choice[] = [
  {
    value: 'picture',
    code: 'p',
    name: { en: 'picture', uk: 'зображення', ru: 'картинка' },
    aliases: ['image', 'as a picture', 'картинка', 'картинкою', 'картинкой', 'зображенням', 'изображение'],
  },
  {
    value: 'words',
    code: 'w',
    name: { en: 'words', uk: 'текст', ru: 'текст' },
    aliases: ['text', 'in words', 'as text', 'текстом', 'словами'],
  },
];

/** The last option of commands whose answer can be a picture. */
export const presentation = () => ({ ...optional(choice(() => presentations)), onlyKnown: true }) as const;

/** As it is asked for, or else as the platform shows it best. */
export const presentationFor = (asked: string | undefined, { pictures }: Pick<Caller, 'pictures'>): Presentation =>
  asked === 'picture' || (asked === undefined && pictures === 'first') ? 'picture' : 'words';
