// What every page needs: the components of GOV.UK and MoJ Frontend, and the form token for htmx.
// Parts that htmx brings in are given their components as well.

const { govuk, moj } = document.body.dataset;

if (document.body.classList.contains('govuk-frontend-supported')) {
  const [govukFrontend, mojFrontend] = await Promise.all([import(govuk), import(moj)]);
  govukFrontend.initAll();
  mojFrontend.initAll();
  document.body.addEventListener('htmx:load', (event) => {
    if (event.detail.elt !== document.body) {
      govukFrontend.initAll({ scope: event.detail.elt });
      mojFrontend.initAll({ scope: event.detail.elt });
    }
  });
}

document.body.addEventListener('htmx:configRequest', (event) => {
  const header = document.querySelector('meta[name="form-header"]')?.content;
  if (header && event.detail.verb !== 'get') {
    event.detail.headers[header] = document.querySelector('meta[name="form-token"]').content;
  }
});

// What every printed page says at its foot: the page, its times, and when it was printed. Styles cannot read it off the page.
function sayWhatIsPrinted() {
  const times = document.querySelector('#said, #times-said, #sentence')?.textContent.trim().replace(/\s+/g, ' ');
  const now = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' }).format();
  const said = [document.title.replace(/ – Conduct Register$/, ''), times, `Printed on ${now}`]
    .filter(Boolean)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ');
  const quoted = said.replace(/["\\]/g, '\\$&');
  document.documentElement.style.setProperty('--register-printed', `"Conduct Register. ${quoted}."`);
}

sayWhatIsPrinted();
window.addEventListener('beforeprint', sayWhatIsPrinted);
