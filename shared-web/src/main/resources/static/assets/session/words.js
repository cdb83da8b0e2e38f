/** A time left in words: minutes, and the last of them in seconds. */
export function inWords(seconds) {
  if (seconds >= 60) {
    const minutes = Math.round(seconds / 60);
    return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  }
  return seconds === 1 ? '1 second' : `${Math.max(0, seconds)} seconds`;
}
