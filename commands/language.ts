import type { Answer } from '../src/core/answer.ts';
import { choice, command, optional } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import { type Language, languages } from '../src/core/language.ts';
import type { People } from '../src/core/people.ts';
import { languageChoices, ownLanguage } from '../src/core/setting-values.ts';
import type { Texts } from '../src/core/texts.ts';

const offered = [...languageChoices, ownLanguage];

/** A person's own choice of language, which goes before the community's and the app's. */
export const language = (people: People, texts: Texts) =>
  command({
    name: 'language',
    options: { language: optional(choice(() => offered)) },
    async run(args, caller): Promise<Answer> {
      if (args.language === undefined) {
        return {
          document: [paragraph(caller.t('language-choose'))],
          buttons: offered.map(({ value, name }) => ({
            label: value === ownLanguage.value ? caller.t('setting-language-own') : name.en,
            call: { command: 'language', args: { language: value } },
          })),
          private: true,
        };
      }
      const chosen: Language | undefined = languages.find((one) => one === args.language);
      await people.chooseLanguage(caller.person, chosen);
      const said = chosen ? texts.in(chosen)('language-chosen') : caller.t('language-own-chosen');
      return { document: [paragraph(said)], private: true };
    },
  });
