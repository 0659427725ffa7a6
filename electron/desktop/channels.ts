/** Channels between the page's preload and main. */
export const channels = {
  port: 'core-port', lost: 'core-lost', command: 'command', flush: 'flush', flushed: 'flushed', pickFiles: 'pick-files', pickPlace: 'pick-place', pickFolder: 'pick-folder', save: 'save',
} as const;
