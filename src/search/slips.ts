/** Rows of the table that the distance is read from, kept between calls; chat words are shorter. */
const longest = 64;
let before = new Uint8Array(longest + 1);
let previous = new Uint8Array(longest + 1);
let row = new Uint8Array(longest + 1);

/**
 * The number of letters to insert, drop, replace or swap with a neighbour to make one word of the other, or
 * something greater than `most` as soon as that is clear.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > longest || b.length > longest) return most + 1;
  // What both begin and end with costs nothing; a slip or two leave little in between.
  let start = 0;
  let width = a.length;
  let height = b.length;
  while (start < width && start < height && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (width > start && height > start && a.charCodeAt(width - 1) === b.charCodeAt(height - 1)) {
    width--;
    height--;
  }
  return distanceWithin(a.slice(start, width), b.slice(start, height), most);
}

function distanceWithin(a: string, b: string, most: number): number {
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (previous[j - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (previous[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length] as number;
}
