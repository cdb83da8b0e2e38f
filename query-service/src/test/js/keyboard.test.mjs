import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenToKeys, monthsOf } from '../../main/resources/static/assets/overview/keyboard.js';

test('Page Up and Page Down go by a month; other keys, and these with others, are the browser’s', () => {
  assert.equal(monthsOf({ key: 'PageUp' }), 1);
  assert.equal(monthsOf({ key: 'PageDown' }), -1);
  assert.equal(monthsOf({ key: 'ArrowRight' }), 0);
  assert.equal(monthsOf({ key: 'PageUp', ctrlKey: true }), 0);
});

test('a key that goes by months does not also move the slider as the browser would', () => {
  const slider = new EventTarget();
  const gone = [];
  listenToKeys(slider, (months) => gone.push(months));
  const press = (key) => {
    const event = Object.assign(new Event('keydown', { cancelable: true }), { key });
    slider.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.equal(press('PageUp'), true);
  assert.equal(press('Home'), false);
  assert.deepEqual(gone, [1]);
});
