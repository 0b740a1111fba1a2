/** Starts the components of the GOV.UK Design System and the Ministry of Justice's patterns that are better with scripts. */
export async function startComponents(): Promise<void> {
  const base = new URL('..', import.meta.url).href;
  const govuk = (await import(`${base}govuk/govuk-frontend.min.js`)) as { initAll(): void };
  govuk.initAll();
}
