// Asks the server, and tells what can be tried again from what cannot. Pure: `fetch` is given.

const LONGEST = 30_000;
const PASSING = new Set([408, 425, 429]);

/** The server cannot answer this at all, signed out or refused: the page itself must be opened to see why. */
export class NotForThisPage extends Error {}

/** It may be answered when it is asked again, after `retryAfter` milliseconds where the server said so. */
export class TryAgain extends Error {
  constructor(message, retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** The answer, which is a success. */
export async function answerTo(address, accept, fetch = globalThis.fetch) {
  const answer = await fetch(address, { headers: { Accept: accept }, signal: AbortSignal.timeout(LONGEST) });
  if (answer.redirected || (answer.status >= 400 && answer.status < 500 && !PASSING.has(answer.status))) {
    throw new NotForThisPage(`${address} answered ${answer.status}`);
  }
  if (!answer.ok) {
    throw new TryAgain(`${address} answered ${answer.status}`, seconds(answer.headers.get('Retry-After')) * 1000);
  }
  return answer;
}

function seconds(header) {
  return /^\d+$/.test(header ?? '') ? Number(header) : 0;
}
