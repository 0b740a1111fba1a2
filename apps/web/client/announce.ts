/** Has screen readers say something, when they have finished what they are saying. */
export function announce(text: string): void {
  const place = document.querySelector('#app-live');
  if (!place) return;
  place.textContent = '';
  window.setTimeout(() => (place.textContent = text), 50);
}
