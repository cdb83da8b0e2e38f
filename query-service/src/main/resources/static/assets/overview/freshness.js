// Whether the figures are those of the day chosen, and what is said where they are not. Pure.

/** For so many milliseconds figures may lag behind the hand before it is said. */
export const PATIENCE = 500;

/**
 * What to say of figures that are not of the day chosen; null where they are.
 *
 * @param chosen the day chosen, in words
 * @param drawn the day of the figures, in words
 * @param failing whether the server failed to give them
 */
export function staleness(chosen, drawn, failing) {
  if (chosen === drawn) {
    return null;
  }
  return {
    failing,
    mark: `These figures are for ${drawn}, not ${chosen}`,
    notice: failing
      ? `The figures for ${chosen} could not be loaded. You still see those for ${drawn}. Trying again.`
      : `Loading the figures for ${chosen}. You still see those for ${drawn}.`,
  };
}

/**
 * Watches the two days, and tells `show` what to say: of a failure at once, of figures that lag once nothing was drawn for a
 * while. Figures that keep up with a moving hand, a little behind it, are not spoken of. The second thing it is told is whether
 * the figures are right again after a failure, of which somebody was told.
 */
export class Freshness {
  #words;
  #show;
  #timers;
  #timer = null;
  #chosen;
  #drawn = null;
  #said = null;
  #failed = false;

  constructor({ words, show, timers = globalThis }) {
    this.#words = words;
    this.#show = show;
    this.#timers = timers;
  }

  update(chosen, drawn, failing) {
    const moved = drawn !== this.#drawn;
    this.#chosen = chosen;
    this.#drawn = drawn;
    if (chosen === drawn || (moved && !failing)) {
      this.#stopWaiting();
      this.#say(null);
    }
    if (chosen === drawn) {
      return;
    }
    if (failing || this.#said !== null) {
      this.#stopWaiting();
      this.#sayStale(failing);
    } else {
      this.#timer ??= this.#timers.setTimeout(() => this.#sayStale(false), PATIENCE);
    }
  }

  #stopWaiting() {
    this.#timers.clearTimeout(this.#timer);
    this.#timer = null;
  }

  #sayStale(failing) {
    this.#timer = null;
    this.#say(staleness(this.#words(this.#chosen), this.#words(this.#drawn), failing));
  }

  #say(stale) {
    if (stale?.notice !== this.#said?.notice) {
      const isRightAgain = stale === null && this.#failed && this.#chosen === this.#drawn;
      this.#said = stale;
      // Also while it is tried again, and does not fail any more
      this.#failed = stale !== null && (this.#failed || stale.failing);
      this.#show(stale, isRightAgain);
    }
  }
}
