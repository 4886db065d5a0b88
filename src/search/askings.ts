import type { Meaning } from '../core/asking.ts';

/**
 * What a question asks for, by how it is put. Who asks for a number, a person or a place is answered outright only
 * by an entry that people ask so; `position` is what a party says or wants.
 */
const patterns = {
  'asks:number': [
    'how many, how much, what number, what percentage, how long, how old, how tall, how far, what price, what is the price',
    'скільки, яка кількість, який відсоток, яка ціна, який курс, яке населення',
    'сколько, какое количество, какой процент, какая цена, какой курс, какое население, what is the population',
  ],
  'asks:person': [
    'who is, who commands, who heads, who leads, who runs, who won, who commanded, what rank, name of the, who killed, who blew',
    'хто зараз, хто такий, хто така, хто очолює, хто командує, хто керує, хто виграв, хто переміг, хто взяв, яке звання, хто підірвав',
    'кто сейчас, кто такой, кто такая, кто возглавляет, кто командует, кто руководит, кто выиграл, кто победил, какое звание, кто взорвал',
  ],
  'asks:place': [
    'where is, where are, where can i buy, where to, де зараз, де знаходиться, де купити, куди, где сейчас, где находится, где купить, куда',
  ],
  'asks:date': [
    'what time, what date, which day, when was, when did, when is the next, о котрій, котра година, якого числа, коли народився, коли наступний, коли наступна',
    'во сколько, который час, какого числа, когда родился, когда родилась, когда следующий, когда следующая',
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

/** The kinds of questions that a text written for another kind does not answer. */
export const narrowAskings = ['asks:number', 'asks:person', 'asks:place', 'asks:date'] as const;
