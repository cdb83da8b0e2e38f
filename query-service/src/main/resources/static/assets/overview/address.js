// Addresses that say which day is shown.

/** The path with what the page was asked for, but at this day. */
export function addressOf(path, search, iso) {
  const parameters = new URLSearchParams(search);
  parameters.set('asAt', iso);
  return `${path}?${parameters}`;
}

/** The link, leading to the same at this day; as it is where it says no day. */
export function atDay(href, iso) {
  const [path, search] = href.split('?');
  return search !== undefined && new URLSearchParams(search).has('asAt') ? addressOf(path, search, iso) : href;
}

/** Does something at most once in a while, with what was asked for last: browsers allow the address to change only so often. */
export function atMostEvery(milliseconds, act, timers = globalThis) {
  let due = null;
  let last;
  return (value) => {
    last = value;
    due ??= timers.setTimeout(() => {
      due = null;
      act(last);
    }, milliseconds);
  };
}
