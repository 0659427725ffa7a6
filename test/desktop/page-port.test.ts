import { MessageChannel } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDesk, type Desk } from '../../electron/core/desk.ts';
import { faultLines } from '../../electron/desktop/fault.ts';
import type { PageMessage } from '../../electron/desktop/messages.ts';
import { servePage } from '../../electron/desktop/page-port.ts';
import { temporaryFolder } from '../helpers/study.ts';

describe('a fault in the log', () => {
  test('says what kind and where, and quotes nobody', () => {
    const error = Object.assign(new TypeError('cannot read "I have not slept since\n    at the hospital"'), { code: 'E_X' });
    const lines = faultLines(error);
    expect(lines).toMatch(/^fault: TypeError E_X\n {4}at /);
    expect(lines).not.toMatch(/slept|hospital/);
    expect(faultLines('I have not slept')).toBe('fault: string');
  });
});

describe('the core behind a port', () => {
  function connected(change: (desk: Desk) => Desk = (desk) => desk) {
    const folder = temporaryFolder();
    const desk = change(createDesk({ places: { settings: `${folder}/settings.json`, studies: folder }, sample: () => null, version: '1' }));
    const { port1, port2 } = new MessageChannel();
    const faults: unknown[] = [];
    const heard: PageMessage[] = [];
    const waiting: (() => void)[] = [];
    port2.on('message', (message: PageMessage) => { heard.push(message); for (const wake of waiting.splice(0)) wake(); });
    servePage(desk, { postMessage: (message) => port1.postMessage(message), on: (event: string, listener: (given: { data: unknown }) => void) => port1.on(event, (data: unknown) => listener({ data })), start: () => port1.start(), close: () => port1.close() }, (fault) => faults.push(fault));
    onTestFinished(() => { port2.close(); desk.close(); });
    async function answer(id: number): Promise<unknown> {
      for (;;) {
        const found = heard.find((message) => 'id' in message && message.id === id);
        if (found && 'id' in found) return found.answer;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    }
    return { faults, heard, answer, send: (message: unknown) => port2.postMessage(message) };
  }
  test('answers carry the number of their request, in whatever order they come', async () => {
    const { send, answer } = connected();
    send({ id: 2, call: { name: 'desk.create', input: { name: 'Wards' } } });
    send({ id: 1, call: { name: 'project.read', input: {} } });
    expect(await answer(2)).toEqual({ value: null, reads: [] });
    expect(await answer(1)).toMatchObject({ value: { name: 'Wards' }, reads: expect.arrayContaining(['project']) });
  });
  test('handed bytes get a handle', async () => {
    const { send, answer } = connected();
    send({ id: 1, hand: { name: 'a.txt', bytes: new Uint8Array([104, 105]) } });
    expect(await answer(1)).toEqual({ handle: expect.any(String), name: 'a.txt', size: 2 });
  });
  test('a fault of the program is answered as one, and only its place is told', async () => {
    const { send, answer, faults } = connected((desk) => ({ ...desk, hand: () => { throw new RangeError('I have not slept'); } }));
    send({ id: 1, hand: { name: 'a.txt', bytes: new Uint8Array(1) } });
    expect(await answer(1)).toEqual({ problem: 'program-fault', values: {} });
    expect(faults).toEqual([new RangeError('I have not slept')]);
  });
  test('what is no request is dropped and reported', async () => {
    const { send, answer, faults, heard } = connected();
    for (const wrong of [null, 7, {}, { id: 1 }, { id: 'x', call: { name: 'desk.read', input: {} } }, { id: 1, call: { name: 'desk.read', input: {}, extra: 1 } }, { id: 1, hand: { name: 'a', bytes: 'text' } }]) send(wrong);
    send({ id: 9, call: { name: 'desk.read', input: {} } });
    await answer(9);
    expect(heard).toHaveLength(1);
    expect(faults).toHaveLength(7);
  });
});
