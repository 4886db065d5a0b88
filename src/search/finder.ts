import { type Asking, noAsking } from '../core/asking.ts';
import type { Finder, Finding, Hit } from '../core/catalogue.ts';
import type { Entry, Knowledge } from '../core/knowledge.ts';
import type { Language } from '../core/language.ts';
import { askings } from './askings.ts';
import { type Classifier, type ClassifierState, classifierOf, type Example, featuresOf, train } from './classifier.ts';
import { type Completions, createCompletions } from './completion.ts';
import { outcomeOf } from './confidence.ts';
import { createIndex, type Index, type IndexState } from './index.ts';
import { createLexicon } from './lexicon.ts';
import { mentionsIn, namedMeanings } from './mentions.ts';
import { readQuestion } from './question.ts';
import { nothing, type Ranking, rank } from './ranking.ts';
import { completable, searchable } from './texts.ts';
import { createVocabulary, type Learnt, type VocabularyState, vocabularyOf } from './vocabulary.ts';

/** A finder whose entries can change one by one, and on which a community's own entries can be laid. */
export interface EntryFinder extends Finder {
  add(entry: Entry): void;
  remove(id: string): void;
  /**
   * Searches these entries above the shared ones, which are neither copied nor changed; an equal id hides the
   * shared one, and so does being listed in `without`.
   */
  over(own: readonly Entry[], without?: ReadonlySet<string>): EntryFinder;
  /** What a finding rests on, for benches and for whoever asks why. */
  explain(question: string, language: Language): Ranking;
  /** All that it has learnt of its own entries, for `createFinder`; plain data, that `v8.serialize` can write. */
  state(): FinderState;
}

/** What a finder has learnt, and what would be the same each time it is learnt again. */
export interface FinderState {
  vocabulary: VocabularyState;
  index: IndexState;
  classifier: ClassifierState;
}

/** What one finder holds of its own. */
interface Layer {
  index: Index;
  entries: ReadonlyMap<string, Entry>;
  put(entry: Entry): void;
  take(id: string): void;
  /** The entries by the beginnings of their names: made when somebody first types, which some programs never see. */
  completions(): Completions;
  /** Ids of entries beneath that are not found from here on. */
  without: ReadonlySet<string>;
}

/** What all layers of one catalogue share. */
interface Common {
  knowledge: Pick<Knowledge, 'topic' | 'party'>;
  asking: Asking;
  classifier: Classifier;
}

/** A reader's own language decides between entries that are as good as each other. */
const ownLanguage = 1.01;

/**
 * Finds entries by their texts and by how people ask, in all languages at once. `learnt` is what a finder of the very
 * same knowledge and asking has said of its state: it becomes this one's own.
 */
export function createFinder(knowledge: Knowledge, asking: Asking = noAsking, learnt?: FinderState): EntryFinder {
  if (learnt) {
    const layer = createLayer(createIndex(vocabularyOf(learnt.vocabulary), undefined, learnt.index));
    for (const entry of knowledge.entries) layer.put(entry);
    return finderOver([layer], { knowledge, asking, classifier: classifierOf(learnt.classifier) });
  }
  const lexicon = createLexicon([...askings, ...asking.meanings, ...namedMeanings(knowledge)]);
  const vocabulary = createVocabulary(lexicon);
  const layer = createLayer(createIndex(vocabulary));
  const common: Common = { knowledge, asking, classifier: train([]) };
  const exampleOf = (id: string, text: Learnt): Example => ({ id, features: featuresOf(text, vocabulary) });
  const examples = knowledge.entries.flatMap((entry) => {
    const { phrasings, called } = addTo(layer, entry, common);
    return phrasings.length > 0 ? called.map((text) => exampleOf(entry.id, text)) : [];
  });
  if (asking.unanswered.length > 0) {
    const nobody = { id: nothing, names: [], phrasings: asking.unanswered, tags: [], lead: '', detail: '' };
    for (const text of layer.index.add(nobody)) examples.push(exampleOf(nothing, text));
  }
  common.classifier = train(examples);
  layer.index.settle();
  return finderOver([layer], common);
}

