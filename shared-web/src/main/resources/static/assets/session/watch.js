const MILLISECONDS_BETWEEN_TRIES = 10_000;

/**
 * Watches over the end of the session. The server is asked when the warning is due, since another tab may have used the session
 * meanwhile; the clocks of both need not agree.
 *
 * @param ask    answers { secondsLeft, secondsAtMost, warning }: until the session ends unused, at the latest, and how long before to warn
 * @param stay   keeps the session alive, and answers the same
 * @param show   shows 'warned', 'last' (it ends, used or not) or 'ended' with the seconds left; null for none of them
 * @param timers those of the browser, but in tests
 */
export function watch({ ask, stay, show, timers = globalThis }) {
  let timer;
  let dismissed = null;
  let state = null;

  const after = (milliseconds, act) => {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(act, milliseconds);
  };

  function become(next, secondsLeft) {
    if (next === null ? state !== null : next !== dismissed) {
      show(next, secondsLeft);
    }
    if (next === null) {
      dismissed = null;
    }
    state = next;
  }

  function know({ secondsLeft, secondsAtMost, warning }) {
    if (secondsLeft <= 0) {
      become('ended', 0);
      return;
    }
    if (secondsLeft > warning) {
      become(null);
      after((secondsLeft - warning) * 1000, look);
      return;
    }
    countDown(secondsLeft, secondsAtMost <= secondsLeft);
  }

  function countDown(secondsLeft, last) {
    become(last ? 'last' : 'warned', secondsLeft);
    if (secondsLeft <= 0 || secondsLeft % 15 === 0) {
      after(1000, look);
    } else {
      after(1000, () => countDown(secondsLeft - 1, last));
    }
  }

  async function knowFrom(question) {
    try {
      know(await question());
    } catch {
      after(MILLISECONDS_BETWEEN_TRIES, look);
    }
  }

  const look = () => knowFrom(ask);

  return {
    look,
    stay: () => knowFrom(stay),
    dismiss: () => {
      dismissed = state;
    },
  };
}
