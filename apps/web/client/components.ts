interface Components {
  initAll(config?: { readonly scope: Element }): void;
}

/** Starts the components of the GOV.UK Design System and the Ministry of Justice's patterns that are better with scripts. @param scope where; default: all of the page */
export async function startComponents(scope?: Element): Promise<void> {
  const base = new URL('..', import.meta.url).href;
  const govuk = (await import(`${base}govuk/govuk-frontend.min.js`)) as Components;
  govuk.initAll(scope && { scope });
}
