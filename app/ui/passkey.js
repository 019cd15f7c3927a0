// Passkeys: asks this site what is to be made or signed, has the device do it, sends that back. Pages offer the button hidden: who has no
// scripts or no passkeys in the browser never sees it. A refusal is told by the page's own words; the rest stays as it was.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

const send = async (form, fields) => {
  const answer = await fetch(form.dataset.passkey, { method: 'POST', body: new URLSearchParams(fields) });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.refused, { cause: body.words });
  return body;
};

async function run(form) {
  const typed = Object.fromEntries(new FormData(form));
  const { options, pass } = await send(form, { ...typed, step: 'ask' });
  const start = form.dataset.make === undefined ? startAuthentication : startRegistration;
  const answer = await start({ optionsJSON: options });
  const { to } = await send(form, { ...typed, step: 'answer', pass, answer: JSON.stringify(answer) });
  location.assign(to);
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!browserSupportsWebAuthn()) continue;
  form.hidden = false;
  const told = form.querySelector('[role="alert"]');
  const failed = told.textContent;
  told.textContent = '';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.setAttribute('aria-busy', 'true');
    told.hidden = true;
    run(form).catch(({ cause }) => {
      form.removeAttribute('aria-busy');
      told.textContent = cause ?? failed;
      told.hidden = false;
    });
  });
}