function finderOver(layers: [Layer, ...Layer[]], common: Common): EntryFinder {
  const [own] = layers;
  const indexes = layers.map(({ index }) => index);
  /** Whether a layer above has an entry of the same id, or hides it. */
  const hides = (index: Index, id: string) =>
    layers.find((one) => one.index === index || one.index.has(id) || one.without.has(id))?.index !== index;
  const hidden = layers.length > 1 ? hides : undefined;

  function entryOf(id: string): Entry | undefined {
    for (const { entries, without } of layers) {
      const entry = entries.get(id);
      if (entry || without.has(id)) return entry;
    }
    return undefined;
  }

  function ranked(text: string, language: Language) {
    const question = readQuestion(text, indexes);
    const favour = (id: string) => (entryOf(id)?.text[language] ? ownLanguage : 1);
    return { question, ...rank(question, indexes, common.classifier, favour, hidden) };
  }

  function find(text: string, language: Language, limit = 3): Finding {
    const { question, matches, evidence } = ranked(text, language);
    const mentions = mentionsIn(question.meanings);
    const hits = matches.slice(0, limit + 1).map(hitOf);
    const [best, ...others] = hits;
    const outcome = best ? outcomeOf(evidence) : 'none';
    if (best && outcome === 'answer') return { outcome, answer: best, alternatives: others, mentions };
    return {
      outcome: outcome === 'answer' ? 'none' : outcome,
      answer: null,
      alternatives: hits.slice(0, limit),
      mentions,
    };
  }

  function complete(typed: string, language: Language, limit: number): Hit[] {
    const hits = layers.flatMap(({ index, entries, completions }) => {
      const isOffered = (id: string) => !hides(index, id);
      if (typed.trim() === '') return [...entries.keys()].filter(isOffered).map((id) => ({ id, score: 0 }));
      return completions().fitting(typed, language, limit, isOffered);
    });
    // Sorting keeps the order in which the entries were written among equals.
    const found = hits.length > 0 ? hits.sort((a, z) => z.score - a.score) : ranked(typed, language).matches.map(hitOf);
    return found.slice(0, limit);
  }

  return {
    find,
    complete,
    explain: ranked,
    add: (entry) => void addTo(own, entry, common),
    remove(id) {
      own.index.remove(id);
      own.take(id);
    },
    over(entries, without) {
      const above = createLayer(createIndex(own.index.vocabulary, new Map()), without);
      for (const entry of entries) addTo(above, entry, { ...common, asking: noAsking });
      return finderOver([above, ...layers], common);
    },
    state: () => ({
      vocabulary: own.index.vocabulary.state(),
      index: own.index.state(),
      classifier: common.classifier.state(),
    }),
  };
}

function createLayer(index: Index, without: ReadonlySet<string> = new Set()): Layer {
  const entries = new Map<string, Entry>();
  let completions: Completions | undefined;
  return {
    index,
    without,
    entries,
    put(entry) {
      entries.set(entry.id, entry);
      completions?.add(entry.id, completable(entry));
    },
    take(id) {
      entries.delete(id);
      completions?.remove(id);
    },
    completions() {
      if (!completions) {
        completions = createCompletions();
        for (const entry of entries.values()) completions.add(entry.id, completable(entry));
      }
      return completions;
    },
  };
}

function addTo({ index, put }: Layer, entry: Entry, { knowledge, asking }: Common) {
  const text = searchable(entry, knowledge, asking.phrasings.get(entry.id) ?? []);
  const called = index.add(text);
  put(entry);
  return { phrasings: text.phrasings, called };
}

const hitOf = ({ id, score }: { id: string; score: number }): Hit => ({ id, score: Math.round(score * 1000) / 1000 });
