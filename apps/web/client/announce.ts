import { Sayings } from './sayings.js';

const sayings = new Sayings((text) => {
  const place = document.querySelector('#app-live');
  if (!place) return;
  place.textContent = '';
  window.setTimeout(() => (place.textContent = text), 50);
});

/** Has screen readers say something, when they have finished what they are saying. */
export const announce = (text: string): void => sayings.add(text);
