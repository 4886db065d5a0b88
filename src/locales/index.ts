import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { type Language, languages } from '../core/language.ts';
import type { Texts, Translate } from '../core/texts.ts';

/**
 * Reads `<language>.ftl` for every language from `folder`. A key that a language lacks is taken from English;
 * one that nobody has is a fault of ours and throws.
 */
export function loadTexts(folder: string): Texts {
  const bundles = Object.fromEntries(languages.map((language) => [language, loadBundle(folder, language)]));
  const bundle = (language: Language) => bundles[language] as FluentBundle;

  function pattern(language: Language, key: string) {
    const [id = '', attribute] = key.split('.');
    const message = bundle(language).getMessage(id);
    return (attribute === undefined ? message?.value : message?.attributes[attribute]) ?? undefined;
  }

  function translator(language: Language): Translate {
    return (key, values) => {
      const found = pattern(language, key);
      const from = found === undefined ? 'en' : language;
      const wording = found ?? pattern('en', key);
      if (wording === undefined) throw new Error(`No text is named ${key}.`);
      return bundle(from).formatPattern(wording, values ?? null);
    };
  }

  const translators = Object.fromEntries(languages.map((language) => [language, translator(language)]));
  return {
    in: (language) => translators[language] as Translate,
    has: (language, key) => pattern(language, key) !== undefined,
  };
}

/** Without Unicode isolation marks: chat clients show them as stray signs. */
function loadBundle(folder: string, language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(readFileSync(join(folder, `${language}.ftl`), 'utf8')));
  if (errors.length > 0) throw new Error(`${language}.ftl: ${errors.map((error) => error.message).join('; ')}`);
  return bundle;
}
