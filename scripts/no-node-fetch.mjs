/** Stands in for node-fetch, which grammY loads but never needs: it is always given Parley's own transport. */
export default function noNodeFetch() {
  throw new Error('The Bot API is called by a transport of its own.');
}
