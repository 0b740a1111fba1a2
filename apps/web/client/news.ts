import { announce } from './announce.js';

/** What has happened, by name, where a page tells it (`data-news`: the sequence of an event); else that the page has changed. */
export class News {
  private told: number;
  private readonly hasNews: boolean;

  constructor() {
    const all = newsOf();
    this.hasNews = document.querySelector('[data-news], [data-news-here]') !== null;
    this.told = Math.max(0, ...all.map(({ sequence }) => sequence));
  }

  /** Announces what is new on the page since the last time. */
  announce(): void {
    if (!this.hasNews) return announce('This page has been brought up to date');
    const fresh = newsOf().filter(({ sequence }) => sequence > this.told);
    for (const { sequence, text } of fresh.sort((a, b) => a.sequence - b.sequence)) {
      this.told = sequence;
      announce(text);
    }
  }
}

function newsOf(): { sequence: number; text: string }[] {
  return [...document.querySelectorAll<HTMLElement>('[data-news]')].map((element) => ({
    sequence: Number(element.dataset['news']),
    text: element.querySelector('[data-news-text]')?.textContent ?? element.textContent,
  }));
}
