import { filtersOf, type LunrBuilder, lunrFor } from './analysis.ts';
import type { Setup } from './engine.ts';

const refs = (hits: { ref: string }[], limit: number) => hits.slice(0, limit).map((hit) => hit.ref);

const untold: Setup = {
  engine: 'lunr',
  config: 'default',
  async build(documents) {
    const lunr = await lunrFor('en');
    const index = lunr(function (this: LunrBuilder) {
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
    const { stopWordFilter, trimmer } = filtersOf(lunr, language);
    const index = lunr(function (this: LunrBuilder) {
      if (language === 'ru') this.use(lunr.ru);
      this.pipeline.remove(stopWordFilter);
      this.ref('id');
      this.field('title', { boost: 3 });
      this.field('text');
      for (const document of documents) this.add(document);
    });
    const terms = (query: string) => lunr.tokenizer(query).map(trimmer).map(String).filter(Boolean);
    return (query, limit) =>
      refs(
        index.query((asked) => asked.term(terms(query))),
        limit,
      );
  },
};

export const lunrSetups = [untold, tuned];
