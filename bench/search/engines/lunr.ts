import { peer, type Setup } from './engine.ts';

const setup = (config: Setup['config'], boost: number): Setup => ({
  engine: 'lunr',
  config,
  async build(documents, language) {
    const { default: lunr } = await peer('lunr');
    if (language === 'ru') {
      (await peer('lunr-languages/lunr.stemmer.support.js')).default(lunr);
      (await peer('lunr-languages/lunr.ru.js')).default(lunr);
    }
    // biome-ignore lint/suspicious/noExplicitAny: lunr builds its index through `this`.
    const index = lunr(function (this: any) {
      if (language === 'ru' && config === 'tuned') this.use(lunr.ru);
      this.ref('id');
      this.field('title', { boost });
      this.field('text');
      for (const document of documents) this.add(document);
    });
    // Words only: its query syntax would read a colon or a minus as an operator.
    return (query, limit) =>
      index
        .search(query.replace(/[^\p{L}\p{N}\s]+/gu, ' '))
        .slice(0, limit)
        .map((hit: { ref: string }) => hit.ref);
  },
});

export const lunrSetups = [setup('default', 1), setup('tuned', 2)];
