// The pages of the main job as a browser without scripts meets them: filing with files, the case, the acts, downloads.
import { beforeAll, describe, expect, it } from 'vitest';
import { FILE_LIMIT } from '../../app/commands/files/upload';
import { disposition } from '../../app/pages/sent-file';
import { LOCALES, textFor } from '../../app/text';
import { givePasswords, signedInOn } from '../help/page';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['appeals/', 'desk/', 'bodies/', 'accounts/sign-in']);
});

type Browser = ReturnType<typeof site.visitor>;
const as = (person: { email: string }) => signedInOn(site, person);
const words = (html: string): string =>
  html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

const form = (fields: Record<string, string | string[]>, files: readonly File[] = []): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  for (const file of files) data.append('files', file);
  return data;
};
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const picture = (name = 'Сурет өткел.png') => new File([PNG], name, { type: 'image/png' });
const numberIn = (answer: Response): string =>
  /appeals\/([\d-]+)\?done=/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const file = async (more: Record<string, string> = {}, files: readonly File[] = []): Promise<string> => {
  at('2026-03-02');
  const answer = await (await as(cast.ngo)).post('/ru/appeals/new', form({ ...anAppeal(cast), ...more }, files));
  expect([answer.status, await answer.text()]).toEqual([303, '']);
  return numberIn(answer);
};

