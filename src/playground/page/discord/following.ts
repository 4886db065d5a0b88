/** Within so many pixels of the end, a reader is taken to follow what is new. */
const nearEnd = 60;

/** Keeps a log scrolled to its end as it grows, until the reader scrolls up. */
export function createFollowing() {
  let log: HTMLElement | undefined;
  let isAtEnd = true;
  let scrolledTo = 0;

  const toEnd = () => {
    if (log && isAtEnd) log.scrollTop = log.scrollHeight;
  };
  const growing = new ResizeObserver(toEnd);

  return {
    start(scrolling: HTMLElement, content: HTMLElement) {
      log = scrolling;
      growing.observe(scrolling);
      growing.observe(content);
      scrolling.addEventListener('scroll', () => {
        const { scrollHeight, scrollTop, clientHeight } = scrolling;
        // What grew meanwhile is no scrolling of the reader's: that goes up.
        if (scrollHeight - scrollTop - clientHeight < nearEnd) isAtEnd = true;
        else if (scrollTop < scrolledTo) isAtEnd = false;
        scrolledTo = scrollTop;
      });
    },
    /** Goes on following, at the next growth or call of `toEnd`. */
    resume() {
      isAtEnd = true;
    },
    toEnd,
  };
}
