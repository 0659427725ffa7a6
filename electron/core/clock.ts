/** Time as whoever needs it is given it: tests move it themselves. */
export interface Clock {
  /** ms. */
  now(): number;
  /** Does something again and again, each `pause` ms; answers with what ends that. It keeps no program running. */
  every(pause: number, work: () => void): () => void;
}
export const clock: Clock = {
  now: Date.now,
  every(pause, work) {
    const timer = setInterval(work, pause);
    timer.unref();
    return () => clearInterval(timer);
  },
};
