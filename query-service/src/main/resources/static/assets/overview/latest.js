// Asks the server for days, several at once so that a slow line does not slow the hand; keeps the newest answer; tries again after
// a failure, at growing intervals. Pure: what asks, what takes answers and the timers are given.

/** The order of questions, shared by everything that draws in the same place: an answer older than what was taken is of no use. */
export class Order {
  #given = 0;
  #taken = 0;

  next() {
    return ++this.#given;
  }

  isNew(number) {
    return number > this.#taken;
  }

  take(number) {
    this.#taken = Math.max(this.#taken, number);
  }
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** Milliseconds to wait after so many failures in a row: 1 s, 2 s, 4 s … 30 s, a fifth more or less so that not all ask at once. */
export function backOff(failures, random = Math.random) {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1));
  return Math.round(pause * (0.8 + 0.4 * random()));
}

export class Latest {
  #ask;
  #take;
  #order;
  #atOnce;
  #timers;
  #pause;
  #changed;
  #isCurrent;
  #wanted = null;
  #waiting = false;
  #underway = 0;
  #newest = 0;
  #failures = 0;
  #timer = null;

  /**
   * @param ask gives the promise of the answer for a day
   * @param take is given the answer and its day; returns false where it has no use for them
   * @param order the order of the questions
   * @param isCurrent whether a day is the one chosen now: its answer is of use, though a later question was answered before
   * @param atOnce how many answers are waited for at once, at most; the newest day beyond is asked for as soon as one is there
   * @param changed is called when a failure begins, repeats or ends
   */
  constructor({
    ask, take, order, isCurrent = (day) => day === this.#wanted,
    atOnce = 3, timers = globalThis, pause = backOff, changed = () => {},
  }) {
    this.#ask = ask;
    this.#isCurrent = isCurrent;
    this.#take = take;
    this.#order = order;
    this.#atOnce = atOnce;
    this.#timers = timers;
    this.#pause = pause;
    this.#changed = changed;
  }

  /** Whether the newest question failed and has not been answered since. */
  get failing() {
    return this.#failures > 0;
  }

  /** Wants the answer for this day. While the server fails, the day is asked for when its turn comes, and not before. */
  want(day) {
    this.#wanted = day;
    if (this.failing) {
      return;
    }
    if (this.#underway >= this.#atOnce) {
      this.#waiting = true;
      return;
    }
    this.#launch();
  }

  /** Asks again at once, where the last question failed. */
  retry() {
    if (this.failing) {
      this.#timers.clearTimeout(this.#timer);
      this.#launch();
    }
  }

  /** Wants nothing any more: the answer came another way. */
  settle() {
    this.#waiting = false;
    this.#recover();
  }

  async #launch() {
    const day = this.#wanted;
    const number = this.#order.next();
    this.#newest = number;
    this.#underway++;
    let answer;
    let failure = null;
    try {
      answer = await this.#ask(day);
    } catch (e) {
      failure = e;
    }
    this.#underway--;
    if (failure === null) {
      this.#answered(number, day, answer);
    } else if (number === this.#newest) {
      this.#failed(failure); // an older question's failure tells nothing: a newer one is under way or was answered
    }
    if (this.#waiting && !this.failing && this.#underway < this.#atOnce) {
      this.#waiting = false;
      this.#launch();
    }
  }

  #answered(number, day, answer) {
    const heldBack = this.failing;
    this.#recover();
    if ((this.#order.isNew(number) || this.#isCurrent(day)) && this.#take(answer, day) !== false) {
      this.#order.take(number);
    }
    if (heldBack && day !== this.#wanted) {
      this.#launch();
    }
  }

  #failed(failure) {
    this.#failures++;
    this.#timers.clearTimeout(this.#timer);
    this.#timer = this.#timers.setTimeout(
      () => this.#launch(),
      Math.max(this.#pause(this.#failures), failure.retryAfter ?? 0));
    this.#changed();
  }

  #recover() {
    if (this.failing) {
      this.#failures = 0;
      this.#timers.clearTimeout(this.#timer);
      this.#changed();
    }
  }
}
