/** Milliseconds: longer than an open page goes without a request of its own, so that whoever types is not taken for away. */
const awayAfter = 120_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'];

let seenAt = Date.now();

/** Takes note of the person in front of the page from now on. */
export function watchPresence(): void {
  const seen = () => {
    seenAt = Date.now();
  };
  for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true });
}

/** Whether nobody has touched the page for a while: what it reads by itself does not keep the session alive. */
export const isAway = () => Date.now() - seenAt > awayAfter;
