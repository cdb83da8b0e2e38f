// Before anything is drawn: what the browser can do, as the styles and scripts of GOV.UK Frontend ask.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported');
}
