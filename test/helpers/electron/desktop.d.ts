import { type Page } from '@playwright/test';
type Electron = typeof import('electron');
export interface Desktop {
    readonly kind: 'stand-in' | 'electron';
    readonly page: Page;
    /** Runs in main, with Electron's modules. A function's source crosses, so it has no closure. */
    evaluate<R, A = undefined>(run: (electron: Electron, argument: A) => R | Promise<R>, argument?: A): Promise<R>;
    /** Starts a second instance with these arguments; resolves to its exit code. */
    second(given: readonly string[]): Promise<number | null>;
    readonly exited: Promise<number | null>;
    /** What main and core wrote to their streams. */
    log(): string;
    stop(): Promise<void>;
}
export interface Launch {
    readonly program: string;
    readonly home: string;
    readonly given: readonly string[];
    readonly locale: string;
}
export interface DesktopOptions {
    driver: 'stand-in' | 'electron';
    program: string;
    locale: string;
}
interface DesktopFixtures {
    /** A home of the test's own: settings, studies, window place. */
    home: string;
    /** Starts the program on that home; once more for a second session. Stopped with the test. */
    launch: (...given: string[]) => Promise<Desktop>;
    desktop: Desktop;
}
export declare const test: import("playwright/test").TestType<import("playwright/test").PlaywrightTestArgs & import("playwright/test").PlaywrightTestOptions & DesktopOptions & DesktopFixtures, import("playwright/test").PlaywrightWorkerArgs & import("playwright/test").PlaywrightWorkerOptions>;
export { expect } from '@playwright/test';
