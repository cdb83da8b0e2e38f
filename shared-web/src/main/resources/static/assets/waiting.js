/* On a page that stands in for one that cannot be shown yet: looks again by itself, and opens it as soon as it can be. */

const left = document.querySelector('[data-seconds-left]');

/** A look takes up to 5 s by itself: the register waits for so long before it refuses. */
const MILLISECONDS_BETWEEN_LOOKS = 1000;

function lookAgain() {
  setTimeout(look, MILLISECONDS_BETWEEN_LOOKS);
}

async function look() {
  let answer;
  try {
    answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
  } catch {
    lookAgain();
    return;
  }
  if (answer.status !== 503) {
    window.location.reload();
    return;
  }
  left.textContent = answer.headers.get('Retry-After') ?? left.textContent;
  lookAgain();
}

lookAgain();
