import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watch } from '../../../../shared-web/src/main/resources/static/assets/session/watch.js';
import { inWords } from '../../../../shared-web/src/main/resources/static/assets/session/words.js';
import { settled, Timers } from './timers.mjs';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A session of half an hour, which ends after 12 hours; the server's clock is that of the timers. */
function setUp({ idle = 1800, atMost = 43200, warning = 300 } = {}) {
  const timers = new Timers();
  const shown = [];
  const server = { usedAt: 0, now: 0, down: false, ended: false, asked: 0 };
  const answer = () => {
    if (server.down) {
      throw new TypeError('Failed to fetch');
    }
    const secondsAtMost = Math.max(0, atMost - server.now);
    const secondsLeft = server.ended ? 0 : Math.max(0, Math.min(idle - (server.now - server.usedAt), secondsAtMost));
    return { secondsLeft, secondsAtMost, warning };
  };
  const watched = watch({
    ask: async () => {
      server.asked++;
      return answer();
    },
    stay: async () => {
      server.usedAt = server.now;
      return answer();
    },
    show: (state) => shown.at(-1) !== state && shown.push(state),
    timers,
  });
  const pass = async (seconds) => {
    for (let second = 0; second < seconds; second++) {
      server.now++;
      await timers.pass(SECOND);
    }
  };
  return { watched, shown, server, pass, timers };
}

test('nobody is warned before it is due, nor asked all the time', async () => {
  const { watched, shown, server, pass } = setUp();
  await watched.look();
  await pass(24 * 60);
  assert.deepEqual(shown, []);
  assert.equal(server.asked, 1);
});

test('whoever does nothing is warned, and then told that they are signed out', async () => {
  const { watched, shown, pass } = setUp();
  await watched.look();
  await pass(26 * 60);
  assert.deepEqual(shown, ['warned']);
  await pass(5 * 60);
  assert.deepEqual(shown, ['warned', 'ended']);
});

test('whoever wants to stay is no longer warned', async () => {
  const { watched, shown, pass } = setUp();
  await watched.look();
  await pass(26 * 60);
  watched.stay();
  await settled();
  await pass(20 * 60);
  assert.deepEqual(shown, ['warned', null]);
});

test('the use of another tab is found out when the warning would be due, and while it shows', async () => {
  const { watched, shown, server, pass } = setUp();
  await watched.look();
  await pass(20 * 60);
  server.usedAt = server.now;
  await pass(20 * 60);
  assert.deepEqual(shown, []);
  await pass(6 * 60);
  server.usedAt = server.now;
  await pass(60);
  assert.deepEqual(shown, ['warned', null]);
});

test('the end after 12 hours cannot be put off, and is warned of in other words', async () => {
  const { watched, shown, server, pass } = setUp({ atMost: 20 * 60 });
  await watched.look();
  await pass(16 * 60);
  assert.deepEqual(shown, ['last']);
  server.usedAt = server.now;
  await pass(5 * 60);
  assert.deepEqual(shown, ['last', 'ended']);
});

test('a warning that was read is not shown again, the end is', async () => {
  const { watched, shown, pass } = setUp({ atMost: 20 * 60 });
  await watched.look();
  await pass(16 * 60);
  watched.dismiss();
  await pass(3 * 60);
  assert.deepEqual(shown, ['last']);
  await pass(2 * 60);
  assert.deepEqual(shown, ['last', 'ended']);
});

test('a line that is down says nothing of the session, and is tried again', async () => {
  const { watched, shown, server, pass, timers } = setUp();
  server.down = true;
  await watched.look();
  assert.equal(timers.waiting, 1);
  await pass(30);
  assert.deepEqual(shown, []);
  server.down = false;
  server.ended = true;
  await pass(MINUTE / SECOND);
  assert.deepEqual(shown, ['ended']);
});

test('the time left in words', () => {
  assert.equal(inWords(300), '5 minutes');
  assert.equal(inWords(61), '1 minute');
  assert.equal(inWords(59), '59 seconds');
  assert.equal(inWords(1), '1 second');
  assert.equal(inWords(-1), '0 seconds');
});
