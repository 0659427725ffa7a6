import './core/strict.ts';
import './theme/layers.css';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/contrast.css';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../shared/model/bridge.ts';
import { App } from './App.tsx';
import { createBrowserBridge } from './core/browserBridge.ts';
import { createCore } from './core/core.ts';

declare global {
  interface Window { readonly concord?: Bridge; readonly trustedTypes?: { createPolicy(name: string, rules: { createHTML(text: string): string }): unknown } }
}
// The page's policy forbids text to become markup. Emptying an element is all that a chart library asks of it, and all it gets.
window.trustedTypes?.createPolicy('default', { createHTML: (text) => { if (text === '') return ''; throw new TypeError('no markup from text'); } });

const core = createCore(window.concord ?? createBrowserBridge());
createRoot(document.getElementById('root')!).render(<App core={core} />);
