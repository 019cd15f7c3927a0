// Words of the second step of signing in, of passkeys, and of the page on which both are set up.
import { dayAndTime, plural } from '../format';

export const signingIn = {
  title: 'How you sign in',
  lead: 'A second step keeps others out of your account even if they know your password or read your mail. Both ways are free to choose.',
  link: 'Second step and passkeys',
  linkWhy: 'Whoever acts for an organisation or a body had better have one.',
  resting: 'What you hold rests until you have signed in with a second step.',
  setUp: 'Set one up',
  demo: 'A demonstration account belongs to everyone who tries Kenes, so nothing can be set up here.',

  code: {
    title: 'The second step',
    lead: 'The password or the link was right. Now the code of your authenticator, please.',
    label: 'Code',
    hint: 'Six digits that your authenticator shows now. Without it, one of your recovery codes.',
    button: 'Sign in',
    again: 'Sign in from the beginning',
    carried: 'What you typed in the form before stands in this page and comes back with you.',
  },

  authenticator: {
    title: 'Codes of an authenticator',
    what: 'An app on your telephone shows a new code of six digits every half minute (TOTP). Any such app will do; nothing is sent anywhere.',
    off: 'Off',
    on: 'On',
    begin: 'Set it up',
    current: 'Present password',
    scanTitle: 'Take the secret into your authenticator',
    scan: 'Point the camera of the app at this picture, or type the letters below it.',
    picture: 'A square code (QR) with the secret for your authenticator; the same secret stands below as letters.',
    secret: 'Secret',
    confirmLabel: 'Code that it shows now',
    confirm: 'Turn it on',
    codesTitle: 'Recovery codes: keep them now',
    codes:
      'Each of these opens your account once in place of a code, if the telephone is lost. They are shown only now: print them or write them down.',
    codesKept: 'I have kept them',
    left: (count: number) =>
      plural('en', count, {
        one: '{n} recovery code is left.',
        other: '{n} recovery codes are left.',
      }),
    none: 'No recovery code is left. Turn the second step off and on again to get new ones.',
    stop: 'Turn it off',
    stopWhy: 'A code, or a recovery code, proves that it is you.',
    stopped: 'The second step is off.',
  },

  passkeys: {
    title: 'Passkeys',
    what: 'A passkey signs you in with a finger, a face or the PIN of your device, without a password and without a code. It works only on this site, so that nobody can lure it out of you.',
    none: 'You have no passkey yet.',
    caption: 'Your passkeys',
    name: 'Name',
    nameHint: 'So that you know later which one it is: “Office computer”.',
    added: 'Added',
    used: 'Last used',
    never: 'not yet',
    act: 'Action',
    remove: (name: string) => `Remove “${name}”`,
    removed: 'The passkey is removed.',
    made: 'The passkey is added. From now on it signs you in.',
    add: 'Add a passkey',
    scripts: 'Passkeys need a browser with scripts. Everything else on this page works without.',
    failed: 'The browser made no passkey: it was stopped, the device has none, or there is no connection. Try again.',
    enter: 'Sign in with a passkey',
    enterFailed:
      'The passkey did not sign you in: it was stopped, this device has none for Kenes, or there is no connection. Try again, or sign in by password or link.',
    at: (instant: number) => dayAndTime('en', instant),
  },
};
