import { PEOPLE } from './people';

/** The page on which one says who one is. Nothing but a form, so that it works everywhere. */
export function signInPage(action: string): string {
  const choices = PEOPLE.map(
    ({ id, title }) => `<p><button name="person" value="${id}">${title}</button> <small>${id}</small></p>`,
  );
  return page(
    'Sign in to Waymark',
    `<p><strong>For development only.</strong> Nobody is checked here: choose who you want to be. All of them are made up.</p>
<form method="post" action="${action}">
${choices.join('\n')}
</form>`,
  );
}

/** The page that asks whether one means it. @param form the provider's, named `op.logoutForm` */
export function signOutPage(form: string): string {
  return page(
    'Sign out of Waymark',
    `${form}\n<p><button form="op.logoutForm" name="logout" value="yes">Sign out</button></p>`,
  );
}

/** The page after that. */
export function signedOutPage(): string {
  return page('You are signed out', '<p>Your tokens are not taken any more.</p>');
}

const page = (title: string, body: string) => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${title} (development)</title></head>
<body style="font-family: sans-serif; max-width: 40em; margin: 2em auto">
<h1>${title}</h1>
${body}
</body>
</html>
`;
