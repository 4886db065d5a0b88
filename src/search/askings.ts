import type { Meaning } from '../core/asking.ts';

/**
 * What a question asks for, by how it is put. Who asks for a number, a person or a place is answered outright only
 * by an entry that people ask so; `position` is what a party says or wants.
 */
const patterns = {
  'asks:number': [
    'how many, how much, what number, what percentage, how long, how old, how tall, how far is, how far away, how big, how large, how fast, what price, death toll, rate of, average salary, what is the price',
    'скільки, скількох, яка кількість, яка чисельність, який рівень, яка зарплата, який відсоток, ціна нафти, ціна газу, ціна на, який курс, яке населення',
    'сколько, скольких, какое количество, какая численность, какой уровень, какая зарплата, какой процент, какая цена, какой курс, какое население, what is the population',
  ],
  'asks:person': [
    'who is, who are, who was, who commands, who heads, who leads, who runs, who won, who commanded, what rank, name of the, which general, which minister, who represents, who will win, who wins, who killed, who blew',
    'хто зараз, хто такий, хто така, хто очолює, хто очолив, хто командує, хто керує, хто голова, хто глава, хто представляє, хто переможе, хто виграє, хто виграв, хто переміг, хто взяв, яке звання, хто підірвав',
    'кто сейчас, кто такой, кто такая, кто возглавляет, кто возглавил, кто командует, кто руководит, кто глава, кто представляет, кто победит, кто выиграет, кто выиграл, кто победил, какое звание, кто взорвал',
  ],
  'asks:place': [
    'where is, where are the, where will, where was, where can i buy, where to, which city, what city, де зараз, де пройде, де відбудеться, де народився, у якому місті, в якому місті, де знаходиться, де купити, куди, где сейчас, где пройдёт, где пройдет, где состоится, где родился, в каком городе, где находится, где купить, куда',
  ],
  'asks:date': [
    'what time, what date, which day, when was, when did, when were, when is the next, next round, next meeting, next summit, о котрій, котра година, якого числа, коли народився, коли наступний, коли наступна, коли наступне, наступний раунд, наступна зустріч, наступний саміт, дата наступної',
    'во сколько, который час, какого числа, когда родился, когда родилась, когда следующий, когда следующая, когда следующее, следующий раунд, следующая встреча, следующий саммит, дата следующей',
  ],
  'asks:position': [
    'position*, stance*, say*, said, think*, want*, demand*, insist*, view*, attitude*, propose*, oppose*, support*, refuse*, accept*, expect*, red line, red lines',
    'позиці*, каж*, говорит*, дума*, хоче*, хочуть, вимага*, наполяга*, ставит*, ставлен*, пропону*, вважа*, підтриму*, відмовля*, погоджу*, заяв*',
    'позици*, говор*, сказа*, дума*, хоч*, хотят, требу*, настаива*, относит*, отношен*, предлага*, счита*, поддержива*, отказыва*, соглаша*, заяв*',
  ],
};

export const askings: Meaning[] = Object.entries(patterns).map(([id, lines]) => ({
  id,
  patterns: lines.flatMap((line) => line.split(',')),
}));

/**
 * Kinds of questions, and subjects named in `phrasings/_words.yaml`, that an entry answers outright only if it speaks
 * of them: a truce elsewhere is still a truce, and the end of mobilisation is not the end of the war.
 */
export const narrowAskings = [
  'asks:number',
  'asks:person',
  'asks:place',
  'asks:date',
  'elsewhere',
  'mobilization',
  'casualties',
  'captives',
  'nuclear-plant',
  'hardware',
  'papers',
  'who-is-who',
  'polls-abroad',
] as const;
