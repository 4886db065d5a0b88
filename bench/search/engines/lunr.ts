import { lunrFor } from './analysis.ts';
import { peer, type Setup } from './engine.ts';

interface Asked {
  term(terms: string[]): void;
}

const refs = (hits: { ref: string }[], limit: number) => hits.slice(0, limit).map((hit) => hit.ref);

const untold: Setup = {
  engine: 'lunr',
  config: 'default',
  async build(documents) {
    const { default: lunr } = await peer('lunr');
    // biome-ignore lint/suspicious/noExplicitAny: lunr builds its index through `this`.
    const index = lunr(function (this: any) {
      this.ref('id');
      this.field('title');
      this.field('text');
      for (const document of documents) this.add(document);
    });
    // Words only: its query syntax would read a colon or a minus as an operator.
    return (query, limit) => refs(index.search(query.replace(/[^\p{L}\p{N}\s]+/gu, ' ')), limit);
  },
};

/** Tuned: the language's own pack, a title that counts thrice, and stop words kept, which its weighting makes good use of. */
const tuned: Setup = {
  engine: 'lunr',
  config: 'tuned',
  async build(documents, language) {
    const lunr = await lunrFor(language);
    const { stopWordFilter, trimmer } = language === 'ru' ? lunr.ru : lunr;
    // biome-ignore lint/suspicious/noExplicitAny: lunr builds its index through `this`.
    const index = lunr(function (this: any) {
      if (language === 'ru') this.use(lunr.ru);
      this.pipeline.remove(stopWordFilter);
      this.ref('id');
      this.field('title', { boost: 3 });
      this.field('text');
      for (const document of documents) this.add(document);
    });
    const terms = (query: string) => lunr.tokenizer(query).map(trimmer).filter(String);
    return (query, limit) =>
      refs(
        index.query((asked: Asked) => asked.term(terms(query))),
        limit,
      );
  },
};

export const lunrSetups = [untold, tuned];
