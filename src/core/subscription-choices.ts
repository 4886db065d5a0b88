import type { Choice } from './command.ts';
import type { Language } from './language.ts';

const choice = (value: string, code: string, name: Record<Language, string>, ...aliases: string[]): Choice => ({
  value,
  code,
  name,
  aliases,
});

/** When updates come. */
export const whenChoices: Choice[] = [
  choice('instant', 'i', { en: 'At once', uk: 'Одразу', ru: 'Сразу' }, 'immediately', 'now'),
  choice('daily', 'd', { en: 'Every day', uk: 'Щодня', ru: 'Ежедневно' }, 'каждый день'),
  choice('weekdays', 'k', { en: 'Monday to Friday', uk: 'У будні', ru: 'По будням' }, 'workdays', 'будні', 'будни'),
  choice('weekly', 'w', { en: 'Once a week', uk: 'Щотижня', ru: 'Еженедельно' }, 'раз на тиждень', 'раз в неделю'),
  choice('custom', 'c', { en: 'By a cron rule', uk: 'За правилом cron', ru: 'По правилу cron' }, 'cron', 'rule'),
];

/** The days of a week; `weekdayOf` has their numbers. */
export const dayChoices: Choice[] = [
  choice('mon', '1', { en: 'Monday', uk: 'Понеділок', ru: 'Понедельник' }, 'mondays', 'пн', 'щопонеділка'),
  choice('tue', '2', { en: 'Tuesday', uk: 'Вівторок', ru: 'Вторник' }, 'tuesdays', 'вт', 'щовівторка'),
  choice('wed', '3', { en: 'Wednesday', uk: 'Середа', ru: 'Среда' }, 'wednesdays', 'ср', 'щосереди'),
  choice('thu', '4', { en: 'Thursday', uk: 'Четвер', ru: 'Четверг' }, 'thursdays', 'чт', 'щочетверга'),
  choice('fri', '5', { en: 'Friday', uk: 'Пʼятниця', ru: 'Пятница' }, 'fridays', 'пт', 'щопʼятниці'),
  choice('sat', '6', { en: 'Saturday', uk: 'Субота', ru: 'Суббота' }, 'saturdays', 'сб', 'щосуботи'),
  choice('sun', '0', { en: 'Sunday', uk: 'Неділя', ru: 'Воскресенье' }, 'sundays', 'нд', 'вс', 'щонеділі'),
];

/** Counted from Sunday, which is 0. */
export const weekdayOf = (day: string): number => Number(dayChoices.find(({ value }) => value === day)?.code ?? 1);

export const dayOfWeek = (weekday: number): string =>
  dayChoices.find(({ code }) => code === String(weekday))?.value ?? '';

/** Which updates come. */
export const importanceChoices: Choice[] = [
  choice('all', 'a', { en: 'All updates', uk: 'Усі оновлення', ru: 'Все обновления' }, 'усі', 'все', 'everything'),
  choice(
    'breaking',
    'b',
    { en: 'Breaking news only', uk: 'Лише термінові', ru: 'Только срочные' },
    'urgent',
    'термінові',
    'срочные',
  ),
];
