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
