import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo, NotForThisPage, TryAgain } from '../../main/resources/static/assets/overview/answers.js';

const answering = (status, { headers = {}, redirected = false } = {}) => async () =>
  ({ status, ok: status < 300, redirected, headers: new Headers(headers) });

test('a success is the answer', async () => {
  const asked = [];
  const answer = await answerTo('/overview/numbers', 'application/json', async (address, options) => {
    asked.push([address, options.headers.Accept]);
    return answering(200)();
  });
  assert.equal(answer.status, 200);
  assert.deepEqual(asked, [['/overview/numbers', 'application/json']]);
});

test('what the server cannot do now is tried again, when it says so', async () => {
  for (const status of [500, 502, 503, 429, 408]) {
    await assert.rejects(answerTo('/x', '*/*', answering(status)), TryAgain);
  }
  await assert.rejects(answerTo('/x', '*/*', answering(503, { headers: { 'Retry-After': '7' } })), { retryAfter: 7000 });
  await assert.rejects(answerTo('/x', '*/*', answering(503, { headers: { 'Retry-After': 'Fri, 01 Jan' } })), { retryAfter: 0 });
});

test('whoever is signed out, or refused, is led to the page itself', async () => {
  for (const status of [400, 401, 403, 404]) {
    await assert.rejects(answerTo('/x', '*/*', answering(status)), NotForThisPage);
  }
  await assert.rejects(answerTo('/x', '*/*', answering(200, { redirected: true })), NotForThisPage);
});

test('a line that is down is tried again', async () => {
  const down = async () => { throw new TypeError('Failed to fetch'); };
  await assert.rejects(answerTo('/x', '*/*', down), (error) => !(error instanceof NotForThisPage));
});
