// Comforts for those whose browser runs scripts: drafts that survive a closed tab, a warning before leaving, character
// counts, one submission at a time, dialogs, copying. Every page works without this file. It talks to the server only to keep drafts.
(() => {
  'use strict';
  const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);
  const PREFIX = 'kenes.draft.';
  const KEPT_DAYS = 30;
  const DAY = 86_400_000;
  let unsaved = false;
  let sending = false;

  // The browser's store may be full or forbidden: then there are no drafts, and nothing else changes.
  const store = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    drop(key) {
      try {
        localStorage.removeItem(PREFIX + key);
      } catch {
        return;
      }
    },
    dropOld() {
      try {
        for (const name of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
          const kept = store.read(name.slice(PREFIX.length));
          if (!kept || Date.now() - kept.at > KEPT_DAYS * DAY) localStorage.removeItem(name);
        }
      } catch {
        return;
      }
    },
  };

  const keeps = (field) =>
    field.name && !field.disabled && !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type);
  const fieldsOf = (form) => [...form.elements].filter(keeps);

  const valuesOf = (form) =>
    fieldsOf(form).map((field) => {
      const ticked = field.type === 'radio' || field.type === 'checkbox';
      return [field.name, ticked ? field.value : null, ticked ? field.checked : field.value];
    });

  function putBack(form, values) {
    let changed = false;
    for (const [name, option, value] of values) {
      const field = fieldsOf(form).find((one) => one.name === name && (option === null || one.value === option));
      if (!field) continue;
      const key = option === null ? 'value' : 'checked';
      if (field[key] === value) continue;
      field[key] = value;
      changed = true;
    }
    return changed;
  }

  function keepDraft(form) {
    const key = () => form.dataset.draft;
    const first = valuesOf(form);
    const refused = form.querySelector('[aria-invalid="true"]') || document.getElementById('errors');
    const kept = store.read(key());
    // After a refusal the server has sent back what was typed, or it has put something in: newer than any draft.
    const newer = refused || 'draftFresh' in form.dataset || (kept && kept.at < Number(form.dataset.draftAt ?? 0));
    let waiting = 0;
    const save = () => {
      unsaved = !store.write(key(), { at: Date.now(), values: valuesOf(form) });
    };
    const send = form.dataset.draftTo ? keepOnServer(form) : () => {};
    if (kept && !newer && putBack(form, kept.values)) {
      offerDiscard(form, key, first);
      send();
    }
    form.addEventListener('input', () => {
      unsaved = true;
      clearTimeout(waiting);
      waiting = setTimeout(save, 400);
      send();
    });
    form.addEventListener('submit', () => {
      clearTimeout(waiting);
      save();
      try {
        sessionStorage.setItem(PREFIX + 'sent', JSON.stringify({ key: key(), path: location.pathname }));
      } catch {
        return;
      }
    });
  }

  // The draft goes to the server when typing pauses. What could not be sent waits in this browser, and is sent when it can be.
  function keepOnServer(form) {
    const PAUSE = 2500;
    const RETRY = 15_000;
    const line = form.querySelector('[data-saved]');
    let waiting = 0;
    let typed = 0;
    let busy = false;
    const later = (ms) => {
      clearTimeout(waiting);
      waiting = setTimeout(send, ms);
    };
    async function send() {
      if (busy || sending) return later(PAUSE);
      busy = true;
      const then = typed;
      const words = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
      try {
        const answer = await fetch(form.dataset.draftTo, { method: 'POST', body: new URLSearchParams(words) });
        const { said, key, address } = await answer.json();
        if (line) line.textContent = said;
        if (answer.ok && !sending) {
          store.drop(form.dataset.draft);
          form.dataset.draft = key;
          history.replaceState(null, '', address);
          if (then === typed) unsaved = false;
          else store.write(key, { at: Date.now(), values: valuesOf(form) });
        }
      } catch {
        if (line) line.textContent = form.dataset.draftUnsent;
        later(RETRY);
      }
      busy = false;
    }
    window.addEventListener('online', () => typed && later(0));
    return () => {
      typed += 1;
      later(PAUSE);
    };
  }

  function offerDiscard(form, key, first) {
    const note = document.createElement('div');
    note.className = 'draft-note';
    note.setAttribute('role', 'status');
    note.append(form.dataset.draftRestored ?? '');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = form.dataset.draftDiscard ?? '×';
    button.addEventListener('click', () => {
      store.drop(key());
      putBack(form, first);
      unsaved = false;
      note.remove();
      form.querySelector('input:not([type=hidden]), select, textarea')?.focus();
    });
    note.append(button);
    form.prepend(note);
  }

  // A draft is dropped when sending it led to another page that is not the sign-in: the server has it now.
  function dropSentDraft() {
    try {
      const sent = JSON.parse(sessionStorage.getItem(PREFIX + 'sent') ?? 'null');
      sessionStorage.removeItem(PREFIX + 'sent');
      const stopped = document.querySelector('#refusal, input[type=password]');
      if (sent && sent.path !== location.pathname && !stopped) store.drop(sent.key);
    } catch {
      return;
    }
  }

  function countCharacters(area) {
    const most = area.maxLength;
    if (most <= 0) return;
    const line = document.createElement('div');
    line.className = 'field-count';
    const show = () => {
      line.textContent = `${area.dataset.counter} ${area.value.length} / ${most}`;
      line.classList.toggle('is-near', area.value.length > most * 0.9);
    };
    area.after(line);
    area.addEventListener('input', show);
    show();
  }

  function sendOnce(form) {
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented || form.method === 'dialog') return;
      if (form.dataset.sending) return event.preventDefault();
      form.dataset.sending = 'yes';
      sending = true;
      const button = event.submitter;
      if (button?.dataset.busy) {
        button.dataset.idle = button.textContent;
        button.textContent = button.dataset.busy;
      }
      button?.setAttribute('aria-busy', 'true');
    });
  }

  // Chosen files are sent piece by piece while the form is filled in; after a cut they go on where the server's bytes end. A file that is
  // whole stands ticked in the form. Sent earlier, the form takes the files with it, as it does without scripts.
  function sendInPieces(input) {
    const PIECE = 1_000_000;
    const wait = (ms) => new Promise((ready) => setTimeout(ready, ms));
    const line = document.createElement('p');
    line.className = 'field-hint';
    line.setAttribute('role', 'status');
    input.after(line);
    const nameOf = (file) => `kenes.upload.${file.name}.${file.size}.${file.lastModified}`;
    const remember = (file, to) => {
      try {
        if (to) sessionStorage.setItem(nameOf(file), to);
        return sessionStorage.getItem(nameOf(file));
      } catch {
        return null;
      }
    };
    const begin = async (file) => {
      const before = remember(file);
      if (before) {
        const known = await fetch(before);
        if (known.ok) return { to: before, ...(await known.json()) };
      }
      const words = new URLSearchParams({ name: file.name, size: file.size });
      const answer = await fetch(`/${document.documentElement.lang}/uploads`, { method: 'POST', body: words });
      const begun = await answer.json();
      if (answer.ok) remember(file, begun.to);
      return { ...begun, refused: !answer.ok };
    };
    // Gives what the server says of the whole file, or of why it does not take it.
    async function send(file) {
      let at = null;
      for (;;) {
        try {
          at ??= await begin(file);
          if (at.refused) return at;
          const piece = file.slice(at.offset, at.offset + PIECE);
          const headers = { 'Upload-Offset': String(at.offset) };
          const answer = await fetch(at.to, { method: 'PATCH', headers, body: piece });
          const said = await answer.json();
          if (said.file || (!answer.ok && answer.status !== 409)) return said;
          at = { to: at.to, offset: said.offset };
          line.textContent = `${input.dataset.piecesComing} ${file.name}, ${Math.floor((100 * at.offset) / file.size)} %`;
        } catch {
          line.textContent = input.dataset.piecesWaiting;
          await wait(3000);
          at = null;
        }
      }
    }
    function tick({ id, label }) {
      const choice = document.createElement('div');
      choice.className = 'choice';
      const box = Object.assign(document.createElement('input'), {
        ...{ type: 'checkbox', name: input.name, value: id, id: `file-${id}`, checked: true, className: 'ds-input' },
      });
      const words = document.createElement('label');
      words.className = 'choice-label';
      words.htmlFor = box.id;
      words.textContent = label;
      choice.append(box, words);
      input.closest('.field').before(choice);
    }
    input.addEventListener('change', async () => {
      const files = [...input.files];
      const said = [];
      for (const file of files) {
        const answer = await send(file);
        if (answer.file) tick(answer.file);
        else said.push(answer.said);
      }
      if (sending || files.length !== input.files.length || files.some((file, n) => file !== input.files[n])) return;
      input.value = '';
      line.textContent = said.filter(Boolean).join(' ');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  // Questions that depend on an answer appear when it is given; without scripts they stand there and say on what they depend.
  function askByAnswers(questions) {
    const answers = (name) =>
      [...questions.querySelectorAll('input:checked')]
        .filter((field) => field.name === name && !field.closest('[hidden]'))
        .map((field) => field.value);
    const show = () =>
      each(
        '[data-when]',
        (part) => {
          const asked = part.dataset.any.split(' ');
          part.hidden = !answers(part.dataset.when).some((answer) => asked.includes(answer));
        },
        questions,
      );
    questions.addEventListener('change', show);
    show();
  }

  // Coming back with the browser's own memory of the page: forms can be sent again.
  function wakeForms() {
    sending = false;
    each('form[data-sending]', (form) => delete form.dataset.sending);
    each('[aria-busy="true"]', (button) => {
      button.removeAttribute('aria-busy');
      if (button.dataset.idle) button.textContent = button.dataset.idle;
    });
  }

  function openDialog(event) {
    const opener = event.target.closest?.('[data-dialog]');
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog?.showModal) {
      event.preventDefault();
      dialog.showModal();
    }
    const closer = event.target.closest?.('[data-close]');
    closer?.closest('dialog')?.close();
  }

  function offerCopy(button) {
    const field = document.getElementById(button.dataset.copy);
    const words = button.querySelector('span');
    if (!field || !words || !navigator.clipboard) return;
    const before = words.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(field.value);
      words.textContent = button.dataset.copied;
      const status = button.closest('.copy')?.querySelector('[role=status]');
      if (status) status.textContent = button.dataset.copied;
      setTimeout(() => (words.textContent = before), 2500);
    });
  }

  // The bare address of the site leads to the language chosen last.
  function rememberLanguage(event) {
    const chosen = event.target.closest?.('.languages a[hreflang]')?.hreflang;
    const [prefix, safe] = location.protocol === 'https:' ? ['__Host-', '; secure'] : ['', ''];
    if (chosen) document.cookie = `${prefix}kenes_lang=${chosen}; path=/; max-age=31536000; samesite=lax${safe}`;
  }

  store.dropOld();
  dropSentDraft();
  each('form[data-draft]', keepDraft);
  each('textarea[data-counter]', countCharacters);
  each('form', sendOnce);
  each('input[data-pieces]', sendInPieces);
  each('.survey', askByAnswers);
  each('[data-copy]', offerCopy);
  document.addEventListener('click', openDialog);
  document.addEventListener('click', rememberLanguage);
  document.getElementById('errors')?.focus();
  window.addEventListener('pageshow', (event) => event.persisted && wakeForms());
  window.addEventListener('beforeunload', (event) => {
    if (unsaved && !sending) event.preventDefault();
  });
})();
