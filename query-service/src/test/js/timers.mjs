// Timers that go off when the test says so.

export class Timers {
  #now = 0;
  #next = 1;
  #set = new Map();

  setTimeout(act, after) {
    this.#set.set(this.#next, { act, at: this.#now + after });
    return this.#next++;
  }

  clearTimeout(id) {
    this.#set.delete(id);
  }

  /** Lets so many milliseconds go by, and all that follows at once from what goes off. */
  async pass(milliseconds) {
    const until = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#set].filter(([, timer]) => timer.at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (due === undefined) {
        break;
      }
      this.#set.delete(due[0]);
      this.#now = due[1].at;
      due[1].act();
      await settled();
    }
    this.#now = until;
  }

  get waiting() {
    return this.#set.size;
  }
}

/** Until every promise that is settled has told those who wait for it. */
export function settled() {
  return new Promise((done) => setImmediate(done));
}
