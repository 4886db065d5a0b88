import { type Asking, noAsking } from '../core/asking.ts';
import type { Finder, Finding, Hit } from '../core/catalogue.ts';
import type { Entry, Knowledge } from '../core/knowledge.ts';
import type { Language } from '../core/language.ts';
import { askings } from './askings.ts';
import { type Classifier, type Example, featuresOf, train } from './classifier.ts';
import { type Completions, createCompletions } from './completion.ts';
import { outcomeOf } from './confidence.ts';
import { createIndex, type Index } from './index.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { mentionsIn, namedMeanings } from './mentions.ts';
import { readQuestion } from './question.ts';
import { nothing, type Ranking, rank } from './ranking.ts';
import { completable, searchable } from './texts.ts';
import { createVocabulary, type Terms } from './vocabulary.ts';

/** A finder whose entries can change one by one, and on which a community's own entries can be laid. */
export interface EntryFinder extends Finder {
  add(entry: Entry): void;
  remove(id: string): void;
  /** Searches these entries above the shared ones, which are neither copied nor changed; an equal id hides the shared one. */
  over(own: readonly Entry[]): EntryFinder;
  /** What a finding rests on, for benches and for whoever asks why. */
  explain(question: string, language: Language): Ranking;
}

/** What one finder holds of its own. */
interface Layer {
  index: Index;
  completions: Completions;
  entries: Map<string, Entry>;
}

/** What all layers of one catalogue share. */
interface Common {
  knowledge: Pick<Knowledge, 'topic' | 'party'>;
  lexicon: Lexicon;
  asking: Asking;
  classifier: Classifier;
}

/** A reader's own language decides between entries that are as good as each other. */
const ownLanguage = 1.01;

/** Finds entries by their texts and by how people ask, in all languages at once. */
export function createFinder(knowledge: Knowledge, asking: Asking = noAsking): EntryFinder {
  const lexicon = createLexicon([...askings, ...asking.meanings, ...namedMeanings(knowledge)]);
  const layer = createLayer(createIndex(createVocabulary(lexicon)));
  const common: Common = { knowledge, lexicon, asking, classifier: train([]) };
  const examples = knowledge.entries.flatMap((entry) => {
    const { phrasings, called } = addTo(layer, entry, common);
    return phrasings.length > 0 ? called.map((terms) => exampleOf(entry.id, terms)) : [];
  });
  if (asking.unanswered.length > 0) {
    const nobody = { id: nothing, names: [], phrasings: asking.unanswered, tags: [], lead: '', detail: '' };
    for (const terms of layer.index.add(nobody)) examples.push(exampleOf(nothing, terms));
  }
  common.classifier = train(examples);
  return finderOver([layer], common);
}

function finderOver(layers: [Layer, ...Layer[]], common: Common): EntryFinder {
  const [own] = layers;
  const indexes = layers.map(({ index }) => index);
  const hides = (index: Index, id: string) => index !== own.index && own.index.has(id);
  const hidden = layers.length > 1 ? hides : undefined;
  const entryOf = (id: string) => layers.find(({ entries }) => entries.has(id))?.entries.get(id);

  function ranked(text: string, language: Language) {
    const question = readQuestion(text, indexes);
    const favour = (id: string) => (entryOf(id)?.text[language] ? ownLanguage : 1);
    return { question, ...rank(question, indexes, common.classifier, favour, hidden) };
  }

  function find(text: string, language: Language, limit = 3): Finding {
    const { question, matches, evidence } = ranked(text, language);
    const mentions = mentionsIn(question.words, common.lexicon);
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
    const fits = new Map<string, number>();
    for (const layer of layers) {
      for (const [id, score] of layer.completions.fitting(typed, language)) {
        if (!hides(layer.index, id)) fits.set(id, score);
      }
    }
    if (typed.trim() === '') for (const { entries } of layers) for (const id of entries.keys()) fits.set(id, 0);
    // Sorting keeps the order in which the entries were written among equals.
    const found = [...fits].map(([id, score]) => ({ id, score })).sort((a, z) => z.score - a.score);
    return (found.length > 0 ? found : ranked(typed, language).matches.map(hitOf)).slice(0, limit);
  }

  return {
    find,
    complete,
    explain: ranked,
    add: (entry) => void addTo(own, entry, common),
    remove(id) {
      own.index.remove(id);
      own.completions.remove(id);
      own.entries.delete(id);
    },
    over(entries) {
      const above = createLayer(createIndex(own.index.vocabulary));
      for (const entry of entries) addTo(above, entry, { ...common, asking: noAsking });
      return finderOver([above, ...layers], common);
    },
  };
}

function createLayer(index: Index): Layer {
  return { index, completions: createCompletions(), entries: new Map() };
}

function addTo({ index, completions, entries }: Layer, entry: Entry, { knowledge, asking }: Common) {
  const text = searchable(entry, knowledge, asking.phrasings.get(entry.id) ?? []);
  const called = index.add(text);
  completions.add(entry.id, completable(entry));
  entries.set(entry.id, entry);
  return { phrasings: text.phrasings, called };
}

function exampleOf(id: string, { stems, grams, meanings }: Terms): Example {
  return { id, features: featuresOf({ stems: new Set(stems), grams: new Set(grams), meanings }) };
}

const hitOf = ({ id, score }: { id: string; score: number }): Hit => ({ id, score: Math.round(score * 1000) / 1000 });
