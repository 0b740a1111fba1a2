import { PEOPLE } from './people';

/** The page on which one says who one is. Nothing but a form, so that it works everywhere. */
export function signInPage(action: string): string {
  const choices = PEOPLE.map(
    ({ id, title }) => `<p><button name="person" value="${id}">${title}</button> <small>${id}</small></p>`,
  );
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Sign in to Waymark (development)</title></head>
<body style="font-family: sans-serif; max-width: 40em; margin: 2em auto">
<h1>Sign in to Waymark</h1>
<p><strong>For development only.</strong> Nobody is checked here: choose who you want to be. All of them are made up.</p>
<form method="post" action="${action}">
${choices.join('\n')}
</form>
</body>
</html>
`;
}
