// What can be done with a table: copying, printing; and on the table builder, the fields that go with what is shown.
// Listens on the document, for parts of pages are put in anew.

/** The rows of a table, or the terms and figures of a list, as text with tabs between cells, as spreadsheets take them. */
export function tabbed(element) {
  const rows = element.matches('table') ? [...element.rows].map((row) => [...row.cells]) : [...element.children].map((one) => [...one.children]);
  return rows.map((cells) => cells.map((cell) => cellText(cell)).join('\t')).join('\n');
}

/** Years, counts and words alone: no share beside a count, and no picture. */
function cellText(cell) {
  const told = cell.cloneNode(true);
  told.querySelectorAll('.register-share-of, [aria-hidden="true"], svg').forEach((part) => part.remove());
  return told.textContent.replace(/\s+/g, ' ').trim();
}

async function copy(id) {
  const cited = document.querySelector(`[data-cite="${id}"]`).textContent.replace(/\s+/g, ' ').trim();
  const said = document.querySelector(`[data-copied="${id}"]`);
  try {
    await navigator.clipboard.writeText(`${tabbed(document.getElementById(id))}\n\n${cited}`);
    said.textContent = 'Copied, with what it shows';
  } catch {
    said.textContent = 'The browser does not let this page copy: select the table instead';
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy], [data-print]');
  if (button?.dataset.copy) {
    copy(button.dataset.copy);
  } else if (button) {
    window.print();
  }
});

const show = document.getElementById('show');
if (show) {
  const fit = () => {
    for (const part of document.querySelectorAll('[data-for]')) {
      part.hidden = !part.dataset.for.split(' ').includes(show.value);
    }
  };
  show.addEventListener('change', fit);
  fit();
}
