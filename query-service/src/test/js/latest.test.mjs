import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOff, Latest, Order } from '../../main/resources/static/assets/overview/latest.js';
import { settled, Timers } from './timers.mjs';

/** A server that answers, or fails, question by question when the test says so. */
class Server {
  asked = [];

  ask = (day) => new Promise((resolve, reject) => {
    this.asked.push({ day, answer: () => resolve(`of ${day}`), fail: (error = new Error('down')) => reject(error) });
  });

  get days() {
    return this.asked.map((question) => question.day);
  }
}

function setUp({ takes = () => true, order = new Order(), pause = () => 1000, isCurrent } = {}) {
  const server = new Server();
  const timers = new Timers();
  const taken = [];
  const states = [];
  const latest = new Latest({
    ask: server.ask,
    take: (answer, day) => {
      taken.push([answer, day]);
      return takes(day);
    },
    order,
    isCurrent,
    timers,
    pause,
    changed: () => states.push(latest.failing),
  });
  return { server, timers, taken, states, latest };
}

test('the answer for the day wanted is taken', async () => {
  const { server, taken, latest } = setUp();
  latest.want(7);
  server.asked[0].answer();
  await settled();
  assert.deepEqual(taken, [['of 7', 7]]);
});

test('an answer that comes after a newer one is thrown away', async () => {
  const { server, taken, latest } = setUp();
  latest.want(1);
  latest.want(2);
  server.asked[1].answer();
  await settled();
  server.asked[0].answer();
  await settled();
  assert.deepEqual(taken, [['of 2', 2]]);
});

test('answers in order are all shown, so that the figures move with the hand', async () => {
  const { server, taken, latest } = setUp();
  latest.want(1);
  latest.want(2);
  server.asked[0].answer();
  await settled();
  server.asked[1].answer();
  await settled();
  assert.deepEqual(taken.map(([, day]) => day), [1, 2]);
});

test('no more than three are asked for at once, and the newest comes next', async () => {
  const { server, latest } = setUp();
  for (let day = 1; day <= 9; day++) {
    latest.want(day);
  }
  assert.deepEqual(server.days, [1, 2, 3]);
  server.asked[0].answer();
  await settled();
  assert.deepEqual(server.days, [1, 2, 3, 9]);
});

test('an answer that is of no use leaves room for an older question elsewhere', async () => {
  const order = new Order();
  const numbers = setUp({ order, takes: () => false });
  const whole = setUp({ order });
  whole.latest.want(5);
  numbers.latest.want(5);
  numbers.server.asked[0].answer();
  await settled();
  whole.server.asked[0].answer();
  await settled();
  assert.deepEqual(whole.taken, [['of 5', 5]]);
});

test('what is drawn for the day chosen is of use, though a later question about it was answered before', async () => {
  const order = new Order();
  const whole = setUp({ order });
  const numbers = setUp({ order });
  whole.latest.want(5);
  numbers.latest.want(5);
  numbers.server.asked[0].answer();
  await settled();
  whole.server.asked[0].answer();
  await settled();
  assert.deepEqual(numbers.taken, [['of 5', 5]]);
  assert.deepEqual(whole.taken, [['of 5', 5]]);
});

test('what is drawn for a day that is not chosen any more does not replace later numbers', async () => {
  const order = new Order();
  const whole = setUp({ order, isCurrent: (day) => day === 6 });
  const numbers = setUp({ order, isCurrent: (day) => day === 6 });
  whole.latest.want(5);
  numbers.latest.want(6);
  numbers.server.asked[0].answer();
  await settled();
  whole.server.asked[0].answer();
  await settled();
  assert.deepEqual(whole.taken, []);
});

test('after a failure it asks again by itself until it is answered', async () => {
  const { server, timers, taken, states, latest } = setUp();
  latest.want(4);
  server.asked[0].fail();
  await settled();
  assert.ok(latest.failing);
  await timers.pass(1000);
  server.asked[1].fail();
  await settled();
  await timers.pass(1000);
  server.asked[2].answer();
  await settled();
  assert.deepEqual(taken, [['of 4', 4]]);
  assert.deepEqual(states, [true, true, false]);
  assert.equal(timers.waiting, 0);
});

