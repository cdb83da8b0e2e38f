// The keys of the slider that the browser does not know: Page Up and Page Down go by months.

const MONTHS = { PageUp: 1, PageDown: -1 };

/** How many months a key goes on by; 0 for keys that do something else, or that are pressed with others. */
export function monthsOf({ key, altKey, ctrlKey, metaKey }) {
  return altKey || ctrlKey || metaKey ? 0 : (MONTHS[key] ?? 0);
}

/** Calls `go` with the months of each such key pressed on the slider. */
export function listenToKeys(slider, go) {
  slider.addEventListener('keydown', (event) => {
    const months = monthsOf(event);
    if (months !== 0) {
      event.preventDefault();
      go(months);
    }
  });
}