describe('filing', () => {
  it('asks a visitor to sign in first and brings them back', async () => {
    const answer = await site.visitor().get('/kk/appeals/new?kind=message');
    expect(answer.headers.get('location')).toBe(`/kk/sign-in?to=${encodeURIComponent('/kk/appeals/new?kind=message')}`);
  });

  it.each(LOCALES)('shows in %s every kind with its due day and why, before anything is sent', async (locale) => {
    at('2026-03-02');
    const text = words(await (await (await as(cast.ngo)).get(`/${locale}/appeals/new`)).text());
    expect(text).toContain(textFor(locale).filing.now.title);
    const { filing, ledger } = textFor(locale);
    expect(text).toContain(words(filing.kind.dueIf(ledger.term(15, 'working_day'), '2026-03-27')));
  });

  it('counts the days for the chosen kind without filing, and keeps what was typed and sent', async () => {
    const browser = await as(cast.ngo);
    const answer = await browser.post(
      '/en/appeals/new',
      form({ ...anAppeal(cast), kind: 'service_complaint', subject: 'Half typed', text: '', intent: 'count' }, [
        picture(),
      ]),
    );
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('value="Half typed"');
    expect(words(html)).toContain('Counted for: Complaint about a public service');
    expect(words(html)).toContain('Сурет өткел.png');
    expect(await world.db.prisma.appeal.count()).toBe(0);
  });

  it('refuses with the fields named, keeps the text and the files, and takes them the second time', async () => {
    const browser = await as(cast.ngo);
    const refused = await browser.post(
      '/ru/appeals/new',
      form({ ...anAppeal(cast), bodyId: '', text: 'мало' }, [
        picture(),
        new File(['a;b\n'], 'смета.csv', { type: 'text/csv' }),
      ]),
    );
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('href="#bodyId"');
    expect(html).toContain('href="#text"');
    expect(html).toContain('>мало</textarea>');
    const ids = [...html.matchAll(/id="file-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
    expect(ids).toHaveLength(2);
    const filed = await browser.post('/ru/appeals/new', form({ ...anAppeal(cast), files: ids }));
    expect(filed.status).toBe(303);
    const page = words(await (await browser.get(filed.headers.get('location') ?? '')).text());
    for (const word of [
      textFor('ru').case.done.filed.title,
      'смета.csv',
      'Сурет өткел.png',
      '2 марта 2026 г. в 10:00',
      '27 марта 2026 г.'.slice(0, 8),
    ])
      expect(page.replace('2026 г., 10:00', '2026 г. в 10:00')).toContain(word);
  });

  it('sent twice files once, and leads both times to the same case, which says so', async () => {
    const browser = await as(cast.ngo);
    const keyIn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const key = keyIn(await (await browser.get('/kk/appeals/new')).text());
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    expect(keyIn(await (await browser.get('/kk/appeals/new')).text())).not.toBe(key);

    const refused = await browser.post('/kk/appeals/new', form({ ...anAppeal(cast), key, text: 'аз' }));
    expect([refused.status, keyIn(await refused.text())]).toEqual([422, key]);

    const send = () => browser.post('/kk/appeals/new', form({ ...anAppeal(cast), key }, [picture()]));
    const answers = await Promise.all([send(), send()]);
    const [number, ...others] = new Set([...answers, await send()].map(numberIn));
    expect([number, others]).toEqual([expect.stringMatching(/^2026-\d{6}$/), []]);
    const again = await send();
    expect(again.headers.get('location')).toBe(`/kk/appeals/${number}?done=already-filed`);
    const page = words(await (await browser.get(again.headers.get('location') ?? '')).text());
    expect(page).toContain(textFor('kk').case.done['already-filed'].title);

    const changed = await browser.post(
      '/kk/appeals/new',
      form({ ...anAppeal(cast), key, subject: 'Мүлде басқа мәселе' }, [picture()]),
    );
    const html = await changed.text();
    expect([changed.status, html.includes('value="Мүлде басқа мәселе"')]).toEqual([409, true]);
    expect(words(html)).toContain(textFor('kk').refusals.codes.form_taken({ number: number ?? '' }).what);
    expect(html).toContain(`href="/kk/appeals/${number}"`);
    const kept = [...html.matchAll(/id="file-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
    const fresh = { ...anAppeal(cast), subject: 'Мүлде басқа мәселе', key: keyIn(html), files: kept };
    const other = await browser.post('/kk/appeals/new', form(fresh));
    expect(other.headers.get('location')).toMatch(/\?done=filed$/);
    expect(numberIn(other)).not.toBe(number);
  });

  it('says which file is not taken and why, whatever it is called', async () => {
    const browser = await as(cast.ngo);
    const wrong = await browser.post(
      '/en/appeals/new',
      form(anAppeal(cast), [new File(['#!/bin/sh'], 'photo.png', { type: 'image/png' })]),
    );
    expect([wrong.status, words(await wrong.text())]).toEqual([422, expect.stringContaining('photo.png')]);
    const many = await browser.post(
      '/en/appeals/new',
      form(
        anAppeal(cast),
        Array.from({ length: 12 }, (_, n) => new File([`row ${n}`], `${n}.txt`)),
      ),
    );
    expect([many.status, words(await many.text())]).toEqual([
      422,
      expect.stringContaining(textFor('en').refusals.codes.too_many_files({ limit: 10 }).what),
    ]);
  });

  it('keeps every word when a file is far too large', async () => {
    const browser = await as(cast.ngo);
    const answer = await browser.post(
      '/en/appeals/new',
      form({ ...anAppeal(cast), subject: 'Kept in spite of a large file' }, [
        picture(),
        new File([new Uint8Array(FILE_LIMIT + 5_000_000)], 'film.png'),
      ]),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="Kept in spite of a large file"');
    expect(html).toContain('Сурет өткел.png');
  });

  it('prepares the complaint about an unanswered case in the language of the case', async () => {
    const number = await file();
    at('2026-04-01');
    const browser = await as(cast.ngo);
    expect(await (await browser.get(`/kk/appeals/${number}`)).text()).toContain(
      `/kk/appeals/new?kind=complaint&amp;origin=${number}`,
    );
    const html = await (await browser.get(`/kk/appeals/new?kind=complaint&origin=${number}`)).text();
    expect(html).toContain(textFor('ru').filing.complaint.subject(number));
    const origin = /name="originId" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const filed = await browser.post(
      '/kk/appeals/new',
      form({ ...anAppeal(cast), kind: 'complaint', originId: origin }),
    );
    expect(words(await (await browser.get(`/ru/appeals/${numberIn(filed)}`)).text())).toContain(
      textFor('ru').case.thread.about(number, 'Ministry of Tests (ru)'),
    );
    expect(await (await (await as(cast.stranger)).get(`/kk/appeals/new?origin=${number}`)).text()).not.toContain(
      origin,
    );
  });
});

describe('the case page', () => {
  it.each(LOCALES)(
    'is complete in %s for a visitor, and gives nothing of a hidden name, also not as data',
    async (locale) => {
      const number = await file({ nameHidden: 'on' });
      for (const address of [`/${locale}/appeals/${number}`, `/${locale}/appeals/${number}.data`]) {
        const answer = await site.visitor().get(address);
        const html = await answer.text();
        for (const secret of ['Aigul', 'Сынақ', cast.ngo.personId, cast.organisationId])
          expect(html).not.toContain(secret);
      }
      const html = await (await site.visitor().get(`/${locale}/appeals/${number}`)).text();
      expect(html).toContain(`<html lang="${locale}"`);
      expect(words(html)).toContain(textFor(locale).case.nameHidden);
      expect(html).not.toContain('undefined');
    },
  );

  it('of a hidden name gives files neutral names, in the page and when they are downloaded, to all but the parties', async () => {
    const number = await file({ nameHidden: 'on' }, [
      picture('Айгуль Сапарова, справка.png'),
      new File(['a;b'], 'Сапарова.csv'),
    ]);
    const { requirements, ...reply } = aReply('act_favourable', PARTS);
    const parts = Object.entries(requirements).map(([id, text]) => [`requirements.${id}`, text]);
    const executor = await as(cast.executor);
    await executor.post(
      `/ru/appeals/${number}/answer`,
      form({ ...reply, ...Object.fromEntries(parts) }, [picture('Ответ Сапаровой.png')]),
    );
    const seen = async (browser: Browser, locale: string) => {
      const html = await (await browser.get(`/${locale}/appeals/${number}`)).text();
      const data = await (await browser.get(`/${locale}/appeals/${number}.data`)).text();
      const links = [...html.matchAll(/href="([^"]*\/files\/[^"]*)">([^<]*)</g)];
      const downloads = await Promise.all(links.map(([, address = '']) => browser.get(address)));
      const real = downloads.map((answer) =>
        decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? ''),
      );
      return { names: links.map(([, , name]) => name), real, all: html + data };
    };
    const neutral = (locale: 'kk' | 'ru' | 'en') =>
      [
        [1, 'png'],
        [2, 'csv'],
        [3, 'png'],
      ].map(([n, extension]) => textFor(locale).case.attachment(Number(n), String(extension)));
    expect(neutral('en')).toEqual(['attachment 1.png', 'attachment 2.csv', 'attachment 3.png']);
    for (const [browser, locale] of [
      [site.visitor(), 'en'],
      [site.visitor(), 'kk'],
      [await as(cast.stranger), 'ru'],
      [await as(cast.committeeRegistrar), 'ru'],
    ] as const) {
      const { names, real, all } = await seen(browser, locale);
      expect([names, real]).toEqual([neutral(locale), neutral(locale)]);
      expect(all).not.toContain('Сапаров');
    }
    const sent = ['Айгуль Сапарова, справка.png', 'Сапарова.csv', 'Ответ Сапаровой.png'];
    for (const who of [cast.ngo, cast.registrar, cast.executor]) {
      const { names, real } = await seen(await as(who), 'ru');
      expect([names, real]).toEqual([sent, sent]);
    }
    const letters = await world.db.prisma.letter.findMany({ select: { data: true, personId: true } });
    expect(letters.length).toBeGreaterThan(0);
    expect(JSON.stringify(letters)).not.toContain('Сапаров');
  });

  it('of a private case is not there for others, nor are its files', async () => {
    const number = await file({ visibility: 'private' }, [picture()]);
    const own = await (await as(cast.ngo)).get(`/ru/appeals/${number}`);
    const address = /\/ru\/appeals\/[\d-]+\/files\/[0-9a-f-]+/.exec(await own.text())?.[0] ?? '';
    for (const browser of [site.visitor(), await as(cast.stranger)]) {
      expect((await browser.get(`/ru/appeals/${number}`)).status).toBe(404);
      expect((await browser.get(address)).status).toBe(404);
    }
    const answer = await (await as(cast.registrar)).get(address);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''%D0%A1%D1%83%D1%80%D0%B5%D1%82");
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(PNG))).toBe(true);
  });

  it('gives a file only under the number of a case that carries it', async () => {
    const [one, other] = [await file({}, [picture('a.png')]), await file({}, [picture('b.png')])];
    const html = await (await site.visitor().get(`/ru/appeals/${one}`)).text();
    const id = /files\/([0-9a-f-]{36})/.exec(html)?.[1];
    expect((await site.visitor().get(`/ru/appeals/${one}/files/${id}`)).status).toBe(200);
    expect((await site.visitor().get(`/ru/appeals/${other}/files/${id}`)).status).toBe(404);
  });
});

describe('acts', () => {
  it('are offered to those who may do them, and their pages are closed to everyone else', async () => {
    const number = await file();
    const offered = async (browser: Browser) =>
      [
        ...(await (await browser.get(`/en/appeals/${number}`)).text()).matchAll(
          new RegExp(`/en/appeals/${number}/([a-z-]+)"`, 'g'),
        ),
      ].map(([, act]) => act);
    expect(await offered(site.visitor())).toEqual([]);
    expect(await offered(await as(cast.stranger))).toEqual([]);
    expect(await offered(await as(cast.ngo))).toEqual(['ask-file', 'set-external', 'withdraw']);
    expect(await offered(await as(cast.registrar))).toEqual([
      'accept',
      'assign',
      'give-errand',
      'ask-cure',
      'redirect',
      'redirect-part',
      'return',
      'remark',
      'redact',
      'set-external',
      'contest',
    ]);
    expect(await offered(await as(cast.executor))).toEqual([
      'answer',
      'draft-answer',
      'give-errand',
      'extend',
      'call-hearing',
      'ask-cure',
      'remark',
      'set-external',
      'contest',
    ]);
    expect(await offered(await as(cast.head))).toEqual([
      'assign',
      'answer',
      'draft-answer',
      'give-errand',
      'extend',
      'call-hearing',
      'ask-cure',
      'redirect',
      'redirect-part',
      'return',
      'terminate',
      'remark',
      'redact',
      'set-external',
      'contest',
    ]);
    for (const act of [
      'accept',
      'assign',
      'redirect',
      'extend',
      'decide-extension',
      'answer',
      'terminate',
      'withdraw',
      'judge',
    ]) {
      expect((await (await as(cast.stranger)).get(`/en/appeals/${number}/${act}`)).status).toBe(403);
      expect((await (await as(cast.stranger)).post(`/en/appeals/${number}/${act}`, {})).status).toBe(403);
    }
    expect((await (await as(cast.head)).get(`/en/appeals/${number}/demolish`)).status).toBe(404);
  });

  it('carry a case from acceptance to the applicant’s own word', async () => {
    const number = await file();
    const [registrar, executor, head, ngo] = await Promise.all([
      as(cast.registrar),
      as(cast.executor),
      as(cast.head),
      as(cast.ngo),
    ]);
    const act = async (browser: Browser, name: string, fields: Record<string, string> | FormData) => {
      const answer = await browser.post(`/ru/appeals/${number}/${name}`, fields);
      expect([name, answer.status, words(await answer.text()).slice(0, 0)]).toEqual([name, 303, '']);
      expect(answer.headers.get('location')).toBe(`/ru/appeals/${number}?done=${name}`);
    };
    await act(registrar, 'accept', {});
    await act(registrar, 'assign', { officialId: cast.executor.personId });
    await act(executor, 'extend', { until: '2026-04-20', reason: 'Требуется лабораторная экспертиза и выезд.' });
    await act(head, 'decide-extension', { decision: 'approve' });
    const { requirements, ...reply } = aReply('act_favourable', PARTS);
    await act(
      executor,
      'answer',
      form(
        {
          ...reply,
          ...Object.fromEntries(Object.entries(requirements).map(([id, text]) => [`requirements.${id}`, text])),
        },
        [picture('акт.png')],
      ),
    );
    await act(ngo, 'judge', { verdict: 'not_at_all', comment: 'По пункту 2 ответа нет.' });
    const page = words(await (await site.visitor().get(`/ru/appeals/${number}`)).text());
    const { thread, twoWords } = textFor('ru').case;
    for (const word of [
      thread.accepted,
      thread.assigned,
      thread.extended,
      thread.parts,
      thread.judged,
      twoWords,
      textFor('ru').letters.verdicts.not_at_all,
      'По пункту 2 ответа нет.',
      'акт.png',
    ])
      expect(page).toContain(word);
  });

  it('refuse an answer that lacks what the law asks for, name each part, and keep the rest', async () => {
    const number = await file();
    const browser = await as(cast.executor);
    const answer = await browser.post(
      `/ru/appeals/${number}/answer`,
      form(
        {
          outcome: 'act_favourable',
          language: 'ru',
          text: 'Обращение рассмотрено по существу, ответ дан.',
          'requirements.reasoning': 'Акт проверки.',
        },
        [picture('акт.png')],
      ),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const part of ['questions', 'superior_body', 'complaint_term', 'complaint_order'])
      expect(html).toContain(`href="#requirements.${part}"`);
    expect(html).not.toContain('href="#requirements.reasoning"');
    expect(html).toContain('>Акт проверки.</textarea>');
    expect(words(html)).toContain('акт.png');
  });

  it('that are over say so instead of offering their form', async () => {
    const number = await file();
    const browser = await as(cast.ngo);
    await browser.post(`/en/appeals/${number}/withdraw`, { statement: 'Вопрос решён.' });
    const text = words(await (await browser.get(`/en/appeals/${number}/withdraw`)).text());
    expect(text).toContain(textFor('en').acts.notNow.title);
  });
});

describe('the other pages', () => {
  it.each(LOCALES)('speak %s', async (locale) => {
    const t = textFor(locale);
    const [ngo, head] = await Promise.all([as(cast.ngo), as(cast.head)]);
    for (const [browser, address, word] of [
      [site.visitor(), 'appeals?standing=running&q=пандус', t.appeals.filter.remove(t.appeals.filter.words('пандус'))],
      [site.visitor(), 'bodies', t.bodies.lead],
      [site.visitor(), 'bodies/ministry', t.bodies.owes.title],
      [ngo, 'today', t.today.title],
      [head, 'desk', t.desk.table.caption],
    ] as const) {
      const answer = await browser.get(`/${locale}/${address}`);
      const html = await answer.text();
      expect([address, answer.status]).toEqual([address, 200]);
      expect(html).toContain(word.replaceAll('"', '&quot;'));
      expect(html).not.toContain('undefined');
    }
    expect((await ngo.get(`/${locale}/desk`)).status).toBe(403);
    expect((await site.visitor().get(`/${locale}/bodies/nowhere`)).status).toBe(404);
  });
});

describe('the name of a download', () => {
  it('is written for old readers and, in full, for those that know Kazakh', () => {
    expect(disposition('Өтініш "1".pdf')).toBe(
      `attachment; filename="______ _1_.pdf"; filename*=UTF-8''%D3%A8%D1%82%D1%96%D0%BD%D1%96%D1%88%20%221%22.pdf`,
    );
    expect(disposition("a'b(c).txt")).toContain("filename*=UTF-8''a%27b%28c%29.txt");
  });
});
