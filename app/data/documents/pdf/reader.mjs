// The process that reads one PDF file for words.ts: bytes come in at stdin, one line of JSON with the words of each page goes out.
// Its main thread only watches; pdf.js runs in a thread that can be ended. Whatever takes too much memory or time ends the process:
// what a compressed file grows to is known only while it grows. Nothing is drawn, no font, picture or script is looked at, no add-on is
// loaded, and the environment holds nothing of ours. Plain JavaScript, for it is run as it stands.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const [SECONDS, MEGABYTES, PAGES, CHARACTERS] = process.argv.slice(2).map(Number);
/** How often memory is looked at: so long it may grow unseen, some 30 MB. */
const LOOK_EVERY_MS = 15;

if (isMainThread) await watch();
else await read(workerData);

async function watch() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const pages = [];
  const tell = (said) => process.stdout.write(JSON.stringify(said), () => process.exit());
  const timer = setTimeout(() => tell(pages.length > 0 ? { pages } : { unread: 'too_much' }), SECONDS * 1000);
  const thread = new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    workerData: new Uint8Array(Buffer.concat(chunks)),
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES / 2, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  thread.on('message', (said) => {
    if (typeof said === 'string') return void pages.push(said);
    clearTimeout(timer);
    tell(said.unread && pages.length === 0 ? said : { pages });
  });
  thread.once('error', ({ code }) => tell({ unread: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_much' : 'broken' }));
  setInterval(() => {
    if (process.memoryUsage.rss() > MEGABYTES * 1_000_000) process.kill(process.pid, 'SIGKILL');
  }, LOOK_EVERY_MS);
}

/** Tells the words of each page as they are read, and at the end what stopped it: { unread: why }, or nothing. */
async function read(data) {
  // What pdf.js draws with; it wants the names to be there.
  globalThis.DOMMatrix = globalThis.ImageData = globalThis.Path2D = class {};
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  try {
    const document = await getDocument({
      data,
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      enableXfa: false,
      maxImageSize: 0,
    }).promise;
    let room = CHARACTERS;
    for (let number = 1; number <= Math.min(document.numPages, PAGES) && room > 0; number++) {
      const page = await document.getPage(number);
      const text = ((await textOf(page, room)) + (await fieldsOf(page))).slice(0, room);
      parentPort.postMessage(text);
      room -= text.length;
      page.cleanup();
    }
    parentPort.postMessage({});
  } catch (fault) {
    parentPort.postMessage({ unread: fault?.name === 'PasswordException' ? 'locked' : 'broken' });
  }
}

async function textOf(page, most) {
  const reader = page.streamTextContent().getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    for (const { str = '', hasEOL } of value.items) text += hasEOL ? `${str}\n` : str;
    if (text.length < most) continue;
    await reader.cancel(new Error('enough'));
    return text;
  }
}

/** What was typed into the fields of a form, and notes: they stand apart from the page. */
async function fieldsOf(page) {
  const said = (await page.getAnnotations()).flatMap(({ fieldValue, contentsObj }) => [fieldValue, contentsObj?.str]);
  return said
    .flat()
    .filter((one) => typeof one === 'string' && one !== '')
    .map((one) => `\n${one}`)
    .join('');
}
