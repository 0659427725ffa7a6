import { existsSync } from 'node:fs';

/** Nothing of a test browser may reach for the network or wait for it. */
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];

/** The Chromium or Chrome of this machine; undefined lets Playwright use its own, if it has been downloaded. */
export const chromiumPath = (): string | undefined => [process.env['CHROMIUM_PATH'], ...places].find((path) => path !== undefined && existsSync(path));
