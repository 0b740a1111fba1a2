/** A page to show: a template, what it shows, and the status it is answered with. */
export class View {
  constructor(
    readonly template: string,
    readonly data: Readonly<Record<string, unknown>> = {},
    readonly status = 200,
  ) {}
}

/** Sends the browser to another page, by GET. */
export class Redirect {
  constructor(readonly to: string) {}
}

export type Answer = View | Redirect;
