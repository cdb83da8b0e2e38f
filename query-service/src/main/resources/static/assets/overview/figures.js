// The figures on the page: the numbers and lengths of a day are changed in their places, or the whole is drawn anew with its links.

export class Figures {
  #dial = document.getElementById('dial');
  #said = document.getElementById('said');
  #parts = ['big', 'charts'].map((id) => document.getElementById(id));
  #marks = [...document.querySelectorAll('[data-stale-mark]')];
  #places;
  #lengths;

  constructor() {
    this.#findPlaces();
  }

  /** The elements that hold them. */
  get parts() {
    return this.#parts;
  }

  /** As at which day, as the figures say themselves. */
  get sentence() {
    return this.#said.textContent;
  }

  /** Puts the numbers and lengths of a day in their places; false where they belong to other rows than the page has. */
  move({ sentence, shape, texts, lengths }) {
    if (shape !== this.#dial.dataset.shape || texts.length !== this.#places.length) {
      return false;
    }
    this.#said.textContent = sentence;
    texts.forEach((text, i) => {
      if (this.#places[i].textContent !== text) {
        this.#places[i].textContent = text;
      }
    });
    this.#lengths.forEach((rectangle, i) => {
      rectangle.setAttribute('x', lengths[2 * i]);
      rectangle.setAttribute('width', lengths[2 * i + 1]);
    });
    return true;
  }

  /** Draws them anew from what the server drew. What was scrolled to and what has the focus stay. */
  draw(html) {
    const tray = document.createElement('template');
    tray.innerHTML = html;
    const whole = tray.content.firstElementChild;
    for (const part of this.#parts) {
      this.#replace(part, whole.querySelector(`[data-part="${part.id}"]`));
    }
    this.#said.textContent = whole.dataset.sentence;
    this.#dial.dataset.shape = whole.dataset.shape;
    this.#findPlaces();
  }

  /** Marks them as those of another day than the one chosen; null takes the mark away. */
  mark(text) {
    for (const mark of this.#marks) {
      mark.textContent = text ?? '';
      mark.hidden = text === null;
    }
    for (const part of this.#parts) {
      part.classList.toggle('register-stale', text !== null);
    }
  }

  #replace(part, content) {
    const scrolled = new Map(
      [...part.querySelectorAll('[data-scroll]')].map((each) => [each.dataset.scroll, each.scrollTop]));
    const focused = part.contains(document.activeElement) ? document.activeElement.dataset.scroll : undefined;
    part.replaceChildren(content);
    for (const each of part.querySelectorAll('[data-scroll]')) {
      each.scrollTop = scrolled.get(each.dataset.scroll) ?? 0;
      if (each.dataset.scroll === focused) {
        each.focus({ preventScroll: true });
      }
    }
  }

  #findPlaces() {
    this.#places = this.#parts.flatMap((part) => [...part.querySelectorAll('[data-text]')]);
    this.#lengths = this.#parts.flatMap((part) => [...part.querySelectorAll('.register-length')]);
  }
}
