// Signing in with more than a password, in a real browser: the codes of an authenticator, set up and asked for without scripts, a form in
// hand that survives both steps, and passkeys made and used by a device that Chromium plays.
import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../app/core/demo';
import { textFor } from '../../app/text';
import { hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { openVisit, signIn, type Look } from '../help/visit';

let app: ClockedApp;
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp('2026-07-06'), startBrowser()]);
  // A passkey belongs to a name, never to a number.
  app.world.origin = app.url.replace('127.0.0.1', 'localhost');
  // Accounts of the demonstration keep how one signs in: these people are real for once.
  await app.world.db.prisma.person.updateMany({ data: { demo: false } });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
const visit = (look?: Look) => openVisit(browser, app.world.origin, look);

let minutes = 10 * 60;
/** Another code is shown. */
function later() {
  minutes += 1;
  app.at('2026-07-06', `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
}
const shown = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.world.now() });

describe.skipIf(!hasBrowser)('an authenticator', () => {
  it('is set up without scripts on a small phone, and asked for afterwards', async () => {
    const words = textFor('kk').signingIn;
    const { page, complaints, close } = await visit({ scripts: false, width: 320 });
    await signIn(page, 'ngo', 'kk');
    await page.goto('/kk/account');
    await page.getByRole('link', { name: words.link }).click();
    await page.fill('#current', DEMO_PASSWORD);
    await page.getByRole('button', { name: words.authenticator.begin }).click();
    await page.getByRole('img', { name: words.authenticator.picture }).waitFor();
    const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(/\s/g, '');
    await page.fill('[name=code]', '000000');
    await page.getByRole('button', { name: words.authenticator.confirm }).click();
    // The secret stays the same: it is in the telephone already.
    expect(((await page.locator('code').textContent()) ?? '').replaceAll(/\s/g, '')).toBe(secret);
    await page.fill('[name=code]', shown(secret));
    await page.getByRole('button', { name: words.authenticator.confirm }).click();
    const codes = await page.locator('.recovery-codes li').allTextContents();
    expect(new Set(codes).size).toBe(10);
    await page.getByRole('link', { name: words.authenticator.codesKept }).click();
    expect(await page.textContent('#authenticator')).toContain(words.authenticator.left(10));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    later();
    const elsewhere = await visit({ scripts: false });
    await signIn(elsewhere.page, 'ngo', 'kk');
    expect(await elsewhere.page.textContent('h1')).toBe(words.code.title);
    // Nobody yet, whatever address is tried.
    await elsewhere.page.goto('/kk/today');
    expect(elsewhere.page.url()).toMatch(/\/sign-in\?to=/);
    await signIn(elsewhere.page, 'ngo', 'kk');
    await elsewhere.page.fill('[name=code]', '000000');
    await elsewhere.page.getByRole('button', { name: words.code.button }).click();
    expect(await elsewhere.page.textContent('main')).toContain(textFor('kk').refusals.codes.wrong_code().what);
    await elsewhere.page.fill('[name=code]', shown(secret));
    await elsewhere.page.getByRole('button', { name: words.code.button }).click();
    expect(new URL(elsewhere.page.url()).pathname).toBe('/kk/today');

    // A form in hand when the session ends comes through both steps.
    await elsewhere.page.goto('/kk/appeals/new?kind=application&body=social');
    await elsewhere.page.fill('[name=subject]', 'Мектеп жанындағы пандус');
    await app.world.db.prisma.session.updateMany({ data: { revokedAt: new Date(app.world.now()) } });
    await elsewhere.page.locator('main form button[type=submit]').last().click();
    later();
    await elsewhere.page.waitForURL(/\/sign-in\/form\?to=/);
    await elsewhere.page.fill('form:has([type=password]) [name=email]', 'ngo@demo.kenes.kz');
    await elsewhere.page.fill('[type=password]', DEMO_PASSWORD);
    await elsewhere.page.click('form:has([type=password]) button[type=submit]:not([name])');
    await elsewhere.page.waitForURL(/\/sign-in\/code/);
    expect(await elsewhere.page.textContent('main')).toContain(words.code.carried);
    await elsewhere.page.fill('[name=code]', codes[0] ?? '');
    await elsewhere.page.getByRole('button', { name: words.code.button }).click();
    expect(await elsewhere.page.inputValue('[name=subject]')).toBe('Мектеп жанындағы пандус');
    expect([...complaints, ...elsewhere.complaints]).toEqual([]);
    await Promise.all([close(), elsewhere.close()]);
  });
});

describe.skipIf(!hasBrowser)('a passkey', () => {
  it('is made by the device, signs in by itself, and does so no more when it is removed', async () => {
    const words = textFor('ru').signingIn.passkeys;
    const { page, complaints, close } = await visit();
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    await signIn(page, 'registrar', 'ru');
    await page.goto('/ru/account/signing-in');
    await page.fill('[name=name]', 'Рабочий компьютер');
    await page.fill('#current-passkey', 'not the password');
    await page.getByRole('button', { name: words.add }).click();
    await page.getByText(textFor('ru').refusals.codes.wrong_password().why).waitFor();
    await page.fill('#current-passkey', DEMO_PASSWORD);
    await page.getByRole('button', { name: words.add }).click();
    await page.getByText(words.made).waitFor();
    expect(await page.textContent('#passkeys')).toContain('Рабочий компьютер');

    await page.context().clearCookies();
    await page.goto('/ru/sign-in?to=/ru/account/signing-in');
    await page.getByRole('button', { name: words.enter }).click();
    await page.waitForURL(/\/account\/signing-in/);

    const stored = await app.world.db.prisma.passkey.findFirstOrThrow();
    expect(Number(stored.counter)).toBeGreaterThan(0);
    await page.locator('#passkeys summary').click();
    await page.locator('#passkeys details input[name=current]').fill(DEMO_PASSWORD);
    await page.locator('#passkeys details button').click();
    await page.getByText(words.removed).waitFor();
    await page.context().clearCookies();
    await page.goto('/ru/sign-in');
    await page.getByRole('button', { name: words.enter }).click();
    await page.getByText(textFor('ru').refusals.codes.passkey_refused().what).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is not offered where there are no scripts, and the page says why', async () => {
    const words = textFor('en').signingIn.passkeys;
    const { page, close } = await visit({ scripts: false });
    await page.goto('/en/sign-in');
    expect(await page.getByRole('button', { name: words.enter }).isVisible()).toBe(false);
    await signIn(page, 'executor', 'en');
    await page.goto('/en/account/signing-in');
    expect(await page.textContent('#passkeys')).toContain(words.scripts);
    await close();
  });
});
