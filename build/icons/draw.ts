/** Draws icon.svg as icon.png, 1024 pixels wide, from which the packager makes the systems' own kinds. Needs a Chromium (CHROMIUM_PATH). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../chromium.ts';

const here = import.meta.dirname;
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
const page = await browser.newPage({ viewport: { width: 1024, height: 1024 } });
await page.setContent(`<style>html,body{margin:0}svg{display:block}</style>${readFileSync(join(here, 'icon.svg'), 'utf8')}`);
writeFileSync(join(here, 'icon.png'), await page.screenshot({ omitBackground: true }));
await browser.close();