test('while the server fails, a moving hand asks for nothing; the day it stopped at comes when its turn does', async () => {
  const { server, timers, taken, latest } = setUp();
  latest.want(1);
  server.asked[0].fail();
  await settled();
  for (let day = 2; day <= 60; day++) {
    latest.want(day);
  }
  assert.deepEqual(server.days, [1]);
  await timers.pass(1000);
  assert.deepEqual(server.days, [1, 60]);
  server.asked[1].answer();
  await settled();
  assert.deepEqual(taken, [['of 60', 60]]);
});

test('a day chosen while the retry is under way is asked for when that is answered', async () => {
  const { server, timers, taken, latest } = setUp();
  latest.want(1);
  server.asked[0].fail();
  await settled();
  await timers.pass(1000);
  latest.want(2);
  server.asked[1].answer();
  await settled();
  server.asked[2].answer();
  await settled();
  assert.deepEqual(taken.map(([, day]) => day), [1, 2]);
});

test('the failure of an older question tells nothing while a newer one is under way', async () => {
  const { server, taken, states, latest } = setUp();
  latest.want(1);
  latest.want(2);
  server.asked[0].fail();
  await settled();
  assert.ok(!latest.failing);
  server.asked[1].answer();
  await settled();
  assert.deepEqual(taken.map(([, day]) => day), [2]);
  assert.deepEqual(states, []);
});

test('where the newest fails and an older one is answered, the newest day is asked for again at once', async () => {
  const { server, taken, latest } = setUp();
  latest.want(1);
  latest.want(2);
  server.asked[1].fail();
  await settled();
  server.asked[0].answer();
  await settled();
  assert.deepEqual(server.days, [1, 2, 2]);
  server.asked[2].answer();
  await settled();
  assert.deepEqual(taken.map(([, day]) => day), [1, 2]);
  assert.ok(!latest.failing);
});

test('somebody who does not want to wait has it tried at once', async () => {
  const { server, taken, latest, timers } = setUp();
  latest.retry(); // nothing failed: nothing to try again
  latest.want(3);
  server.asked[0].fail();
  await settled();
  latest.retry();
  assert.deepEqual(server.days, [3, 3]);
  server.asked[1].answer();
  await settled();
  assert.deepEqual(taken, [['of 3', 3]]);
  assert.equal(timers.waiting, 0);
});

test('what came another way is not asked for again', async () => {
  const { server, timers, latest } = setUp();
  latest.want(3);
  server.asked[0].fail();
  await settled();
  latest.settle();
  await timers.pass(60_000);
  assert.deepEqual(server.days, [3]);
  assert.ok(!latest.failing);
});

test('a server that says when to come again is not asked sooner', async () => {
  const { server, timers, latest } = setUp();
  latest.want(3);
  server.asked[0].fail(Object.assign(new Error('busy'), { retryAfter: 5000 }));
  await settled();
  await timers.pass(4999);
  assert.equal(server.asked.length, 1);
  await timers.pass(1);
  assert.equal(server.asked.length, 2);
});

test('pauses double up to half a minute, a fifth more or less', () => {
  const middle = (failures) => backOff(failures, () => 0.5);
  assert.deepEqual([1, 2, 3, 4, 5, 6, 20].map(middle), [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  assert.equal(backOff(1, () => 0), 800);
  assert.equal(backOff(1, () => 1), 1200);
});

test('every order of answers and failures ends with the day wanted last', async () => {
  const next = (seed) => (seed * 48271) % 2147483647;
  for (let seed = 1; seed <= 300; seed++) {
    const { server, timers, taken, latest } = setUp();
    let random = seed * 7919;
    const done = new Set();
    for (let day = 1; day <= 12; day++) {
      latest.want(day);
      for (let i = 0; i < 2; i++) {
        random = next(random);
        const at = random % server.asked.length;
        if (!done.has(at)) {
          done.add(at);
          random = next(random);
          random % 3 === 0 ? server.asked[at].fail() : server.asked[at].answer();
          await settled();
        }
      }
    }
    for (let rounds = 0; rounds < 20; rounds++) {
      server.asked.forEach((question) => question.answer());
      await settled();
      await timers.pass(1000);
    }
    assert.equal(taken.at(-1)[1], 12, `seed ${seed}`);
    assert.ok(!latest.failing, `seed ${seed}`);
  }
});
