const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const ukrainian = "'йцукенгшщзхїфівапролджєячсмитьбю";

const toRussian = table(latin, russian);
const toUkrainian = table(latin, ukrainian);
const fromCyrillic = new Map([...table(russian, latin), ...table(ukrainian, latin)]);

/** What was meant if the keyboard stood on the wrong layout: “vbycr” for «минск», «ьштыл» for “minsk”. */
export function otherLayouts(text: string): string[] {
  const lower = text.toLowerCase();
  if (/\p{Script=Cyrillic}/u.test(lower)) return [typed(lower, fromCyrillic)];
  return [typed(lower, toRussian), typed(lower, toUkrainian)];
}

function table(from: string, to: string): Map<string, string> {
  return new Map([...from].map((key, at) => [key, [...to][at] as string]));
}

const typed = (text: string, keys: Map<string, string>): string =>
  [...text].map((key) => keys.get(key) ?? key).join('');
