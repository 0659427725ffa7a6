/** Runs with the next frame, before it is drawn; a window that is not seen has no frames, and does not wait for one. */
export function withFrame(work: () => void): void {
  if (document.hidden) setTimeout(work, 0);
  else requestAnimationFrame(work);
}
/** When the next frame has been drawn: what a person has just done shows before anything else is begun. */
export function afterFrame(): Promise<void> {
  return new Promise((done) => { withFrame(() => setTimeout(done, 0)); });
}
