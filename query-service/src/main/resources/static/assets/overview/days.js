// The days that the slider goes over, numbered from 0, and what is worked out with them. Pure: no page, no clock.

const DAY = 86_400_000;
const IN_WORDS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export class Days {
  #first;

  /**
   * @param {string} first the first day, such as '2012-01-01'
   * @param {number} last the number of the last day
   */
  constructor(first, last) {
    this.#first = Date.parse(first);
    this.last = last;
  }

  /** The day as it stands in addresses: '2018-06-02'. */
  iso(day) {
    return this.#date(day).toISOString().slice(0, 10);
  }

  /** The number of a day such as '2018-06-02', which may lie before the first day or after the last; NaN where it is no day. */
  of(iso) {
    return Math.round((Date.parse(iso) - this.#first) / DAY);
  }

  /** The nearest day that the slider has. */
  within(day) {
    return Math.min(this.last, Math.max(0, day));
  }

  /** The day as people read it: '2 June 2018'. */
  words(day) {
    return IN_WORDS.format(this.#date(day));
  }

  year(day) {
    return this.#date(day).getUTCFullYear();
  }

  /** The same day of another month, or that month's last day where it has no such day. */
  monthsOn(day, months) {
    const date = this.#date(day);
    const there = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    const end = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
    there.setUTCDate(Math.min(date.getUTCDate(), end));
    return Math.round((there - this.#first) / DAY);
  }

  /** The 1 January of every year after the first, or of every second, third, … so that there are `most` at most; 0 where there is none. */
  newYears(most) {
    const from = this.year(0) + 1;
    const to = this.year(this.last);
    const every = Math.max(1, Math.ceil((to - from + 1) / Math.max(1, most)));
    const days = [];
    for (let year = from; year <= to; year += every) {
      days.push(Math.round((Date.UTC(year, 0, 1) - this.#first) / DAY));
    }
    return days.length > 0 ? days : [0];
  }

  #date(day) {
    return new Date(this.#first + day * DAY);
  }
}
