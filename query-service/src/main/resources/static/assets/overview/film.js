// The film: the whole history in half a minute; for whoever wants no motion, a quarter of a year at a time. Pure: the browser's
// frames and timers are given.

const SECONDS = 30;
const UNHURRIED = 1500;

export class Film {
  #days;
  #at;
  #show;
  #still;
  #changed;
  #browser;
  #stop = null;

  /**
   * @param at gives the day shown
   * @param show shows a day
   * @param still says whether motion is unwanted
   * @param changed is called when the film starts or stops
   */
  constructor({ days, at, show, still, changed, browser = globalThis }) {
    this.#days = days;
    this.#at = at;
    this.#show = show;
    this.#still = still;
    this.#changed = changed;
    this.#browser = browser;
  }

  get running() {
    return this.#stop !== null;
  }

  /** Goes on from the day shown, or from the first where the last is shown. */
  start() {
    this.stop();
    if (this.#at() >= this.#days.last) {
      this.#show(0);
    }
    if (this.#still()) {
      this.#leap();
    } else {
      this.#run();
    }
    this.#changed(true);
  }

  stop() {
    if (this.running) {
      this.#stop();
      this.#stop = null;
      this.#changed(false);
    }
  }

  #run() {
    const from = this.#at();
    const began = this.#browser.performance.now();
    const perMillisecond = this.#days.last / (SECONDS * 1000);
    const step = (now) => {
      this.#next(frame);
      this.#show(Math.floor(from + Math.max(0, now - began) * perMillisecond));
      this.#endAtLast();
    };
    const frame = () => {
      const handle = this.#browser.requestAnimationFrame(step);
      return () => this.#browser.cancelAnimationFrame(handle);
    };
    this.#next(frame);
  }

  #leap() {
    const step = () => {
      this.#next(pause);
      this.#show(this.#days.monthsOn(this.#at(), 3));
      this.#endAtLast();
    };
    const pause = () => {
      const handle = this.#browser.setTimeout(step, UNHURRIED);
      return () => this.#browser.clearTimeout(handle);
    };
    this.#next(pause);
  }

  #next(schedule) {
    this.#stop = schedule();
  }

  #endAtLast() {
    if (this.#at() >= this.#days.last) {
      this.stop();
    }
  }
}
