// Takes a right to answer so that nobody can link it to the answer: makes a credential here, blinds it, has it signed, unblinds it, keeps
// it in this browser until it is used. RFC 9474 by the library. Every page works without this file, by a way that asks for more trust.
import { RSABSSA } from '@cloudflare/blindrsa-ts';

const suite = RSABSSA.SHA384.PSS.Randomized();
const PREFIX = 'kenes.credential.';
const MESSAGE_BYTES = 32;

const text = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const bytes = (written) =>
  Uint8Array.from(atob(written.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const kept = (panel) => {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + panel) ?? 'null');
  } catch {
    return null;
  }
};
const keep = (panel, what) => localStorage.setItem(PREFIX + panel, JSON.stringify(what));

/** What was blinded is kept before it is sent: after a lost connection the same is signed again. */
async function blindedFor(panel, key) {
  const before = kept(panel);
  if (before?.inv) return before;
  const prepared = suite.prepare(crypto.getRandomValues(new Uint8Array(MESSAGE_BYTES)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  const made = { prepared: text(prepared), inv: text(inv), blinded: text(blindedMsg) };
  keep(panel, made);
  return made;
}

async function take(form) {
  const { panel, key: spki } = form.dataset;
  if (!kept(panel)?.credential) {
    const key = await crypto.subtle.importKey('spki', bytes(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
      'verify',
    ]);
    const { prepared, inv, blinded } = await blindedFor(panel, key);
    const answer = await fetch(form.dataset.sign, { method: 'POST', body: new URLSearchParams({ blinded }) });
    // Refused, or signed out meanwhile: the page itself says so, in the reader's language.
    if (!answer.ok) return location.reload();
    const { signature } = await answer.json();
    const whole = await suite.finalize(key, bytes(prepared), bytes(signature), bytes(inv));
    keep(panel, { credential: text([...bytes(prepared), ...whole]) });
  }
  location.assign(form.dataset.answer);
}

for (const form of document.querySelectorAll('form[data-take]'))
  form.addEventListener('submit', (event) => {
    if (!globalThis.crypto?.subtle) return;
    event.preventDefault();
    form.setAttribute('aria-busy', 'true');
    take(form).catch(() => {
      form.removeAttribute('aria-busy');
      form.querySelector('[data-failed]')?.removeAttribute('hidden');
    });
  });

for (const place of document.querySelectorAll('[data-credential]')) {
  const field = place.querySelector('input');
  field.value ||= kept(place.dataset.credential)?.credential ?? '';
  if (field.value) for (const part of document.querySelectorAll('[data-without-credential]')) part.hidden = true;
}

for (const done of document.querySelectorAll('[data-counted]')) localStorage.removeItem(PREFIX + done.dataset.counted);
